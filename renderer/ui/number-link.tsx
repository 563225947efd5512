import type { Tone } from '#ui/colors.ts'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import classes from './number-link.module.css'

export interface NumberLinkProps {
  value: number
  /** The list of what is counted. */
  href: string
  /** What is counted, read before the number: `có mặt`. */
  label?: string
  /** Only where the number means trouble or good news. */
  tone?: Tone
  /** Said after the number in the tone: `1 quá hạn`. */
  note?: string
}

/** A number that opens the list behind it. */
export function NumberLink({ value, href, label, tone, note }: NumberLinkProps) {
  return (
    <InnerLink href={href} className={classes.link} data-tone={tone}>
      {label && <span className={classes.label}>{label} </span>}
      <b className={classes.value}>{formatNumber(value)}</b>
      {note && <span className={classes.note}> ({note})</span>}
    </InnerLink>
  )
}
