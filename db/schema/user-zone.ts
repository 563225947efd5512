import { column, type Columns } from './column-facts.ts'

export interface UserZoneTable {
  user_id: string
  zone_id: string
}

export const userZoneColumns = {
  user_id: column('staff', 'Account'),
  zone_id: column('none', 'A zone it works in'),
} satisfies Columns<UserZoneTable>
