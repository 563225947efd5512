import { SegmentedControl, Select } from '@mantine/core'
import type { RowControl } from '#ui/form-row.tsx'

interface CodeProps<Code extends string> {
  codes: readonly Code[]
  labels: Readonly<Record<Code, string>>
  value: Code
  onChange: (code: Code) => void
}

/** One of the codes of a list, in a list that opens. */
export function CodeSelect<Code extends string>({
  codes,
  labels,
  value,
  onChange,
  w,
  ...control
}: CodeProps<Code> & Partial<RowControl> & { w?: number; 'aria-label'?: string }) {
  return (
    <Select
      {...control}
      w={w}
      allowDeselect={false}
      data={codes.map((code) => ({ value: code, label: labels[code] }))}
      value={value}
      onChange={(chosen) => onChange(codes.find((code) => code === chosen) ?? value)}
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
      data={codes.map((code) => ({ value: code, label: labels[code] }))}
      value={value}
      onChange={(chosen) => onChange(codes.find((code) => code === chosen) ?? value)}
    />
  )
}
