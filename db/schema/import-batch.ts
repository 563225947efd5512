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
