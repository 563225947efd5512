import type { Visit } from '#domain/contract/visit-shapes.ts'
import type { VisitState } from '#domain/contacts/contact-codes.ts'
import { RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { formatTime, instantMs, type Instant } from '#domain/time/instant.ts'
import type { Tone } from '#ui/colors.ts'

export const VISIT_TONES: Record<VisitState, Tone> = {
  booked: 'soon',
  waiting: 'away',
  running: 'ok',
  ended: 'ended',
  cancelled: 'ended',
  absent: 'ended',
}

/** `Lò Thị Mai (mẹ), Lò Văn Tư (cha)`. */
export function guestsText(guests: Visit['guests']): string {
  return guests.map(({ name, relation }) => `${name} (${RELATION_LABELS[relation].toLowerCase()})`).join(', ')
}

/** `09:00-09:45`, as it took place or as it is planned. */
export function hoursText({ startsAt, startedAt, endedAt, minutes, extraMinutes }: Visit): string {
  const from = startedAt ?? startsAt
  const planned = new Date(instantMs(from) + (minutes + extraMinutes) * 60_000).toISOString()
  return `${formatTime(from)}-${formatTime(endedAt ?? planned)}`
}

/** Whole minutes a running visit has left at `now`; negative once it is over time. */
export function minutesLeft({ startedAt, startsAt, minutes, extraMinutes }: Visit, now: Instant): number {
  const end = instantMs(startedAt ?? startsAt) + (minutes + extraMinutes) * 60_000
  const left = (end - instantMs(now)) / 60_000
  return left >= 0 ? Math.ceil(left) : Math.floor(left)
}

/** `còn 12 phút`, `hết giờ`, `quá 3 phút`. */
export function leftText(left: number): string {
  if (left === 0) return 'hết giờ'
  return left > 0 ? `còn ${left} phút` : `quá ${-left} phút`
}
