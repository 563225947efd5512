import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'

export interface BagMoveTable {
  seq: Generated<number>
  bag_id: string
  shelf_id: string
  at: string
  moved_by: string
}

export const bagMoveColumns = {
  seq: column('none', 'Order of writing'),
  bag_id: column('none', 'Which bag'),
  shelf_id: column('none', 'Where it was put'),
  at: column('none', 'When'),
  moved_by: column('staff', 'Who put it there'),
} satisfies Columns<BagMoveTable>
