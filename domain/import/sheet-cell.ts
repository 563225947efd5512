import { formatDay, type Day } from '#domain/time/day.ts'

/** One cell of a sheet: dates are days, never moments, so that no time zone can shift them. */
export type SheetCell = string | number | boolean | null | { kind: 'date'; day: Day }

/** A sheet as Excel shows it: `rows[0]` is row 1. Short rows simply have fewer cells. */
export type SheetRows = readonly (readonly SheetCell[])[]

/** The cell as text, for echo and for text columns; '' for an empty cell. Dates as dd/mm/yyyy. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return formatDay(cell.day)
  if (typeof cell === 'boolean') return cell ? 'x' : ''
  return String(cell)
}

/** True when nothing can be seen in the cell. */
export function isBlankCell(cell: SheetCell | undefined): boolean {
  return cellText(cell).replace(/[\s\u00a0\u200b-\u200f\ufeff]/g, '') === ''
}

const ECHO_LENGTH = 120

/** The cell as shown back to the clerk: one line of at most 120 characters. */
export function echoCell(cell: SheetCell | undefined): string {
  const text = cellText(cell).replace(/\p{Cc}+/gu, ' ')
  return text.length > ECHO_LENGTH ? `${text.slice(0, ECHO_LENGTH - 1)}…` : text
}
