import type { IncidentLink } from '#domain/incidents/incident-kinds.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'

/** The table a tie of an incident leads to; what has no table here is tied by its own feature. */
const TARGETS = {
  'contraband-find': 'contraband_find',
  visit: 'visit',
  parcel: 'parcel',
  letter: 'letter',
  'head-count': 'head_count',
  outing: 'outing',
  request: 'request',
  incident: 'incident',
} as const satisfies Partial<Record<IncidentLink, string>>

/** Does the record exist that an incident is to be tied to? */
export function hasTarget(db: ReadDb, kind: keyof typeof TARGETS, id: string): boolean {
  return db.get(qb.selectFrom(TARGETS[kind]).select('id').where('id', '=', id)) !== undefined
}

/** The visit a parcel was brought to; null when it came another way, or for no parcel at all. */
export function visitOfParcel(db: ReadDb, parcelId: string): string | null {
  return db.get(qb.selectFrom('parcel').select('visit_id').where('id', '=', parcelId))?.visit_id ?? null
}
