import { addDays, dayNumber, formatDay, isDay, type Day } from '#domain/time/day.ts'
import type { Problem } from '#domain/errors.ts'
import type { BirthPrecision } from '#domain/people/sex.ts'
import { cellText, type SheetCell } from './sheet-cell.ts'

/** A cell read as a date, a refusal, or nothing in the cell. */
type ReadDate =
  | { kind: 'day'; day: Day; precision: BirthPrecision }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'empty' }

/** Excel counts days from here (its 1900 has a 29 February, so serials below 61 are off by one and refused). */
const SERIAL_ZERO = '1899-12-30'
const FIRST_SERIAL = 61
const LAST_SERIAL = 73_050
const MAX_LENGTH = 60
const UNKNOWN =
  /^(?:[-–./?x\s]*|k(?:hông|hong|o|h)?\.? ?(?:rõ|ro|nhớ|nho|có|co|biết|biet)|chưa (?:rõ|có)|n\/a)$/iu
const LEAD = /^(?:sinh|ngày|ngay|năm|nam|tháng|thang|khoảng|khoang|kh\.|ns|:|\.|,|\s)+/iu
/** Excel writes "5-Mar-90" where the PC speaks English and "05-thg 3-90" where it speaks Vietnamese. */
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'
const ENGLISH_MONTH = /[-\s/]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-\s/,]+/i
const TIME = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/

/**
 * Reads a birth date: dd/mm/yyyy with `/ - . ` or spaces, d/m/yy, mm/yyyy, yyyy, ISO, "Sinh năm 1990", eight
 * digits ddmmyyyy, Excel dates and serial numbers. A day that does not exist, lies after `today` or before 1900
 * is refused. Only-year and only-month dates come back as the first day of it with their precision.
 */
export function parseBirth(cell: SheetCell, today: Day): ReadDate {
  const read = readDate(cell, today, 'birth')
  if (read.kind !== 'day') return read
  if (read.day > today) {
    return refuse(
      'birth_in_future',
      `Ngày sinh ${formatDay(read.day)} ở sau hôm nay. Xem lại ngày, tháng, năm.`,
    )
  }
  if (read.day < '1900-01-01')
    return refuse('birth_impossible', 'Ngày sinh trước năm 1900. Xem lại năm sinh.')
  return read
}

/**
 * Reads a date of an act (received, decision). Same spellings as {@link parseBirth}, but the day must be known:
 * only a month or a year is refused. The future is left to the caller.
 */
export function parseDay(cell: SheetCell, today: Day): ReadDate {
  const read = readDate(cell, today, 'act')
  if (read.kind === 'day' && read.precision !== 'day') {
    return refuse(
      'date_incomplete',
      `“${cellText(cell)}” thiếu ngày hoặc tháng. Ghi đủ ngày/tháng/năm, ví dụ 05/03/2025.`,
    )
  }
  return read
}

type Purpose = 'birth' | 'act'

function readDate(cell: SheetCell, today: Day, purpose: Purpose): ReadDate {
  if (cell === null || typeof cell === 'boolean') return { kind: 'empty' }
  if (typeof cell === 'object') return { kind: 'day', day: cell.day, precision: 'day' }
  if (typeof cell === 'number') return readNumber(cell, today, purpose)
  const text = cell
    .normalize('NFC')
    .replace(/^['’`]/, '')
    .trim()
  if (text.length > MAX_LENGTH) return unreadable(text)
  return UNKNOWN.test(text) ? { kind: 'empty' } : readText(text, today, purpose)
}

function readNumber(value: number, today: Day, purpose: Purpose): ReadDate {
  if (Number.isInteger(value) && value >= 1900 && value <= 2100) return whole(value, undefined, undefined)
  if (value >= FIRST_SERIAL && value <= LAST_SERIAL) {
    return { kind: 'day', day: addDays(SERIAL_ZERO, Math.floor(value)), precision: 'day' }
  }
  const digits = String(value)
  if (/^\d{7,8}$/.test(digits)) return readText(digits.padStart(8, '0'), today, purpose)
  return unreadable(digits)
}

function readText(text: string, today: Day, purpose: Purpose): ReadDate {
  const bare = text
    .replace(TIME, '')
    .replace(/\s*(?:\([^)]*\)|\?)$/, '')
    .replace(ENGLISH_MONTH, (_, month: string) => `/${MONTHS.indexOf(month.toLowerCase()) / 3 + 1}/`)
    .replace(/[-\s]+thg\.?\s*(?=\d)/iu, '/')
    .replace(/\s*[\\,]\s*|\/{2,}/g, '/')
    .replace(LEAD, '')
    .replace(/\s*(?:tháng|thang|năm|nam)\s*/giu, '/')
    .replace(/^[/\s]+|[/.\s]+$/g, '')
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(bare)
  if (iso) return whole(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? undefined : Number(iso[3]))
  const full =
    /^(\d{1,2})\s*[/\-. ]\s*(\d{1,2})\s*[/\-. ]\s*(\d{4}|\d{2})$/.exec(bare) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(bare)
  if (full) return whole(fullYear(full[3] ?? '', today, purpose), Number(full[2]), Number(full[1]))
  const month = /^(?:[-?x_.]*[/\-. ]+)?(\d{1,2})\s*[/\-. ]\s*(\d{4})$/.exec(bare)
  if (month) return whole(Number(month[2]), Number(month[1]), undefined)
  const year = /^(?:[-?x_./ ]*)(\d{4})$/.exec(bare)
  if (year) return whole(Number(year[1]), undefined, undefined)
  if (/^\d{5}(?:\.\d+)?$/.test(bare)) return readNumber(Number(bare), today, purpose)
  return unreadable(text)
}

/** Two digits: a birth year is the last one at least ten years ago, an act's the last one up to next year. */
function fullYear(digits: string, today: Day, purpose: Purpose): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  const latest = Number(today.slice(0, 4)) + (purpose === 'birth' ? -10 : 1)
  return 2000 + year <= latest ? 2000 + year : 1900 + year
}

/** 00 for an unknown day or month is common on old papers and means "not known". */
function whole(year: number, month: number | undefined, date: number | undefined): ReadDate {
  const knownMonth = month === 0 ? undefined : month
  const knownDate = knownMonth === undefined || date === 0 ? undefined : date
  const day = [
    String(year).padStart(4, '0'),
    String(knownMonth ?? 1).padStart(2, '0'),
    String(knownDate ?? 1).padStart(2, '0'),
  ].join('-')
  if (!isDay(day) || year < 1800 || year > 2200) {
    const written = [date, month, year].filter((part) => part !== undefined).join('/')
    return refuse('date_impossible', `Không có ngày ${written} trên lịch. Xem lại ngày, tháng, năm.`)
  }
  const precision = knownDate !== undefined ? 'day' : knownMonth !== undefined ? 'month' : 'year'
  return { kind: 'day', day, precision }
}

function unreadable(text: string): ReadDate {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return refuse(
    'date_unreadable',
    `Không đọc được ngày “${shown}”. Ghi theo dạng ngày/tháng/năm, ví dụ 05/03/1990.`,
  )
}

function refuse(code: string, message: string): ReadDate {
  return { kind: 'problem', problem: { code, message } }
}

/** The Excel serial number of a day: a plain number whose cell was formatted as a date by mistake. */
export function serialOf(day: Day): number {
  return dayNumber(day) - dayNumber(SERIAL_ZERO)
}
