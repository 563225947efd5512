import { column, type Columns } from './column-facts.ts'
export interface ImportBatchTable {
  id: string
  file_name: string
  file_sha256: string
  state: 'committing' | 'done' | 'stopped' | 'undone'
  headers: string
  rows: number
  imported: number
  rejected: number
  duplicates: number
  started_by: string
  started_at: string
  ended_at: string | null
  undone_at: string | null
  undone_by: string | null
  undo_reason: string | null
}

export const importBatchColumns = {
  id: column('none', 'Record id'),
  file_name: column('none', 'Name of the list'),
  file_sha256: column('none', 'SHA-256 of the list'),
  state: column('none', 'Going in, done, stopped half-way, or undone'),
  headers: column('none', 'Headers of the columns of the list, as JSON'),
  rows: column('none', "People's rows in the list"),
  imported: column('none', 'Rows that went in'),
  rejected: column('none', 'Rows that could not'),
  duplicates: column('none', 'Rows parked as duplicates'),
  started_by: column('staff', 'Who imported'),
  started_at: column('none', 'When it began'),
  ended_at: column('none', 'When it ended'),
  undone_at: column('none', 'When it was undone'),
  undone_by: column('staff', 'Who undid it'),
  undo_reason: column('none', 'Why'),
} satisfies Columns<ImportBatchTable>
