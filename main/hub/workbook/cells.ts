import type { Cell } from 'write-excel-file/node'
import type { Day } from '#domain/time/day.ts'

/** Text stays text whatever it begins with: a cell of type string is never taken for a formula. */
export function textCell(value: string | null): Cell {
  return value === null || value === '' ? null : { type: String, value }
}

/** A date that a spreadsheet computes with. */
export function dayCell(value: Day | null): Cell {
  return value === null ? null : { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'dd/mm/yyyy' }
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
