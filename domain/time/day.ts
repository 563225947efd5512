/**
 * A calendar day in Viet Nam, as ISO text `YYYY-MM-DD`. The text sorts as the days do.
 * Everything legal that is "a date" is a Day; everything that is "a moment" is an Instant.
 */
export type Day = string

const MS_PER_DAY = 86_400_000
const DAY_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01 of a day; the inverse of {@link dayFromNumber}. */
export function dayNumber(day: Day): number {
  const match = DAY_TEXT.exec(day)
  if (!match) throw new RangeError(`not a calendar day: ${day}`)
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY
}

/** The day that lies `n` days after 1970-01-01. */
export function dayFromNumber(n: number): Day {
  const at = new Date(n * MS_PER_DAY)
  const year = at.getUTCFullYear()
  // By hand: `toISOString` costs several times as much, and clocks are computed for tens of thousands of people.
  if (year < 1000 || year > 9999) return at.toISOString().slice(0, 10)
  const month = at.getUTCMonth() + 1
  const date = at.getUTCDate()
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}

/** True for text that names a day that exists (no 31/02). */
export function isDay(text: string): boolean {
  const match = DAY_TEXT.exec(text)
  if (!match) return false
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Date(ms).toISOString().slice(0, 10) === text
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days)
}

/** Calendar days from `from` to `to`: 0 for the same day (CNT-04 counts in this unit). */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * The day `months` months later: the day with the same number, or the month's last day where that number
 * does not exist (CNT-01, Bộ luật Dân sự 2015 Điều 148).
 */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const target = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(date, last))
  return target.toISOString().slice(0, 10)
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  const fromMonday = (dayNumber(day) + 3) % 7
  return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1
}

/** Whole years completed on `on` by someone born on `birth` (turns a year older on the birthday itself). */
export function ageOn(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) >= birth.slice(5) ? years : years - 1
}

/** `dd/mm/yyyy`, the only way a day is shown to people. */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** `MM/YYYY` of a month `YYYY-MM`. */
export function formatMonth(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}
