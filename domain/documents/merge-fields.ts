import { formatDay, type Day } from '../time/day.ts'

/** One row of a table of a document: tag → text. */
export type MergeRow = Readonly<Record<string, string>>

/** What goes into a template: tag → text, or the rows of a table. Texts only, so that nothing in them is markup. */
export type MergeFields = Readonly<Record<string, string | readonly MergeRow[]>>

/** The tags a template may hold, each with what people call it. */
export interface FormTags {
  fields: Readonly<Record<string, string>>
  lists: Readonly<Record<string, { label: string; columns: Readonly<Record<string, string>> }>>
}

/** Where nothing is known: dots to write on by hand. */
export const DOTS = '…………………………'
/** Two lines across the page. */
export const DOT_LINES = `${'…'.repeat(34)}\n${'…'.repeat(34)}`
const DAY_DOTS = '…/…/……'

/** Fewest lines of a table: what is missing is written in by hand. */
const FEWEST_ROWS = 3

/**
 * Text as it may stand in a Word file: one kind of line break, no control characters, no halves of characters,
 * composed accents. XML's own signs stay: the writer of the file escapes them.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\n\P{Cc}]|[\uFFFE\uFFFF\uFFFD]/gu, '')
}

/** A value or dots. */
export function shown(value: string | null | undefined, blank: string = DOTS): string {
  const text = printable(value ?? '').trim()
  return text === '' ? blank : text
}

/** A number in Vietnamese writing, or dots. */
export function shownNumber(value: number | null | undefined, unit = ''): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '………'
  return `${formatNumber(value)}${unit === '' ? '' : ` ${unit}`}`
}

/** `dd/mm/yyyy`, or dots. */
export function shownDay(day: Day | null | undefined): string {
  return day === null || day === undefined ? DAY_DOTS : formatDay(day)
}

/** 1234567.5 → `1.234.567,5`. */
export function formatNumber(value: number): string {
  const [whole = '0', part] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${value < 0 ? '-' : ''}${grouped}${part === undefined ? '' : `,${part}`}`
}

/** Rows numbered from 1, with empty ones after them so that the table can be written on. */
export function numberedRows<C extends string>(
  rows: readonly Readonly<Record<C, string | null>>[],
  columns: readonly C[],
): MergeRow[] {
  const filled = rows.map((row, at) => ({
    stt: String(at + 1),
    ...Object.fromEntries(columns.map((column) => [column, printable(row[column] ?? '')])),
  }))
  const empty = Array.from({ length: Math.max(0, FEWEST_ROWS - rows.length) }, () => ({
    stt: ' ',
    ...Object.fromEntries(columns.map((column) => [column, ' '])),
  }))
  return [...filled, ...empty]
}
