import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'

export interface ChangeTable {
  seq: Generated<number>
  at: string
  topic: string
  entity_id: string | null
  by: string
}

export const changeColumns = {
  seq: column('none', 'Order of changes as desks hear of them'),
  at: column('none', 'When'),
  topic: column('none', 'Kind of thing that changed'),
  entity_id: column('none', 'Id of the thing'),
  by: column('staff', 'Name of who changed it'),
} satisfies Columns<ChangeTable>
