import { NumberInput, TextInput } from '@mantine/core'
import type { InformationSheet } from '#domain/information-sheet/information-sheet.ts'
import { PRIOR_KIND_LABELS, PRIOR_KINDS } from '#domain/information-sheet/personal-lists.ts'
import { ListLines } from '#renderer/features/dossier/list-lines.tsx'
import type { SheetLinesProps } from '#renderer/features/dossier/substance-lines.tsx'
import { CodeSelect } from '#ui/code-choice.tsx'

type Prior = InformationSheet['priors'][number]

const EMPTY: Prior = { kind: 'administrative', what: null, year: null, body: null }

/** What the law did to the person before. */
export function PriorLines({ label, lines, onChange }: SheetLinesProps<Prior>) {
  return (
    <ListLines
      lines={lines}
      onChange={onChange}
      empty={() => ({ ...EMPTY })}
      addLabel="Thêm tiền án, tiền sự"
      noun="dòng"
      label={label}
      most={20}
    >
      {(prior, put, index) => (
        <>
          <CodeSelect
            aria-label={`Loại, dòng ${index + 1}`}
            w={220}
            codes={PRIOR_KINDS}
            labels={PRIOR_KIND_LABELS}
            value={prior.kind}
            onChange={(value) => put({ kind: value })}
          />
          <TextInput
            aria-label={`Hành vi, dòng ${index + 1}`}
            placeholder="Hành vi, tội danh"
            w={220}
            maxLength={200}
            value={prior.what ?? ''}
            onChange={(event) => put({ what: event.currentTarget.value })}
          />
          <NumberInput
            aria-label={`Năm, dòng ${index + 1}`}
            placeholder="năm"
            w={76}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            value={prior.year ?? ''}
            onChange={(value) => put({ year: value === '' ? null : Number(value) })}
          />
          <TextInput
            aria-label={`Cơ quan, dòng ${index + 1}`}
            placeholder="Cơ quan quyết định"
            w={200}
            maxLength={160}
            value={prior.body ?? ''}
            onChange={(event) => put({ body: event.currentTarget.value })}
          />
        </>
      )}
    </ListLines>
  )
}
