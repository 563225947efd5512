import { column, type Columns } from './column-facts.ts'
export interface PhotoTable {
  id: string
  person_id: string
  file_id: string
  superseded_at: string | null
  created_at: string
  created_by: string
}

export const photoColumns = {
  id: column('none', 'Record id'),
  person_id: column('none', 'Who is on it'),
  file_id: column('none', 'The file'),
  superseded_at: column('none', 'When a newer one replaced it'),
  created_at: column('none', 'When it was taken'),
  created_by: column('staff', 'Who took it'),
} satisfies Columns<PhotoTable>
