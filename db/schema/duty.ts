import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'

export interface DutyTable {
  id: string
  shift_at: string
  user_id: string
  post_id: string | null
  is_lead: Generated<number>
  assigned_at: string
  assigned_by: string
  removed_at: string | null
  removed_by: string | null
}

export const dutyColumns = {
  id: column('none', 'Record id'),
  shift_at: column('none', 'Beginning of the shift'),
  user_id: column('staff', 'Who is on duty'),
  post_id: column('none', 'At which post'),
  is_lead: column('staff', 'Leads the shift'),
  assigned_at: column('none', 'When it was written down'),
  assigned_by: column('staff', 'Who wrote it down'),
  removed_at: column('none', 'When it was taken back'),
  removed_by: column('staff', 'Who took it back'),
} satisfies Columns<DutyTable>
