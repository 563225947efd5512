import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'

export interface PostTable {
  id: string
  name: string
  zone_id: string | null
  created_at: string
  created_by: string
  retired_at: string | null
  version: Generated<number>
}

export const postColumns = {
  id: column('none', 'Record id'),
  name: column('none', 'Name of the post'),
  zone_id: column('none', 'Zone it belongs to'),
  created_at: column('none', 'When it was made'),
  created_by: column('staff', 'Who made it'),
  retired_at: column('none', 'When it was given up'),
  version: column('none', 'Count of edits'),
} satisfies Columns<PostTable>
