import { column, type Columns } from './column-facts.ts'
export interface AuditHeadTable {
  id: number
  seq: number
  hash: string
}

export const auditHeadColumns = {
  id: column('none', 'Always 1: there is one row'),
  seq: column('none', 'Place of the last entry, so that a cut end of the chain shows'),
  hash: column('none', 'Hash of the last entry; empty before the first'),
} satisfies Columns<AuditHeadTable>
