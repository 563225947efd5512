import { formatDuration, formatNumber } from '#ui/format.ts'

/** `+3`, `−2`, `0`. */
export function changeText(change: number): string {
  if (change === 0) return '0'
  return `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change))}`
}

const HOUR_SECONDS = 3600
const DAY_HOURS = 24

/** A length of whole hours: `5 giờ`, from two days on `2,5 ngày`. */
export function lengthText(hours: number): string {
  if (hours < 2 * DAY_HOURS) return formatDuration(hours * HOUR_SECONDS)
  return `${formatNumber(hours / DAY_HOURS)} ngày`
}
