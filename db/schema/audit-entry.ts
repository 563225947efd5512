import { column, type Columns } from './column-facts.ts'
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

export const auditEntryColumns = {
  seq: column('none', 'Place in the chain, 1 upwards without gaps'),
  at: column('none', "When, by the hub's clock"),
  actor: column('staff', 'Account or system user who did it'),
  action: column('none', 'What was done, a code'),
  subject_kind: column('none', 'Kind of record concerned'),
  subject_id: column('none', 'Id of that record'),
  person_id: column('none', 'Whose file was concerned or seen'),
  body: column(
    'none',
    'Facts, names of changed fields and the keyed digest of their values; never the values',
  ),
  prev_hash: column('none', 'Hash of the entry before'),
  hash: column('none', 'SHA-256 over this entry and prev_hash'),
} satisfies Columns<AuditEntryTable>
