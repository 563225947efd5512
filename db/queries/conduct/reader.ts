import { sql } from 'kysely'
import type { Month } from '#domain/care/conduct.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import { CARE_PERSON_COLUMNS, inTeams } from '../stages/reader.ts'

const ratedIn = sql<number>`(select count(*) from conduct_rating where conduct_rating.month = conduct_month.month)`

const monthRow = prepared<{ month: string }>()((p) =>
  qb
    .selectFrom('conduct_month')
    .selectAll('conduct_month')
    .select(ratedIn.as('rated'))
    .where('month', '=', p.month),
)

export type ConductMonthRow = NonNullable<ReturnType<typeof findMonth>>

export function findMonth(db: ReadDb, month: Month) {
  return monthRow.get(db, { month })
}

/** Months rated so far, newest first. */
export function listMonths(db: ReadDb, limit: number): ConductMonthRow[] {
  return db.all(
    qb
      .selectFrom('conduct_month')
      .selectAll('conduct_month')
      .select(ratedIn.as('rated'))
      .orderBy('month', 'desc')
      .limit(limit),
  )
}

const lastApproved = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('conduct_month')
    .select((e) => e.fn.max('month').as('month'))
    .where('state', '=', 'approved'),
)

export function lastApprovedMonth(db: ReadDb): Month | null {
  return lastApproved.get(db, {})?.month ?? null
}

/** Who is rated in a month: those on the roll at its end. */
export interface ConductQuery {
  until: Instant
  zones: readonly string[]
  teams: readonly string[]
}

/** Those of them who are on the roll to this day, by an index in the order of names. */
function stillHere({ until, zones, teams }: ConductQuery) {
  let rows = qb.selectFrom('roster').where('roster.received_at', '<', until)
  if (zones.length > 0) rows = rows.where('roster.zone_id', 'in', zones)
  if (teams.length > 0) rows = rows.where(inTeams('roster.stay_id', teams))
  return rows
}

/** Those of them who have left since: few, for a month that is not long past. */
function leftSince({ until, zones, teams }: ConductQuery) {
  let rows = qb
    .selectFrom('stay_state')
    // A literal: the index covers this state only, and the planner cannot see through a bound value.
    .where('stay_state.state', '=', sql.lit<'ended'>('ended'))
    .where('stay_state.ended_at', '>=', until)
    .where('stay_state.received_at', '<', until)
  if (zones.length > 0) rows = rows.where('stay_state.zone_id', 'in', zones)
  if (teams.length > 0) rows = rows.where(inTeams('stay_state.stay_id', teams))
  return rows
}

function isRated(stayColumn: string, month: Month) {
  return sql<number>`exists (select 1 from conduct_rating where conduct_rating.stay_id = ${sql.ref(stayColumn)} and conduct_rating.month = ${month})`
}

export function countRatable(
  db: ReadDb,
  query: ConductQuery,
  month: Month,
): { total: number; rated: number } {
  const here = db.get(
    stillHere(query).select((e) => [
      e.fn.countAll<number>().as('total'),
      e.fn.sum<number | null>(isRated('roster.stay_id', month)).as('rated'),
    ]),
  )
  const left = db.get(
    leftSince(query).select((e) => [
      e.fn.countAll<number>().as('total'),
      e.fn.sum<number | null>(isRated('stay_state.stay_id', month)).as('rated'),
    ]),
  )
  return {
    total: (here?.total ?? 0) + (left?.total ?? 0),
    rated: (here?.rated ?? 0) + (left?.rated ?? 0),
  }
}

const RATING_COLUMNS = [
  'conduct_rating.rating',
  'conduct_rating.proposed',
  'conduct_rating.reason',
  'conduct_rating.rated_by',
  'conduct_rating.version',
] as const

/** A page of who is rated in a month, by name, with the rating given. */
export function listRatable(
  db: ReadDb,
  query: ConductQuery,
  month: Month,
  page: { after: { key: string; id: string } | null; limit: number },
) {
  const { after, limit } = page
  let here = stillHere(query)
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .leftJoin('conduct_rating', (join) =>
      join.onRef('conduct_rating.stay_id', '=', 'roster.stay_id').on('conduct_rating.month', '=', month),
    )
    .select(CARE_PERSON_COLUMNS)
    .select(['roster.received_at as receivedAt', 'roster.sort_key as sortKey'])
    .select(RATING_COLUMNS)
    .orderBy('roster.sort_key')
    .orderBy('roster.stay_id')
    .limit(limit)
  let left = leftSince(query)
    .innerJoin('person', 'person.id', 'stay_state.person_id')
    .leftJoin('place', 'place.id', 'stay_state.zone_id')
    .leftJoin('conduct_rating', (join) =>
      join.onRef('conduct_rating.stay_id', '=', 'stay_state.stay_id').on('conduct_rating.month', '=', month),
    )
    .select([
      'stay_state.stay_id as stayId',
      'stay_state.person_id as personId',
      'person.name',
      'person.birth_on as birthOn',
      'stay_state.track',
      'stay_state.state',
      'place.name as zoneName',
      sql<string | null>`null`.as('bedCode'),
      'stay_state.received_at as receivedAt',
      'person.sort_key as sortKey',
    ])
    .select(RATING_COLUMNS)
    .orderBy('person.sort_key')
    .orderBy('stay_state.stay_id')
    .limit(limit)
  if (after !== null) {
    const { key, id } = after
    here = here.where(sql<boolean>`(roster.sort_key, roster.stay_id) > (${key}, ${id})`)
    left = left.where(sql<boolean>`(person.sort_key, stay_state.stay_id) > (${key}, ${id})`)
  }
  const rows = [...db.all(here), ...db.all(left)]
  return rows.toSorted(byName).slice(0, limit)
}

function byName(a: { sortKey: string; stayId: string }, b: { sortKey: string; stayId: string }): number {
  if (a.sortKey === b.sortKey) return a.stayId < b.stayId ? -1 : 1
  return a.sortKey < b.sortKey ? -1 : 1
}

const absences = prepared<{ stay: string; from: string; until: string }>()((p) =>
  qb
    .selectFrom('care_attendance')
    .innerJoin('care_session', 'care_session.id', 'care_attendance.session_id')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('care_attendance.stay_id', '=', p.stay)
    .where('care_attendance.mark', '=', 'absent')
    .where('care_session.cancelled_at', 'is', null)
    .where('care_session.starts_at', '>=', p.from)
    .where('care_session.starts_at', '<', p.until),
)

const notCorrected = sql<boolean>`not exists (select 1 from custody_event as c where c.stay_id = e.stay_id and c.cancels = e.id)`

const escapes = prepared<{ stay: string; from: string; until: string }>()((p) =>
  qb
    .selectFrom('custody_event as e')
    .select((b) => b.fn.countAll<number>().as('count'))
    .where('e.stay_id', '=', p.stay)
    .where('e.kind', '=', 'escaped')
    .where('e.at', '>=', p.from)
    .where('e.at', '<', p.until)
    .where(notCorrected),
)

const lateReturns = prepared<{ stay: string; from: string; until: string }>()((p) =>
  qb
    .selectFrom('custody_event as e')
    .select((b) => b.fn.countAll<number>().as('count'))
    .where('e.stay_id', '=', p.stay)
    .where('e.kind', '=', 'returned')
    .where('e.at', '>=', p.from)
    .where('e.at', '<', p.until)
    .where(notCorrected)
    .where(
      sql<boolean>`(select json_extract(l.facts, '$.until') from custody_event as l where l.stay_id = e.stay_id and l.kind = 'left' and l.at <= e.at order by l.at desc limit 1) < e.at`,
    ),
)

/** What the proposal of a month counts for a stay: absences, escapes, late returns. */
export function countConductFacts(db: ReadDb, stay: string, span: { from: Instant; until: Instant }) {
  const asked = { stay, ...span }
  return {
    absences: absences.get(db, asked)?.count ?? 0,
    escapes: escapes.get(db, asked)?.count ?? 0,
    lateReturns: lateReturns.get(db, asked)?.count ?? 0,
  }
}

const ratingOf = prepared<{ month: string; stay: string }>()((p) =>
  qb.selectFrom('conduct_rating').selectAll().where('month', '=', p.month).where('stay_id', '=', p.stay),
)

export function findRating(db: ReadDb, month: Month, stayId: string) {
  return ratingOf.get(db, { month, stay: stayId })
}

const ratingsOfStay = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('conduct_rating')
    .innerJoin('conduct_month', 'conduct_month.month', 'conduct_rating.month')
    .selectAll('conduct_rating')
    .select('conduct_month.state')
    .where('conduct_rating.stay_id', '=', p.stay)
    .orderBy('conduct_rating.month', 'desc'),
)

/** Every rating of a stay, newest first. */
export function listRatings(db: ReadDb, stayId: string) {
  return ratingsOfStay.all(db, { stay: stayId })
}
