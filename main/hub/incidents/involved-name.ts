import type { InvolvementRow } from '#db/queries/incidents/parts.ts'

/** What somebody in an incident is called. */
export function involvedName(row: Pick<InvolvementRow, 'person_name' | 'user_name' | 'name'>): string {
  return row.person_name ?? row.user_name ?? row.name ?? ''
}
