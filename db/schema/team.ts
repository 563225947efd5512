import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'

export interface TeamTable {
  id: string
  name: string
  purpose: string | null
  responsible_id: string
  created_at: string
  created_by: string
  closed_at: string | null
  closed_by: string | null
  version: Generated<number>
}

export const teamColumns = {
  id: column('none', 'Record id'),
  name: column('none', 'Name of the team'),
  purpose: column('none', 'By what its people were put together'),
  responsible_id: column('staff', 'The staff member responsible'),
  created_at: column('none', 'When it was made'),
  created_by: column('staff', 'Who made it'),
  closed_at: column('none', 'When it was given up'),
  closed_by: column('staff', 'Who gave it up'),
  version: column('none', 'Count of edits'),
} satisfies Columns<TeamTable>
