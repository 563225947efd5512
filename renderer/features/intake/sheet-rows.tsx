import { NumberInput, Select, TextInput } from '@mantine/core'
import type { InformationSheet } from '#domain/information-sheet/information-sheet.ts'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { FormRow } from '#ui/form-row.tsx'
import classes from './intake.module.css'

type SheetField<Value> = {
  [Field in keyof InformationSheet]: Value extends InformationSheet[Field] ? Field : never
}[keyof InformationSheet]

/** Reads and writes one field of the information sheet. */
export function useSheet<Field extends keyof InformationSheet>(
  field: Field,
): [InformationSheet[Field], (value: InformationSheet[Field]) => void] {
  const store = useIntakeStore()
  const value = useIntake((form) => form.sheet[field])
  return [
    value,
    (next) => {
      store.set({ sheet: { ...store.form().sheet, [field]: next } })
      store.forget(`sheet.body.${field}`)
    },
  ]
}

/** A line of words of the sheet. */
export function SheetText({
  label,
  field,
  max,
  placeholder,
}: {
  label: string
  field:
    | 'nationality'
    | 'schoolClass'
    | 'trade'
    | 'occupation'
    | 'workplace'
    | 'firstUseReason'
    | 'substitution'
    | 'wishes'
    | 'note'
  max: number
  placeholder?: string
}) {
  const [value, set] = useSheet(field)
  return (
    <div className={classes.cell}>
      <FormRow label={label} error={useProblem(`sheet.body.${field}`)}>
        {(control) => (
          <TextInput
            {...control}
            value={value ?? ''}
            maxLength={max}
            placeholder={placeholder}
            autoComplete="off"
            onChange={(event) => set(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          />
        )}
      </FormRow>
    </div>
  )
}

/** A number of the sheet. */
export function SheetNumber({
  label,
  field,
  suffix,
  decimals = 0,
  isYear = false,
}: {
  label: string
  field: 'heightCm' | 'weightKg' | 'children' | 'firstUseYear'
  suffix?: string
  decimals?: number
  isYear?: boolean
}) {
  const [value, set] = useSheet(field)
  return (
    <div className={classes.cell}>
      <FormRow label={label} error={useProblem(`sheet.body.${field}`)}>
        {(control) => (
          <NumberInput
            {...control}
            w={110}
            hideControls
            allowNegative={false}
            decimalScale={decimals}
            decimalSeparator=","
            suffix={suffix}
            placeholder={isYear ? 'năm' : undefined}
            value={value ?? ''}
            onChange={(next) => set(typeof next === 'number' ? next : null)}
          />
        )}
      </FormRow>
    </div>
  )
}

/** A word of the law's lists. */
export function SheetChoice<Field extends SheetField<null>, Value extends string & InformationSheet[Field]>({
  label,
  field,
  values,
  labels,
}: {
  label: string
  field: Field
  values: readonly Value[]
  labels?: Readonly<Record<Value, string>>
}) {
  const [value, set] = useSheet(field)
  return (
    <div className={classes.cell}>
      <FormRow label={label} error={useProblem(`sheet.body.${field}`)}>
        {(control) => (
          <Select
            {...control}
            searchable
            clearable
            selectFirstOptionOnChange
            data={values.map((one) => ({ value: one as string, label: labels ? labels[one] : one }))}
            value={typeof value === 'string' ? value : null}
            onChange={(next) => {
              const found = values.find((one) => one === next)
              set((found ?? null) as InformationSheet[Field])
            }}
          />
        )}
      </FormRow>
    </div>
  )
}
