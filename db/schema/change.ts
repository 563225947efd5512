import type { Generated } from 'kysely'

export interface ChangeTable {
  seq: Generated<number>
  at: string
  topic: string
  entity_id: string | null
  by: string
}
