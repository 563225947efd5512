import { can } from '#domain/permissions/permissions.ts'
import type { Role } from '#domain/permissions/roles.ts'

/** True for those who may allow what the rules leave to the head. */
export function mayAllow(roles: readonly Role[]): boolean {
  return can(roles, 'contacts.approve')
}
