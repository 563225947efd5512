import { formatDay, isDay, type Day } from '#domain/time/day.ts'

/** What typed text says about a day: a day, nothing typed, or not a day. */
export type DayText = { kind: 'day'; day: Day } | { kind: 'empty' } | { kind: 'wrong'; message: string }

const PIVOT_YEARS_AHEAD = 10

/**
 * Reads a day as clerks type it: `01/07/2026`, `1/7/26`, `1-7-2026`, `1.7.2026`, `01072026`, `010726`, and `1/7`
 * for the year of `today`. Two-digit years fall in the hundred years that end ten years after `today`.
 */
export function parseDayText(text: string, today: Day): DayText {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'empty' }
  const parts = splitDayText(trimmed)
  if (!parts) return { kind: 'wrong', message: 'Nhập ngày theo dạng ngày/tháng/năm, ví dụ 01/07/2026.' }
  const year = fullYear(parts.year, today)
  const day = `${String(year).padStart(4, '0')}-${parts.month.padStart(2, '0')}-${parts.date.padStart(2, '0')}`
  if (year < 1900 || !isDay(day))
    return { kind: 'wrong', message: `Không có ngày ${parts.date}/${parts.month}/${year}. Kiểm tra lại.` }
  return { kind: 'day', day }
}

interface DayParts {
  date: string
  month: string
  year: string
}

function splitDayText(text: string): DayParts | undefined {
  const separated = /^(\d{1,2})[/\-. ](\d{1,2})(?:[/\-. ](\d{2}|\d{4}))?$/.exec(text)
  const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text)
  const match = separated ?? digits
  if (!match) return undefined
  return { date: match[1] ?? '', month: match[2] ?? '', year: match[3] ?? '' }
}

function fullYear(text: string, today: Day): number {
  const thisYear = Number(today.slice(0, 4))
  if (text === '') return thisYear
  if (text.length === 4) return Number(text)
  const century = Math.floor(thisYear / 100) * 100
  const year = century + Number(text)
  return year > thisYear + PIVOT_YEARS_AHEAD ? year - 100 : year
}

/** The text a field shows for a value: `dd/mm/yyyy`, or nothing. */
export function dayToText(day: Day | null): string {
  return day === null ? '' : formatDay(day)
}
