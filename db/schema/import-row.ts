import { column, type Columns } from './column-facts.ts'
export interface ImportRowTable {
  batch_id: string
  row: number
  verdict: 'imported' | 'rejected' | 'duplicate'
  detail: string
  person_id: string | null
  stay_id: string | null
  decision: 'same' | 'different' | 'new-stay' | null
  decided_by: string | null
  decided_at: string | null
}

export const importRowColumns = {
  batch_id: column('none', 'The import'),
  row: column('none', 'Row number as Excel shows it'),
  verdict: column('none', 'Imported, rejected or parked as a duplicate'),
  detail: column('personal', 'What the row held and what was said of it, as JSON'),
  person_id: column('none', 'The person it became'),
  stay_id: column('none', 'The stay it became'),
  decision: column('none', 'What a human decided of a duplicate'),
  decided_by: column('staff', 'Who decided'),
  decided_at: column('none', 'When'),
} satisfies Columns<ImportRowTable>
