import { NumberInput, Select, TextInput } from '@mantine/core'
import type { InformationSheet } from '#domain/information-sheet/information-sheet.ts'
import {
  REHAB_METHOD_LABELS,
  REHAB_METHODS,
  REHAB_METHODS_NOTE,
  REHAB_PLACE_LABELS,
  REHAB_PLACES,
} from '#domain/information-sheet/rehab-history.ts'
import { ListLines } from '#renderer/features/dossier/list-lines.tsx'
import type { SheetLinesProps } from '#renderer/features/dossier/substance-lines.tsx'
import { CodeSelect, OptionalCodeSelect } from '#ui/code-choice.tsx'
import classes from './dossier.module.css'

type Rehab = InformationSheet['rehabs'][number]

const EMPTY: Rehab = {
  place: 'centre',
  placeName: null,
  method: null,
  methodWords: null,
  fromYear: null,
  months: null,
  isFinished: null,
}

const FINISHED = [
  { value: 'yes', label: 'đã hoàn thành' },
  { value: 'no', label: 'bỏ dở' },
]

/** Rehabilitations before this stay, with the codes of the form. */
export function RehabLines({ label, lines, onChange }: SheetLinesProps<Rehab>) {
  return (
    <>
      <ListLines
        lines={lines}
        onChange={onChange}
        empty={() => ({ ...EMPTY })}
        addLabel="Thêm lần cai"
        noun="lần cai"
        label={label}
        most={20}
      >
        {(rehab, put, index) => (
          <>
            <CodeSelect
              aria-label={`Nơi cai, lần ${index + 1}`}
              w={190}
              codes={REHAB_PLACES}
              labels={REHAB_PLACE_LABELS}
              value={rehab.place}
              onChange={(value) => put({ place: value })}
            />
            <TextInput
              aria-label={`Tên nơi cai, lần ${index + 1}`}
              placeholder="Tên nơi cai"
              w={180}
              maxLength={160}
              value={rehab.placeName ?? ''}
              onChange={(event) => put({ placeName: event.currentTarget.value })}
            />
            <OptionalCodeSelect
              aria-label={`Phương pháp, lần ${index + 1}`}
              placeholder="Phương pháp"
              w={160}
              clearable
              codes={REHAB_METHODS}
              labels={REHAB_METHOD_LABELS}
              value={rehab.method}
              onChange={(value) => put({ method: value })}
            />
            <TextInput
              aria-label={`Lời của phương pháp, lần ${index + 1}`}
              placeholder="Ghi bằng lời như mẫu"
              title={REHAB_METHODS_NOTE}
              w={180}
              maxLength={160}
              value={rehab.methodWords ?? ''}
              onChange={(event) => put({ methodWords: event.currentTarget.value })}
            />
            <NumberInput
              aria-label={`Năm cai, lần ${index + 1}`}
              placeholder="năm"
              w={76}
              hideControls
              allowDecimal={false}
              allowNegative={false}
              value={rehab.fromYear ?? ''}
              onChange={(value) => put({ fromYear: value === '' ? null : Number(value) })}
            />
            <NumberInput
              aria-label={`Số tháng cai, lần ${index + 1}`}
              placeholder="số tháng"
              w={88}
              hideControls
              allowDecimal={false}
              allowNegative={false}
              value={rehab.months ?? ''}
              onChange={(value) => put({ months: value === '' ? null : Number(value) })}
            />
            <Select
              aria-label={`Kết quả, lần ${index + 1}`}
              placeholder="Kết quả"
              w={140}
              clearable
              data={FINISHED}
              value={rehab.isFinished === null ? null : rehab.isFinished ? 'yes' : 'no'}
              onChange={(value) => put({ isFinished: value === null ? null : value === 'yes' })}
            />
          </>
        )}
      </ListLines>
      {lines.length > 0 && <p className={classes.dim}>{REHAB_METHODS_NOTE}</p>}
    </>
  )
}
