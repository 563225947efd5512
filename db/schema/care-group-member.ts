import { column, type Columns } from './column-facts.ts'

export interface CareGroupMemberTable {
  id: string
  group_id: string
  stay_id: string
  from_on: string
  to_on: string | null
  added_by: string
  removed_by: string | null
}

export const careGroupMemberColumns = {
  id: column('none', 'Record id'),
  group_id: column('none', 'Which group'),
  stay_id: column('none', 'Whose stay'),
  from_on: column('personal', 'First day'),
  to_on: column('personal', 'Last day'),
  added_by: column('staff', 'Who added it'),
  removed_by: column('staff', 'Who took the person out'),
} satisfies Columns<CareGroupMemberTable>
