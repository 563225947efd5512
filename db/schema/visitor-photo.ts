import { column, type Columns } from './column-facts.ts'

export interface VisitorPhotoTable {
  id: string
  visitor_id: string
  file_id: string
  taken_at: string
  taken_by: string
  superseded_at: string | null
}

export const visitorPhotoColumns = {
  id: column('none', 'Record id'),
  visitor_id: column('none', 'Who is on it'),
  file_id: column('none', 'The file'),
  taken_at: column('none', 'When it was taken'),
  taken_by: column('staff', 'Who took it'),
  superseded_at: column('none', 'When a newer one replaced it'),
} satisfies Columns<VisitorPhotoTable>
