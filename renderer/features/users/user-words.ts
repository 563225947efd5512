import { ROLE_LABELS, type Role } from '#domain/permissions/roles.ts'

/** The roles of an account in words. */
export function roleText(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_LABELS[role]).join(', ')
}

/** The page of one account. */
export function userHref(id: string): string {
  return `/quan-tri/nguoi-dung/${id}`
}
