import { formatNumber } from '#ui/format.ts'

/** `1.234.000 đ`. */
export function dongText(amount: number): string {
  return `${formatNumber(amount, 0)} đ`
}
