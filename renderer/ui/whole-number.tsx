import { NumberInput } from '@mantine/core'
import type { RowControl } from '#ui/form-row.tsx'

/** A small whole number, such as minutes or months; null while the box is empty. */
export function WholeNumber({
  value,
  onChange,
  w = 100,
  min,
  max,
  isFirst = false,
  ...control
}: RowControl & {
  value: number | null
  onChange: (value: number | null) => void
  w?: number
  min?: number
  max?: number
  /** Has the focus when its dialog opens. */
  isFirst?: boolean
}) {
  return (
    <NumberInput
      {...control}
      data-autofocus={isFirst || undefined}
      w={w}
      hideControls
      min={min}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
    />
  )
}
