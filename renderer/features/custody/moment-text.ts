import type { Day } from '#domain/time/day.ts'
import { atTime, type Instant } from '#domain/time/instant.ts'

/** Reads a time as clerks type it: `14:02`, `1402`, `14h02`, `9h`; undefined when it is none. */
export function parseTimeText(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:hH.](\d{2})?|(\d{2}))?$/.exec(text.trim())
  if (!match) return undefined
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? match[3] ?? '0')
  if (hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** The moment of a day and a typed time in Viet Nam; undefined while either is missing or wrong. */
export function momentOf(day: Day | null, timeText: string): Instant | undefined {
  const time = parseTimeText(timeText)
  return day === null || time === undefined ? undefined : atTime(day, time)
}
