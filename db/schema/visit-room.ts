import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'

export interface VisitRoomTable {
  id: string
  name: string
  capacity: number
  sort: Generated<number>
  retired_at: string | null
  version: Generated<number>
}

export const visitRoomColumns = {
  id: column('none', 'Record id'),
  name: column('none', 'Name of the room for visits'),
  capacity: column('none', 'Visits it holds at one time'),
  sort: column('none', 'Order on the screen'),
  retired_at: column('none', 'When it was given up'),
  version: column('none', 'Count of edits'),
} satisfies Columns<VisitRoomTable>
