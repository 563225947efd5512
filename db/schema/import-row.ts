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
