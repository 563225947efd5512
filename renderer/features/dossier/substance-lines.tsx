import { Checkbox, MultiSelect, NumberInput, TextInput } from '@mantine/core'
import type { InformationSheet } from '#domain/information-sheet/information-sheet.ts'
import {
  SUBSTANCE_LABELS,
  SUBSTANCE_ROUTE_LABELS,
  SUBSTANCE_ROUTES,
  SUBSTANCES,
} from '#domain/information-sheet/substances.ts'
import { ListLines } from '#renderer/features/dossier/list-lines.tsx'
import { choices } from '#ui/choices.ts'
import { CodeSelect } from '#ui/code-choice.tsx'

type Use = InformationSheet['substances'][number]

export interface SheetLinesProps<Line> {
  label: string
  lines: readonly Line[]
  onChange: (lines: Line[]) => void
}

const EMPTY: Use = {
  substance: 'heroin',
  name: null,
  routes: [],
  sinceYear: null,
  frequency: null,
  isMain: false,
}

/** Which substances, how and since when. */
export function SubstanceLines({ label, lines, onChange }: SheetLinesProps<Use>) {
  return (
    <ListLines
      lines={lines}
      onChange={onChange}
      empty={() => ({ ...EMPTY, isMain: lines.length === 0 })}
      addLabel="Thêm chất"
      noun="chất"
      label={label}
      most={12}
    >
      {(use, put, index) => (
        <>
          <CodeSelect
            aria-label={`Chất ${index + 1}`}
            w={200}
            codes={SUBSTANCES}
            labels={SUBSTANCE_LABELS}
            value={use.substance}
            onChange={(value) => put({ substance: value })}
          />
          {use.substance === 'other' && (
            <TextInput
              aria-label={`Tên chất ${index + 1}`}
              placeholder="Tên chất"
              w={160}
              maxLength={80}
              value={use.name ?? ''}
              onChange={(event) => put({ name: event.currentTarget.value })}
            />
          )}
          <MultiSelect
            aria-label={`Cách dùng chất ${index + 1}`}
            placeholder={use.routes.length === 0 ? 'Cách dùng' : undefined}
            w={190}
            data={choices(SUBSTANCE_ROUTES, SUBSTANCE_ROUTE_LABELS)}
            value={use.routes}
            onChange={(values) => put({ routes: SUBSTANCE_ROUTES.filter((one) => values.includes(one)) })}
          />
          <NumberInput
            aria-label={`Dùng chất ${index + 1} từ năm`}
            placeholder="từ năm"
            w={84}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            value={use.sinceYear ?? ''}
            onChange={(value) => put({ sinceYear: value === '' ? null : Number(value) })}
          />
          <TextInput
            aria-label={`Số lần dùng chất ${index + 1}`}
            placeholder="Số lần/ngày"
            w={120}
            maxLength={80}
            value={use.frequency ?? ''}
            onChange={(event) => put({ frequency: event.currentTarget.value })}
          />
          <Checkbox
            label="chất chính"
            aria-label={`Chất ${index + 1} là chất chính`}
            checked={use.isMain}
            onChange={(event) => put({ isMain: event.currentTarget.checked })}
            mt={6}
          />
        </>
      )}
    </ListLines>
  )
}
