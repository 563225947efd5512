export interface AuditEntryTable {
  seq: number
  at: string
  actor: string
  action: string
  subject_kind: string | null
  subject_id: string | null
  person_id: string | null
  body: string
  prev_hash: string
  hash: string
}
