export interface PhotoTable {
  id: string
  person_id: string
  file_id: string
  superseded_at: string | null
  created_at: string
  created_by: string
}
