import { SegmentedControl, Select, type SelectProps } from '@mantine/core'
import { choices } from '#ui/choices.ts'

interface CodeProps<Value extends string | null> {
  codes: readonly NonNullable<Value>[]
  labels: Readonly<Record<NonNullable<Value>, string>>
  value: Value
  onChange: (code: Value) => void
}

/** A box that may stay empty. */
export type OptionalCodeProps<Code extends string> = CodeProps<Code | null>

type SelectLook = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'defaultValue'>

/** One of the codes of a list, in a list that opens. */
export function CodeSelect<Code extends string>({
  codes,
  labels,
  value,
  onChange,
  ...look
}: CodeProps<Code> & SelectLook) {
  return (
    <Select
      {...look}
      allowDeselect={false}
      data={choices(codes, labels)}
      value={value}
      onChange={(chosen) => onChange(codes.find((code) => code === chosen) ?? value)}
    />
  )
}

/** One of the codes of a list or none, in a list that opens. */
export function OptionalCodeSelect<Code extends string>({
  codes,
  labels,
  value,
  onChange,
  ...look
}: OptionalCodeProps<Code> & SelectLook) {
  return (
    <Select
      {...look}
      data={choices(codes, labels)}
      value={value}
      onChange={(chosen) => onChange(codes.find((code) => code === chosen) ?? null)}
    />
  )
}

/** One of the few codes of a list, side by side. */
export function CodeSegments<Code extends string>({
  label,
  codes,
  labels,
  value,
  onChange,
}: CodeProps<Code> & { label: string }) {
  return (
    <SegmentedControl
      aria-label={label}
      size="xs"
      data={choices(codes, labels)}
      value={value}
      onChange={(chosen) => onChange(codes.find((code) => code === chosen) ?? value)}
    />
  )
}
