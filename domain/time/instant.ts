import { addDays, dayFromNumber, formatDay, type Day } from './day.ts'

/** A moment, as ISO-8601 UTC text with milliseconds and `Z`. The text sorts as the moments do. */
export type Instant = string

/** Viet Nam keeps +07:00 the whole year and has done so since 1975: no zone table is needed. */
const OFFSET_MS = 7 * 3_600_000
const MS_PER_DAY = 86_400_000

/** The instant of a millisecond count since 1970. */
export function instantFromMs(ms: number): Instant {
  return new Date(ms).toISOString()
}

/** Milliseconds since 1970 of an instant. */
export function instantMs(instant: Instant): number {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`)
  return ms
}

/**
 * Reads ISO text that carries an offset (`…Z`, `…+07:00`) as an Instant.
 * Returns undefined for text without an offset or that is no moment: a bare local time would be a guess.
 */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

/** The calendar day in Viet Nam on which the instant falls. */
export function dayOf(instant: Instant): Day {
  return dayFromNumber(Math.floor((instantMs(instant) + OFFSET_MS) / MS_PER_DAY))
}

/** 00:00 of the day in Viet Nam. */
export function startOfDay(day: Day): Instant {
  return atTime(day, '00:00')
}

/** The first moment after the day, i.e. 00:00 of the next. */
export function endOfDay(day: Day): Instant {
  return startOfDay(addDays(day, 1))
}

/** `HH:MM` of the day in Viet Nam. */
export function atTime(day: Day, time: string): Instant {
  return instantFromMs(Date.parse(`${day}T${time}:00.000Z`) - OFFSET_MS)
}

/** The instant `hours` hours later, running through nights and holidays (CNT-05). */
export function addHours(instant: Instant, hours: number): Instant {
  return instantFromMs(instantMs(instant) + hours * 3_600_000)
}

/** `YYYY-MM-DDTHH:MM:SS+07:00`: how instants leave the program for people who read files. */
export function toOffsetText(instant: Instant): string {
  return `${new Date(instantMs(instant) + OFFSET_MS).toISOString().slice(0, 19)}+07:00`
}

/** `HH:MM` in Viet Nam, 24 hours. */
export function formatTime(instant: Instant): string {
  return new Date(instantMs(instant) + OFFSET_MS).toISOString().slice(11, 16)
}

/** `HH:MM dd/mm/yyyy` in Viet Nam. */
export function formatInstant(instant: Instant): string {
  return `${formatTime(instant)} ${formatDay(dayOf(instant))}`
}
