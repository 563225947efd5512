import type { Role } from '#domain/permissions/roles.ts'

export interface UserRoleTable {
  user_id: string
  role: Role
}
