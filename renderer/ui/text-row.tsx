import { Textarea, TextInput } from '@mantine/core'
import { FormRow, type FormRowProps } from '#ui/form-row.tsx'

interface TextRowProps extends Omit<FormRowProps, 'children'> {
  value: string
  onChange: (value: string) => void
  /** The most characters the hub takes. */
  maxLength: number
  /** Has the focus when its dialog opens. */
  isFirst?: boolean
  placeholder?: string
}

/** A row of one line of text. */
export function TextRow({
  value,
  onChange,
  maxLength,
  isFirst = false,
  placeholder,
  w,
  inputMode,
  ...row
}: TextRowProps & { w?: number; inputMode?: 'tel' }) {
  return (
    <FormRow {...row}>
      {(control) => (
        <TextInput
          {...control}
          data-autofocus={isFirst || undefined}
          w={w}
          inputMode={inputMode}
          maxLength={maxLength}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FormRow>
  )
}

/** A row of text that grows with what is typed. */
export function ParagraphRow({
  value,
  onChange,
  maxLength,
  isFirst = false,
  placeholder,
  minRows = 2,
  maxRows,
  ...row
}: TextRowProps & { minRows?: number; maxRows?: number }) {
  return (
    <FormRow {...row}>
      {(control) => (
        <Textarea
          {...control}
          data-autofocus={isFirst || undefined}
          autosize
          minRows={minRows}
          maxRows={maxRows}
          maxLength={maxLength}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FormRow>
  )
}
