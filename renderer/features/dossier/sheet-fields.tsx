import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { ETHNIC_GROUPS } from '#domain/information-sheet/ethnic-groups.ts'
import type { InformationSheet } from '#domain/information-sheet/information-sheet.ts'
import {
  EDUCATION_LABELS,
  EDUCATIONS,
  MARITAL_STATE_LABELS,
  MARITAL_STATES,
  POLICY_GROUP_LABELS,
  POLICY_GROUPS,
  RELIGION_LABELS,
  RELIGIONS,
  WORK_STATE_LABELS,
  WORK_STATES,
} from '#domain/information-sheet/personal-lists.ts'
import { PriorLines } from '#renderer/features/dossier/prior-lines.tsx'
import { RehabLines } from '#renderer/features/dossier/rehab-lines.tsx'
import { SHEET_FIELD_LABELS, SHEET_PARTS, type SheetField } from '#renderer/features/dossier/sheet-words.ts'
import { SubstanceLines } from '#renderer/features/dossier/substance-lines.tsx'
import { choices } from '#ui/choices.ts'
import { OptionalCodeSelect } from '#ui/code-choice.tsx'
import { FormRow, type RowControl } from '#ui/form-row.tsx'
import classes from './dossier.module.css'

export interface SheetFieldsProps {
  value: InformationSheet
  onChange: (sheet: InformationSheet) => void
  /** Sentences by field. */
  errors: Readonly<Record<string, string>>
}

/** The boxes of the information sheet, part by part. */
export function SheetFields({ value, onChange, errors }: SheetFieldsProps) {
  return SHEET_PARTS.map((part) => (
    <div key={part.title} className={classes.lines}>
      <h3 className={classes.part}>{part.title}</h3>
      {part.fields.map((field) => (
        <FormRow key={field} label={SHEET_FIELD_LABELS[field]} error={errors[field]}>
          {(control) => (
            <SheetBox
              field={field}
              control={control}
              sheet={value}
              onPut={(change) => onChange({ ...value, ...change })}
            />
          )}
        </FormRow>
      ))}
    </div>
  ))
}

interface SheetBoxProps {
  field: SheetField
  control: RowControl
  sheet: InformationSheet
  onPut: (change: Partial<InformationSheet>) => void
}

function SheetBox({ field, control, sheet, onPut }: SheetBoxProps) {
  switch (field) {
    case 'ethnicity':
      return (
        <Select
          {...control}
          searchable
          clearable
          data={[...ETHNIC_GROUPS]}
          value={sheet.ethnicity}
          onChange={(value) => onPut({ ethnicity: ETHNIC_GROUPS.find((known) => known === value) ?? null })}
          maw={260}
        />
      )
    case 'religion':
      return (
        <OptionalCodeSelect
          {...control}
          clearable
          codes={RELIGIONS}
          labels={RELIGION_LABELS}
          value={sheet.religion}
          onChange={(value) => onPut({ religion: value })}
          maw={260}
        />
      )
    case 'education':
      return (
        <OptionalCodeSelect
          {...control}
          clearable
          codes={EDUCATIONS}
          labels={EDUCATION_LABELS}
          value={sheet.education}
          onChange={(value) => onPut({ education: value })}
          maw={260}
        />
      )
    case 'work':
      return (
        <OptionalCodeSelect
          {...control}
          clearable
          codes={WORK_STATES}
          labels={WORK_STATE_LABELS}
          value={sheet.work}
          onChange={(value) => onPut({ work: value })}
          maw={260}
        />
      )
    case 'marital':
      return (
        <OptionalCodeSelect
          {...control}
          clearable
          codes={MARITAL_STATES}
          labels={MARITAL_STATE_LABELS}
          value={sheet.marital}
          onChange={(value) => onPut({ marital: value })}
          maw={260}
        />
      )
    case 'policyGroups':
      return (
        <MultiSelect
          {...control}
          data={choices(POLICY_GROUPS, POLICY_GROUP_LABELS)}
          value={sheet.policyGroups}
          onChange={(values) =>
            onPut({ policyGroups: POLICY_GROUPS.filter((known) => values.includes(known)) })
          }
        />
      )
    case 'substances':
      return (
        <SubstanceLines
          label={SHEET_FIELD_LABELS[field]}
          lines={sheet.substances}
          onChange={(substances) => onPut({ substances })}
        />
      )
    case 'rehabs':
      return (
        <RehabLines
          label={SHEET_FIELD_LABELS[field]}
          lines={sheet.rehabs}
          onChange={(rehabs) => onPut({ rehabs })}
        />
      )
    case 'priors':
      return (
        <PriorLines
          label={SHEET_FIELD_LABELS[field]}
          lines={sheet.priors}
          onChange={(priors) => onPut({ priors })}
        />
      )
    case 'children':
    case 'heightCm':
    case 'weightKg':
    case 'firstUseYear':
      return <NumberBox field={field} control={control} sheet={sheet} onPut={onPut} />
    case 'firstUseReason':
    case 'wishes':
    case 'note':
      return (
        <Textarea
          {...control}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={field === 'note' ? 1000 : field === 'wishes' ? 500 : 300}
          value={sheet[field] ?? ''}
          onChange={(event) => onPut({ [field]: event.currentTarget.value })}
        />
      )
    default:
      return (
        <TextInput
          {...control}
          autoComplete="off"
          maxLength={160}
          value={sheet[field] ?? ''}
          onChange={(event) => onPut({ [field]: event.currentTarget.value })}
          {...(field === 'schoolClass' && { w: 100, placeholder: '9/12', maxLength: 10 })}
        />
      )
  }
}

function NumberBox({
  field,
  control,
  sheet,
  onPut,
}: SheetBoxProps & { field: 'children' | 'heightCm' | 'weightKg' | 'firstUseYear' }) {
  return (
    <NumberInput
      {...control}
      w={100}
      hideControls
      allowNegative={false}
      allowDecimal={field === 'weightKg'}
      decimalSeparator=","
      value={sheet[field] ?? ''}
      onChange={(value) => onPut({ [field]: value === '' ? null : Number(value) })}
    />
  )
}
