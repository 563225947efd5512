import { ESCAPE_FORMS } from '#domain/documents/escape-paper.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import { photoOf } from '../people/person-line.ts'

const escapeById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('escape').selectAll().where('id', '=', p.id),
)
const escapesOfIncident = prepared<{ incident: string }>()((p) =>
  qb.selectFrom('escape').selectAll().where('incident_id', '=', p.incident).orderBy('id'),
)
const escapesOfStay = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('escape').selectAll().where('stay_id', '=', p.stay).orderBy('escaped_at', 'desc'),
)
const papersOfIncident = prepared<{ incident: string }>()((p) =>
  qb
    .selectFrom('escape')
    .innerJoin('document', 'document.stay_id', 'escape.stay_id')
    .select(['document.id', 'escape.id as escape_id', 'document.form', 'document.number', 'document.symbol'])
    .where('escape.incident_id', '=', p.incident)
    .where('document.form', 'in', [...ESCAPE_FORMS])
    .where('document.cancelled_at', 'is', null)
    .whereRef('document.made_at', '>=', 'escape.recorded_at')
    // A paper is of the last escape that was known when it was made.
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('escape as later')
            .select('later.id')
            .whereRef('later.stay_id', '=', 'escape.stay_id')
            .whereRef('later.recorded_at', '>', 'escape.recorded_at')
            .whereRef('later.recorded_at', '<=', 'document.made_at'),
        ),
      ),
    )
    .orderBy('document.made_at')
    .orderBy('document.number'),
)
const incidentById = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('incident')
    .select(['id', 'year', 'no', 'state', 'version', 'summary'])
    .where('id', '=', p.id),
)
const incidentsOfOrigin = prepared<{ origin: string }>()((p) =>
  qb
    .selectFrom('incident')
    .select(['id', 'year', 'no', 'state', 'version'])
    .where('origin_id', '=', p.origin)
    .where('kind', '=', 'escape')
    .orderBy('recorded_at', 'desc'),
)
const personOfStay = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('stay_state as state')
    .innerJoin('person', 'person.id', 'state.person_id')
    .leftJoin('roster', 'roster.stay_id', 'state.stay_id')
    .leftJoin('place', 'place.id', 'state.zone_id')
    .select([
      'state.stay_id',
      'state.person_id',
      'state.track',
      'person.name',
      'person.birth_on',
      'person.birth_precision',
      'person.sex',
      'place.name as zone_name',
      'state.zone_id',
      'roster.bed_code',
      'roster.room_id',
    ])
    .select(photoOf('state.person_id').as('photo_id'))
    .where('state.stay_id', '=', p.stay),
)

export type EscapeRow = NonNullable<ReturnType<typeof findEscape>>
export type EscapePerson = NonNullable<ReturnType<typeof findEscapePerson>>

export function findEscape(db: ReadDb, id: string) {
  return escapeById.get(db, { id })
}

export function listEscapesOfIncident(db: ReadDb, incidentId: string) {
  return escapesOfIncident.all(db, { incident: incidentId })
}

/** Decisions to search, photo sheets and notices made for the escapes of an incident, without cancelled ones; the oldest first. */
export function listEscapePapers(db: ReadDb, incidentId: string) {
  return papersOfIncident.all(db, { incident: incidentId })
}

/** The newest first. */
export function listEscapesOfStay(db: ReadDb, stayId: string) {
  return escapesOfStay.all(db, { stay: stayId })
}

/** The incident as far as an escape names it. */
export function findEscapeIncident(db: ReadDb, id: string) {
  return incidentById.get(db, { id })
}

/** Escape incidents begun from a count or an outing, the newest first. */
export function listEscapeIncidentsOf(db: ReadDb, originId: string) {
  return incidentsOfOrigin.all(db, { origin: originId })
}

/** Who it is and where they stand on the roll; undefined for a stay nobody was received for. */
export function findEscapePerson(db: ReadDb, stayId: string) {
  return personOfStay.get(db, { stay: stayId })
}

/** Where a page of a list begins: after this moment and row. */
export interface EscapeCursor {
  at: Instant
  id: string
}

/** People the roll has as escaped, the newest first: their hours are still running. */
export function listAway(db: ReadDb, page: { after: EscapeCursor | null; limit: number }) {
  let found = qb
    .selectFrom('roster')
    .select(['stay_id', 'since_at'])
    .where('state', '=', 'escaped')
    .orderBy('since_at', 'desc')
    .orderBy('stay_id', 'desc')
    .limit(page.limit)
  const { after } = page
  if (after) {
    found = found.where((e) => e(e.refTuple('since_at', 'stay_id'), '<', e.tuple(after.at, after.id)))
  }
  return db.all(found)
}

export function countAway(db: ReadDb): number {
  return (
    db.get(
      qb
        .selectFrom('roster')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('state', '=', 'escaped'),
    )?.count ?? 0
  )
}

/** Every escape on file, the newest first; of one person where asked. */
export function listEscapes(
  db: ReadDb,
  page: { personId: string | null; after: EscapeCursor | null; limit: number },
) {
  const { personId, after } = page
  let found = qb
    .selectFrom('escape')
    .selectAll()
    .orderBy('escaped_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
  if (personId !== null) found = found.where('person_id', '=', personId)
  if (after) {
    found = found.where((e) => e(e.refTuple('escaped_at', 'id'), '<', e.tuple(after.at, after.id)))
  }
  return db.all(found)
}
