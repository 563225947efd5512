import type { DueRow } from '#domain/contract/today.ts'
import { daysBetween, formatDay } from '#domain/time/day.ts'
import { dayOf, instantMs, type Instant } from '#domain/time/instant.ts'
import type { Tone } from '#ui/colors.ts'
import { formatNumber } from '#ui/format.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

function clockText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** How far a moment lies from `now`: `còn 02:14`, `quá 02:14`, beyond a day `còn 3 ngày`, `quá 3 ngày`. */
function distanceText(dueAt: Instant, now: Instant): string {
  const minutes = Math.trunc((instantMs(dueAt) - instantMs(now)) / MINUTE_MS)
  const word = dueAt < now ? 'quá' : 'còn'
  if (Math.abs(minutes) < DAY_MINUTES) return `${word} ${clockText(Math.abs(minutes))}`
  return `${word} ${formatNumber(Math.max(1, Math.abs(daysBetween(dayOf(now), dayOf(dueAt)))), 0)} ngày`
}

/** What stands before a due line, and its tone. */
export function dueText(
  row: Pick<DueRow, 'kind' | 'urgency' | 'dueAt'>,
  now: Instant,
): { text: string; tone: Tone } {
  const { kind, urgency, dueAt } = row
  if (dueAt === null) return { text: 'bổ sung', tone: 'soon' }
  if (kind === 'ends-later') return { text: `từ ${formatDay(dayOf(dueAt)).slice(0, 5)}`, tone: 'ended' }
  const text = distanceText(dueAt, now)
  if (urgency === 'late' || dueAt < now) return { text, tone: 'late' }
  return { text, tone: urgency === 'today' ? 'soon' : 'ended' }
}
