import { column, type Columns } from './column-facts.ts'

export interface TeamMemberTable {
  id: string
  team_id: string
  stay_id: string
  from_at: string
  added_by: string
  to_at: string | null
  removed_by: string | null
}

export const teamMemberColumns = {
  id: column('none', 'Record id'),
  team_id: column('none', 'Team'),
  stay_id: column('personal', 'Stay of the member'),
  from_at: column('personal', 'Since when'),
  added_by: column('staff', 'Who put the person in'),
  to_at: column('personal', 'Until when'),
  removed_by: column('staff', 'Who took the person out'),
} satisfies Columns<TeamMemberTable>
