import { column, type Columns } from './column-facts.ts'
import type { Role } from '#domain/permissions/roles.ts'

export interface UserRoleTable {
  user_id: string
  role: Role
}

export const userRoleColumns = {
  user_id: column('staff', 'Account'),
  role: column('staff', 'What it may do'),
} satisfies Columns<UserRoleTable>
