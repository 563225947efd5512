import { addDays, addMonths, daysBetween, type Day } from '../time/day.ts'
import { instantMs, startOfDay, type Instant } from '../time/instant.ts'
import { INCIDENT_STATES, isOpenState, UNCOUNTED_STATES, type IncidentState } from './incident-states.ts'

/** States that statistics count. */
export const COUNTED_STATES: readonly IncidentState[] = INCIDENT_STATES.filter(
  (state) => !(UNCOUNTED_STATES as readonly IncidentState[]).includes(state),
)

/** States of what stands on the board: counted, and still somebody's work. */
export const OPEN_STATES: readonly IncidentState[] = COUNTED_STATES.filter(isOpenState)

/** A span of days, both inclusive. */
export interface Period {
  from: Day
  to: Day
}

/** As many days right before a period, to compare with. */
export function periodBefore({ from, to }: Period): Period {
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) }
}

/** The last `count` months up to the one of a day, the oldest first, as `YYYY-MM`. */
export function monthsUpTo(day: Day, count: number): string[] {
  const first = `${day.slice(0, 7)}-01`
  return Array.from({ length: count }, (_, index) => addMonths(first, index - count + 1).slice(0, 7))
}

/** How soon somebody who escaped was back. */
const RETURN_SPANS = ['within-24h', 'within-7d', 'later', 'away', 'ended'] as const
export type ReturnSpan = (typeof RETURN_SPANS)[number]

const RETURN_SPAN_LABELS: Record<ReturnSpan, string> = {
  'within-24h': 'Trở lại trong 24 giờ',
  'within-7d': 'Trở lại trong 7 ngày',
  later: 'Trở lại sau 7 ngày',
  away: 'Chưa bắt lại',
  ended: 'Kết thúc đợt khi đang trốn',
}

export const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** From Monday, the first day of the week. */
export const WEEKDAY_LABELS = [
  'Thứ Hai',
  'Thứ Ba',
  'Thứ Tư',
  'Thứ Năm',
  'Thứ Sáu',
  'Thứ Bảy',
  'Chủ nhật',
] as const

/** Which escapes are asked for: all, by how many went together, or by how soon somebody was back. */
export const ESCAPE_SLICES = ['any', 'alone', 'group', ...RETURN_SPANS] as const
export type EscapeSlice = (typeof ESCAPE_SLICES)[number]

export const ESCAPE_SLICE_LABELS: Record<EscapeSlice, string> = {
  any: 'Có người trốn',
  alone: 'Trốn một người',
  group: 'Trốn từ hai người',
  ...RETURN_SPAN_LABELS,
}

/** Which injuries are asked for. */
export const INJURY_SLICES = ['any', 'hospital'] as const
export type InjurySlice = (typeof INJURY_SLICES)[number]

export const INJURY_SLICE_LABELS: Record<InjurySlice, string> = {
  any: 'Có người bị thương',
  hospital: 'Có người phải đi viện',
}

/** Stands among ids of zones for what happened in none of them. */
export const OUTSIDE_ZONES = 'ngoai-khu'
export const OUTSIDE_ZONES_LABEL = 'Ngoài các khu'

const HOUR_MS = 3_600_000

/** The span an escape falls in; a moment exactly 24 hours or 7 days (168 hours) later still falls in the earlier one. */
export function returnSpan(escapedAt: Instant, recoveredAt: Instant): ReturnSpan {
  const hours = (instantMs(recoveredAt) - instantMs(escapedAt)) / HOUR_MS
  if (hours <= 24) return 'within-24h'
  return hours <= 168 ? 'within-7d' : 'later'
}

/** The value below which a share of the values lies (nearest rank); null without values. @param share 0–1 */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  return sorted[rank - 1] ?? null
}

/** Whole hours from the report to the end of the work on it. */
export function hoursBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.round((instantMs(to) - instantMs(from)) / HOUR_MS))
}

/** How long incidents have stood where they stand, in calendar days. */
export const AGE_CLASSES = ['days-0-2', 'days-3-7', 'days-8-30', 'days-over-30'] as const
export type AgeClass = (typeof AGE_CLASSES)[number]

export const AGE_CLASS_LABELS: Record<AgeClass, string> = {
  'days-0-2': '0–2 ngày',
  'days-3-7': '3–7 ngày',
  'days-8-30': '8–30 ngày',
  'days-over-30': 'Trên 30 ngày',
}

/** The oldest of each class, in days; the last has no end. */
const MOST_DAYS: Record<AgeClass, number> = {
  'days-0-2': 2,
  'days-3-7': 7,
  'days-8-30': 30,
  'days-over-30': Number.POSITIVE_INFINITY,
}

/** The class of what began on `since`, seen on `today`. */
export function ageClass(since: Day, today: Day): AgeClass {
  const days = daysBetween(since, today)
  return AGE_CLASSES.find((age) => days <= MOST_DAYS[age]) ?? 'days-over-30'
}

/** When what is in a class today began: not before `from`, and earlier than `before`; null: without end. */
export function beganIn(age: AgeClass, today: Day): { from: Instant | null; before: Instant | null } {
  const younger = AGE_CLASSES[AGE_CLASSES.indexOf(age) - 1]
  const most = MOST_DAYS[age]
  return {
    from: Number.isFinite(most) ? startOfDay(addDays(today, -most)) : null,
    before: younger === undefined ? null : startOfDay(addDays(today, -MOST_DAYS[younger])),
  }
}

/** The days of a month (`YYYY-MM`) up to `last`. */
export function daysOfMonth(month: string, last: Day): Period {
  const end = addDays(addMonths(`${month}-01`, 1), -1)
  return { from: `${month}-01`, to: end < last ? end : last }
}
