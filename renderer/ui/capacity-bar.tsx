/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the native element cannot be drawn alike in both themes and on paper */
import type { ReactNode } from 'react'
import type { Tone } from '#ui/colors.ts'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import classes from './capacity-bar.module.css'

export interface CapacityBarProps {
  /** The zone, building or room. */
  label: string
  used: number
  /** Beds in use; beds out of service are not in it. */
  capacity: number
  outOfService?: number
  href?: string
  /** At the end: `14:00 đủ`, `chưa điểm danh`. */
  note?: ReactNode
}

function toneOf(used: number, capacity: number): Tone | undefined {
  if (used > capacity) return 'late'
  return capacity > 0 && used / capacity >= 0.95 ? 'soon' : undefined
}

function room(used: number, capacity: number): string {
  const free = capacity - used
  if (free === 0) return 'hết chỗ'
  return free > 0 ? `còn ${formatNumber(free)}` : `quá ${formatNumber(-free)}`
}

/** How full a place is: numbers, a bar and a word. */
export function CapacityBar({ label, used, capacity, outOfService = 0, href, note }: CapacityBarProps) {
  const tone = toneOf(used, capacity)
  const share = capacity === 0 ? 0 : Math.min(1, used / capacity)
  const words = outOfService > 0 ? `${room(used, capacity)} · hỏng ${outOfService}` : room(used, capacity)
  return (
    <div className={classes.row} data-tone={tone}>
      <span className={classes.label}>
        {href ? (
          <InnerLink href={href} className={classes.link}>
            {label}
          </InnerLink>
        ) : (
          label
        )}
      </span>
      <span className={classes.count}>
        {formatNumber(used)}/{formatNumber(capacity)}
      </span>
      <span
        className={classes.track}
        role="meter"
        aria-label={`${label}: ${used} trên ${capacity} chỗ`}
        aria-valuemin={0}
        aria-valuemax={capacity}
        aria-valuenow={used}
      >
        <span className={classes.fill} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={classes.words}>{words}</span>
      {note && <span className={classes.note}>{note}</span>}
    </div>
  )
}
