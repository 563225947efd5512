export interface AuditHeadTable {
  id: number
  seq: number
  hash: string
}
