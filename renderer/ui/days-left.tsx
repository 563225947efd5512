import type { Tone } from '#ui/colors.ts'
import { formatDaysLeft } from '#ui/format.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './days-left.module.css'

export interface DaysLeftProps {
  /** Calendar days to the end; negative when it has passed, null while no end is set. */
  days: number | null
  /** Days from which the end counts as near. */
  soonFrom?: number
}

function toneOf(days: number, soonFrom: number): Tone | undefined {
  if (days < 0) return 'late'
  return days <= soonFrom ? 'soon' : undefined
}

/** Days left of a term: plain while far, amber when near, red when past. */
export function DaysLeft({ days, soonFrom = 30 }: DaysLeftProps) {
  if (days === null) return <span className={classes.none}>chưa tính hạn</span>
  const tone = toneOf(days, soonFrom)
  if (tone === undefined) return <span className={classes.far}>{formatDaysLeft(days)}</span>
  return <ToneChip tone={tone} text={formatDaysLeft(days)} />
}
