import { Group, Select, Textarea, TextInput } from '@mantine/core'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { ActField, ActValues } from '#renderer/features/custody/act-fields.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { DayField } from '#ui/day-field.tsx'
import { FormRow, type RowControl } from '#ui/form-row.tsx'

export interface ActFormProps {
  fields: readonly ActField[]
  values: ActValues
  onChange: (values: ActValues) => void
  errors: Readonly<Record<string, string>>
  now: Instant
}

/** The boxes of an act, one row each. */
export function ActForm({ fields, values, onChange, errors, now }: ActFormProps) {
  return fields.map((field) => (
    <FormRow key={field.name} label={field.label} required={field.required} error={errors[field.name]}>
      {(control) => (
        <ActBox
          field={field}
          control={control}
          values={values}
          now={now}
          onPut={(name, text) => onChange({ ...values, [name]: text })}
        />
      )}
    </FormRow>
  ))
}

interface ActBoxProps {
  field: ActField
  control: RowControl
  values: ActValues
  now: Instant
  onPut: (name: string, text: string) => void
}

function ActBox({ field, control, values, now, onPut }: ActBoxProps) {
  const { name } = field
  const value = values[name] ?? ''
  switch (field.type) {
    case 'choice':
      return (
        <Select
          {...control}
          data={[...(field.choices ?? [])]}
          value={value === '' ? null : value}
          onChange={(chosen) => onPut(name, chosen ?? '')}
          placeholder="Chọn"
          allowDeselect={false}
          maw={320}
        />
      )
    case 'moment':
      return (
        <MomentField
          {...control}
          label={field.label}
          now={now}
          value={value === '' ? null : value}
          onChange={(moment) => onPut(name, moment ?? '')}
        />
      )
    case 'day':
      return (
        <DayField
          {...control}
          today={dayOf(now)}
          value={value === '' ? null : value}
          onChange={(day) => onPut(name, day ?? '')}
        />
      )
    case 'decision':
      return (
        <Group gap="sm" wrap="nowrap">
          <TextInput
            {...control}
            placeholder="Số"
            maxLength={200}
            value={values[`${name}.number`] ?? ''}
            onChange={(event) => onPut(`${name}.number`, event.currentTarget.value)}
          />
          <DayField
            error={control.error}
            aria-label={`${field.label}: ngày`}
            withCalendar={false}
            today={dayOf(now)}
            value={values[`${name}.on`] || null}
            onChange={(day) => onPut(`${name}.on`, day ?? '')}
          />
          <TextInput
            error={control.error}
            aria-label={`${field.label}: nơi ban hành`}
            placeholder="Nơi ban hành"
            maxLength={200}
            value={values[`${name}.issuer`] ?? ''}
            onChange={(event) => onPut(`${name}.issuer`, event.currentTarget.value)}
          />
        </Group>
      )
    case 'text':
      return (
        <Textarea
          {...control}
          autosize
          minRows={2}
          maxLength={2000}
          value={value}
          onChange={(event) => onPut(name, event.currentTarget.value)}
        />
      )
    case 'months':
    case 'line':
      return (
        <TextInput
          {...control}
          maxLength={200}
          value={value}
          onChange={(event) => onPut(name, event.currentTarget.value)}
          {...(field.type === 'months' ? { w: 92, inputMode: 'numeric' as const } : {})}
        />
      )
  }
}
