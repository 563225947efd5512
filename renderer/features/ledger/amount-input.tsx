import { NumberInput } from '@mantine/core'
import type { KeyboardEvent, Ref } from 'react'
import { MOST_AMOUNT } from '#domain/deposit/ledger.ts'
import type { RowControl } from '#ui/form-row.tsx'

export interface AmountInputProps extends Partial<RowControl> {
  value: number | null
  onChange: (amount: number | null) => void
  max?: number
  width?: number | string
  autoFocus?: boolean
  disabled?: boolean
  'aria-label'?: string
  inputRef?: Ref<HTMLInputElement>
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** An amount in whole đồng, with dots between thousands. */
export function AmountInput(props: AmountInputProps) {
  const { value, onChange, max = MOST_AMOUNT, width = 200, inputRef, ...control } = props
  return (
    <NumberInput
      {...control}
      {...(inputRef ? { ref: inputRef } : {})}
      w={width}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator="."
      decimalSeparator=","
      suffix=" đ"
      max={max}
      hideControls
      inputMode="numeric"
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
    />
  )
}
