import type { ImportRowTable } from '#db/schema/import-row.ts'
import type { CellFinding } from '#domain/import/import-person.ts'
import type { ParkedEntry } from './assess-workbook.ts'

/** What is kept of a row that did not go in at once, as JSON in the encrypted database. */
export interface KeptRow {
  name: string
  reasons: CellFinding[]
  cells: string[]
  /** A parked row, ready to go in when somebody decides so. */
  parked: ParkedEntry | null
}

export function keptRowText(row: KeptRow): string {
  return JSON.stringify(row)
}

/** Reads what was written by {@link keptRowText}. */
export function readKeptRow(row: Pick<ImportRowTable, 'detail'>): KeptRow {
  const found = JSON.parse(row.detail) as Partial<KeptRow>
  return {
    name: found.name ?? '',
    reasons: found.reasons ?? [],
    cells: found.cells ?? [],
    parked: found.parked ?? null,
  }
}
