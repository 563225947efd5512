import { sql } from 'kysely'
import type { SessionKind } from '#domain/care/sessions.ts'
import type { Stage } from '#domain/care/stages.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import { CARE_PERSON_COLUMNS, inTeams } from '../stages/reader.ts'

const called = sql<number>`(select count(*) from care_attendance where care_attendance.session_id = care_session.id)`
const present = sql<number>`(select count(*) from care_attendance where care_attendance.session_id = care_session.id and care_attendance.mark = 'present')`

function sessionLines() {
  return qb
    .selectFrom('care_session')
    .leftJoin('care_group', 'care_group.id', 'care_session.group_id')
    .selectAll('care_session')
    .select(['care_group.name as group_name', called.as('called'), present.as('present')])
}

const sessionById = prepared<{ id: string }>()((p) => sessionLines().where('care_session.id', '=', p.id))

export type SessionRow = NonNullable<ReturnType<typeof findSession>>

export function findSession(db: ReadDb, id: string) {
  return sessionById.get(db, { id })
}

/** Which sessions are asked for. */
export interface SessionQuery {
  kinds: readonly SessionKind[]
  /** Somebody of one of these was called; none: any. */
  teams: readonly string[]
  openOnly: boolean
}

/** Sessions, newest first. */
export function listSessions(
  db: ReadDb,
  { kinds, teams, openOnly }: SessionQuery,
  page: { after: { startsAt: Instant; id: string } | null; limit: number },
): SessionRow[] {
  let rows = sessionLines()
    .orderBy('care_session.starts_at', 'desc')
    .orderBy('care_session.id', 'desc')
    .limit(page.limit)
  if (kinds.length > 0) rows = rows.where('care_session.kind', 'in', kinds)
  if (teams.length > 0)
    rows = rows.where((e) =>
      e.exists(
        e
          .selectFrom('care_attendance')
          .select('care_attendance.stay_id')
          .whereRef('care_attendance.session_id', '=', 'care_session.id')
          .where(inTeams('care_attendance.stay_id', teams)),
      ),
    )
  if (openOnly)
    rows = rows.where('care_session.held_at', 'is', null).where('care_session.cancelled_at', 'is', null)
  if (page.after !== null) {
    const { startsAt, id } = page.after
    rows = rows.where(sql<boolean>`(care_session.starts_at, care_session.id) < (${startsAt}, ${id})`)
  }
  return db.all(rows)
}

/** Columns of somebody who may have left the roll since, from the state of the stay. */
const ATTENDEE_COLUMNS = [
  'stay_state.stay_id as stayId',
  'stay_state.person_id as personId',
  'person.name',
  'person.birth_on as birthOn',
  'stay_state.track',
  'stay_state.state',
  'place.name as zoneName',
  'roster.bed_code as bedCode',
  'stay_state.since_at as sinceAt',
] as const

const attendeesOf = prepared<{ session: string }>()((p) =>
  qb
    .selectFrom('care_attendance')
    .innerJoin('stay_state', 'stay_state.stay_id', 'care_attendance.stay_id')
    .innerJoin('person', 'person.id', 'stay_state.person_id')
    .leftJoin('roster', 'roster.stay_id', 'stay_state.stay_id')
    .leftJoin('place', 'place.id', 'stay_state.zone_id')
    .select(ATTENDEE_COLUMNS)
    .select(['care_attendance.mark', 'care_attendance.private_note', 'care_attendance.note_by'])
    .where('care_attendance.session_id', '=', p.session)
    .orderBy('person.sort_key')
    .orderBy('stay_state.stay_id'),
)

export type AttendeeRow = ReturnType<typeof listAttendees>[number]

export function listAttendees(db: ReadDb, sessionId: string) {
  return attendeesOf.all(db, { session: sessionId })
}

const sessionsOfStay = prepared<{ stay: string; limit: number }>()((p) =>
  sessionLines()
    .innerJoin('care_attendance', 'care_attendance.session_id', 'care_session.id')
    .select(['care_attendance.mark', 'care_attendance.private_note', 'care_attendance.note_by'])
    .where('care_attendance.stay_id', '=', p.stay)
    .orderBy('care_session.starts_at', 'desc')
    .orderBy('care_session.id')
    .limit(p.limit),
)

const hoursOfStay = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('care_attendance')
    .innerJoin('care_session', 'care_session.id', 'care_attendance.session_id')
    .select(['care_session.kind', 'care_session.minutes', 'care_attendance.mark'])
    .where('care_attendance.stay_id', '=', p.stay)
    .where('care_attendance.mark', '=', 'present')
    .where('care_session.cancelled_at', 'is', null),
)

/** The latest sessions of a person, newest first. */
export function listSessionsOfStay(db: ReadDb, stayId: string, limit: number) {
  return sessionsOfStay.all(db, { stay: stayId, limit })
}

/** Every session at which a person was present, as far as hours need it. */
export function listMinutesOfStay(db: ReadDb, stayId: string) {
  return hoursOfStay.all(db, { stay: stayId })
}

/** Who can be called: people on the roll by zone, team, stage or group; all of them without any of these. */
export function listCandidates(
  db: ReadDb,
  pick: {
    zones: readonly string[]
    teams: readonly string[]
    stages: readonly Stage[]
    groupId: string | null
  },
  limit: number,
) {
  let rows = qb
    .selectFrom('roster')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .select(CARE_PERSON_COLUMNS)
    .orderBy('roster.sort_key')
    .orderBy('roster.stay_id')
    .limit(limit)
  if (pick.zones.length > 0) rows = rows.where('roster.zone_id', 'in', pick.zones)
  if (pick.teams.length > 0) rows = rows.where(inTeams('roster.stay_id', pick.teams))
  if (pick.stages.length > 0)
    rows = rows.where(
      sql<boolean>`exists (select 1 from stage_record where stage_record.stay_id = roster.stay_id and stage_record.ended_on is null and stage_record.cancelled_at is null and stage_record.stage in (${sql.join(pick.stages)}))`,
    )
  if (pick.groupId !== null)
    rows = rows.where(
      sql<boolean>`exists (select 1 from care_group_member where care_group_member.stay_id = roster.stay_id and care_group_member.to_on is null and care_group_member.group_id = ${pick.groupId})`,
    )
  return db.all(rows)
}

/** People of stays that are on the roll, by their stays. */
export function listOnRoll(db: ReadDb, stayIds: readonly string[]) {
  if (stayIds.length === 0) return []
  return db.all(
    qb
      .selectFrom('roster')
      .select(['stay_id as stayId', 'person_id as personId', 'name', 'state', 'received_at as receivedAt'])
      .where('stay_id', 'in', stayIds),
  )
}

function lastAt(kinds: readonly SessionKind[]) {
  return sql<
    string | null
  >`(select max(care_session.starts_at) from care_attendance join care_session on care_session.id = care_attendance.session_id where care_attendance.stay_id = roster.stay_id and care_attendance.mark = 'present' and care_session.cancelled_at is null and care_session.kind in (${sql.join(kinds)}))`
}

/** Stays that were at a session of these kinds since a moment; crossed: the sessions of those weeks come first. */
function reachedSince(kinds: readonly SessionKind[], since: Instant) {
  return sql`(select care_attendance.stay_id from care_session cross join care_attendance on care_attendance.session_id = care_session.id where care_session.starts_at >= ${since} and care_session.cancelled_at is null and care_session.kind in (${sql.join(kinds)}) and care_attendance.mark = 'present')`
}

/** Who should have been at which sessions since when: by zone and team, everybody without either. */
interface ReachedQuery {
  kinds: readonly SessionKind[]
  since: Instant
  zones: readonly string[]
  teams: readonly string[]
}

/** How many people are on the roll, and how many of them were at a session of these kinds since the moment given. */
export function countReached(db: ReadDb, query: ReachedQuery): { onRoll: number; reached: number } {
  let rows = qb
    .selectFrom('roster')
    .select((e) => [
      e.fn.countAll<number>().as('onRoll'),
      e.fn
        .sum<number>(sql<number>`roster.stay_id in ${reachedSince(query.kinds, query.since)}`)
        .as('reached'),
    ])
  if (query.zones.length > 0) rows = rows.where('roster.zone_id', 'in', query.zones)
  if (query.teams.length > 0) rows = rows.where(inTeams('roster.stay_id', query.teams))
  const counted = db.get(rows)
  return { onRoll: counted?.onRoll ?? 0, reached: counted?.reached ?? 0 }
}

/** Those who were at none since the moment given, the longest here first. */
export function listNotReached(db: ReadDb, query: ReachedQuery & { limit: number }) {
  let rows = qb
    .selectFrom('roster')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .select(CARE_PERSON_COLUMNS)
    .select(['roster.received_at as receivedAt', lastAt(query.kinds).as('lastAt')])
    .where(sql<boolean>`roster.stay_id not in ${reachedSince(query.kinds, query.since)}`)
    .orderBy('roster.received_at')
    .orderBy('roster.stay_id')
    .limit(query.limit)
  if (query.zones.length > 0) rows = rows.where('roster.zone_id', 'in', query.zones)
  if (query.teams.length > 0) rows = rows.where(inTeams('roster.stay_id', query.teams))
  return db.all(rows)
}
