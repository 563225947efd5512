import { column, type Columns } from './column-facts.ts'
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

export const fieldChangeColumns = {
  audit_seq: column('none', 'Audit entry it belongs to'),
  position: column('none', 'Order within the entry'),
  entity: column('none', 'Kind of record'),
  entity_id: column('none', 'Id of the record'),
  person_id: column('none', 'Whose data'),
  field: column('none', 'Which field'),
  before: column('personal', 'Earlier value'),
  after: column('personal', 'New value'),
} satisfies Columns<FieldChangeTable>
