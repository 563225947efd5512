import { sql } from 'kysely'
import type { IncidentLink } from '#domain/incidents/incident-kinds.ts'
import type { Query, ReadDb } from '../../connection/handles.ts'
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

/** What the record at the other end of a tie is about. */
export interface TargetFace {
  /** A day or an instant, as its book keeps it. */
  at: string
  personId: string | null
  /** The person, the pair of people or the zone it is about. */
  name: string | null
  /** Year and number in its own book. */
  year: number | null
  no: number | null
}

/** Records of one person: the table, and when it was. */
const OF_PERSON = {
  visit: ['visit', 'on_day'],
  parcel: ['parcel', 'on_day'],
  letter: ['letter', 'on_day'],
  outing: ['outing', 'leave_at'],
  'contraband-find': ['contraband_find', 'found_at'],
} as const satisfies Partial<Record<IncidentLink, readonly [table: string, at: string]>>

function faceQuery(kind: IncidentLink, id: string): Query<TargetFace> | null {
  switch (kind) {
    case 'visit':
    case 'parcel':
    case 'letter':
    case 'outing':
    case 'contraband-find': {
      const [table, at] = OF_PERSON[kind]
      return sql<TargetFace>`
        select it.${sql.ref(at)} as at, it.person_id as "personId", person.name, null as year, null as no
        from ${sql.table(table)} as it join person on person.id = it.person_id where it.id = ${id}`.compile(
        qb,
      )
    }
    case 'request':
    case 'discipline': {
      const [table, at] = kind === 'request' ? ['request', 'received_at'] : ['conduct_case', 'occurred_on']
      return sql<TargetFace>`
        select it.${sql.ref(at)} as at, it.person_id as "personId", person.name, it.year, it.no
        from ${sql.table(table)} as it left join person on person.id = it.person_id where it.id = ${id}`.compile(
        qb,
      )
    }
    case 'custody-event':
      return sql<TargetFace>`
        select it.at, stay.person_id as "personId", person.name, null as year, null as no
        from custody_event as it join stay on stay.id = it.stay_id join person on person.id = stay.person_id
        where it.id = ${id}`.compile(qb)
    case 'keep-apart':
      return sql<TargetFace>`
        select it.opened_at as at, it.person_a as "personId", one.name || ', ' || other.name as name,
          null as year, null as no
        from keep_apart as it join person as one on one.id = it.person_a
        join person as other on other.id = it.person_b where it.id = ${id}`.compile(qb)
    case 'head-count':
      return sql<TargetFace>`
        select it.shift_at as at, null as "personId", place.name, null as year, null as no
        from head_count as it join place on place.id = it.zone_id where it.id = ${id}`.compile(qb)
    case 'incident':
    case 'duplicate-of':
      return null
  }
}

/** What a tied record is about; undefined for another incident, which has a sight of its own, and for none. */
export function findTargetFace(db: ReadDb, kind: IncidentLink, id: string): TargetFace | undefined {
  const query = faceQuery(kind, id)
  return query === null ? undefined : db.get(query)
}

/** Incidents tied to a record of another book, the oldest first. */
export function listIncidentsTiedTo(db: ReadDb, targetId: string): string[] {
  const rows = db.all(
    qb
      .selectFrom('incident_link')
      .select('incident_id')
      .distinct()
      .where('kind', 'in', ['contraband-find', 'visit', 'parcel', 'letter'])
      .where('target_id', '=', targetId)
      .orderBy('linked_at'),
  )
  return [...new Set(rows.map((row) => row.incident_id))]
}
