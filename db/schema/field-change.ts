export interface FieldChangeTable {
  audit_seq: number
  position: number
  entity: string
  entity_id: string
  person_id: string | null
  field: string
  before: string | null
  after: string | null
}
