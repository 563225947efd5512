import { sql } from 'kysely'
import type { OutKind } from '#domain/custody/event-kinds.ts'
import type { OutingKind } from '#domain/goings-out/outing-kinds.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

/** Literals where an index covers only some rows: the planner cannot see through a bound value. */
const OUT = sql.lit<'out'>('out')
const FUNERAL = sql.lit<'funeral'>('funeral')

/** Outings with who they are about and where that person lives now. */
function outingsQuery() {
  return qb
    .selectFrom('outing')
    .innerJoin('person', 'person.id', 'outing.person_id')
    .leftJoin('roster', 'roster.stay_id', 'outing.stay_id')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .selectAll('outing')
    .select([
      'person.name',
      'person.birth_on',
      'person.birth_precision',
      'roster.track',
      'roster.bed_code',
      'place.name as zone_name',
    ])
}

const outingById = prepared<{ id: string }>()((p) => outingsQuery().where('outing.id', '=', p.id))

const outingsOfPerson = prepared<{ person: string }>()((p) =>
  outingsQuery().where('outing.person_id', '=', p.person).orderBy('outing.leave_at', 'desc').limit(200),
)

const outingByEvent = prepared<{ event: string }>()((p) =>
  outingsQuery().where('outing.left_event', '=', p.event),
)

/** Written so that the planner uses the index over what waits. */
const waiting = prepared<{ limit: number }>()((p) =>
  outingsQuery()
    .where('outing.withdrawn_at', 'is', null)
    .where('outing.left_event', 'is', null)
    .where(sql<boolean>`(outing.verdict is null or outing.verdict = 'approved')`)
    .orderBy('outing.leave_at')
    .limit(p.limit),
)

const waitingCounts = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('outing')
    .select('verdict')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('withdrawn_at', 'is', null)
    .where('left_event', 'is', null)
    .where(sql<boolean>`(verdict is null or verdict = 'approved')`)
    .groupBy('verdict'),
)

const unchecked = prepared<{ since: string; limit: number }>()((p) =>
  outingsQuery()
    .where('outing.kind', '=', FUNERAL)
    .where('outing.left_event', 'is not', null)
    .where('outing.checked_at', 'is', null)
    .where('outing.leave_at', '>=', p.since)
    .orderBy('outing.leave_at')
    .limit(p.limit),
)

const latestOfKind = prepared<{ stay: string; kind: string; before: string }>()((p) =>
  outingsQuery()
    .where('outing.stay_id', '=', p.stay)
    .where('outing.kind', '=', p.kind as OutingKind)
    .where('outing.withdrawn_at', 'is', null)
    .where('outing.recorded_at', '<=', p.before)
    .orderBy('outing.leave_at', 'desc')
    .limit(1),
)

const plannedBetween = prepared<{ from: string; to: string; limit: number }>()((p) =>
  qb
    .selectFrom('outing')
    .innerJoin('person', 'person.id', 'outing.person_id')
    .select(['outing.person_id', 'outing.kind', 'outing.leave_at', 'person.name'])
    .where('outing.leave_at', '>=', p.from)
    .where('outing.leave_at', '<', p.to)
    .where('outing.withdrawn_at', 'is', null)
    .where(sql<boolean>`coalesce(outing.verdict, '') <> 'denied'`)
    .orderBy('outing.leave_at')
    .limit(p.limit),
)

const dueBetween = prepared<{ from: string; to: string; limit: number }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['person_id', 'name', 'out_kind', 'is_suspended', 'out_until'])
    .where('out_until', '>=', p.from)
    .where('out_until', '<', p.to)
    .orderBy('out_until')
    .limit(p.limit),
)

const outCounts = prepared<{ now: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['out_kind', 'is_suspended'])
    .select((e) => e.fn.countAll<number>().as('count'))
    .select(sql<number>`sum(case when out_until < ${p.now} then 1 else 0 end)`.as('overdue'))
    .where('state', '=', OUT)
    .groupBy(['out_kind', 'is_suspended']),
)

const extensionsOf = prepared<{ outing: string }>()((p) =>
  qb.selectFrom('outing_extension').selectAll().where('outing_id', '=', p.outing).orderBy('extended_at'),
)

const hospitalsOf = prepared<{ outing: string }>()((p) =>
  qb.selectFrom('hospital_step').selectAll().where('outing_id', '=', p.outing).orderBy('from_at'),
)

const hospitalById = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('hospital_step')
    .innerJoin('outing', 'outing.id', 'hospital_step.outing_id')
    .selectAll('hospital_step')
    .select('outing.person_id')
    .where('hospital_step.id', '=', p.id),
)

const checkOwed = prepared<{ stay: string; back: string }>()((p) =>
  qb
    .selectFrom('obligation')
    .select(['key', 'due_at'])
    .where('stay_id', '=', p.stay)
    .where('duty', '=', 'LEAVE-06')
    .where('state', '=', 'scheduled')
    .where('trigger_at', '=', p.back),
)

export type OutingRow = NonNullable<ReturnType<typeof findOuting>>

export function findOuting(db: ReadDb, id: string) {
  return outingById.get(db, { id })
}

/** The outing on which a custody event made somebody leave. */
export function findOutingByEvent(db: ReadDb, eventId: string): OutingRow | undefined {
  return outingByEvent.get(db, { event: eventId })
}

/** The last outing of a kind put on file by an instant, for its papers. */
export function findLatestOuting(db: ReadDb, stayId: string, kind: OutingKind, before: Instant) {
  return latestOfKind.get(db, { stay: stayId, kind, before })
}

export function listOutingsOfPerson(db: ReadDb, personId: string): OutingRow[] {
  return outingsOfPerson.all(db, { person: personId })
}

/** What is asked for or approved and nobody has left on, by planned departure. */
export function listWaitingOutings(db: ReadDb, limit: number): OutingRow[] {
  return waiting.all(db, { limit })
}

export function countWaitingOutings(db: ReadDb): { waiting: number; approved: number } {
  const rows = waitingCounts.all(db, {})
  const of = (verdict: string | null) => rows.find((row) => row.verdict === verdict)?.count ?? 0
  return { waiting: of(null), approved: of('approved') }
}

/** Funeral leaves begun since an instant whose check is not on file; some are still out. */
export function listUncheckedFunerals(db: ReadDb, since: Instant, limit: number): OutingRow[] {
  return unchecked.all(db, { since, limit })
}

/** A page of all outings by planned departure, newest first. */
export function listOutings(
  db: ReadDb,
  query: {
    kinds: readonly OutingKind[]
    after: { leaveAt: string; id: string } | null
    limit: number
  },
): OutingRow[] {
  const { kinds, after, limit } = query
  let found = outingsQuery()
  if (kinds.length > 0) found = found.where('outing.kind', 'in', kinds)
  if (after !== null)
    found = found.where(sql<boolean>`(outing.leave_at, outing.id) < (${after.leaveAt}, ${after.id})`)
  return db.all(found.orderBy('outing.leave_at', 'desc').orderBy('outing.id', 'desc').limit(limit))
}

export interface OutNowQuery {
  kinds: readonly (OutKind | 'suspended')[]
  zones: readonly string[]
  overdue: boolean
  now: Instant
  after: { until: string; stayId: string } | null
  limit: number
}

/** Stands for "nobody said when": after every real moment. */
export const NO_UNTIL = '9999'

/** People who are out, the one due back first at the top, those without an hour last. */
export function listOutNow(db: ReadDb, query: OutNowQuery) {
  const { kinds, zones, overdue, now, after, limit } = query
  let found = qb
    .selectFrom('roster')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .select([
      'roster.stay_id',
      'roster.person_id',
      'roster.name',
      'roster.birth_on',
      'roster.birth_precision',
      'roster.track',
      'roster.out_kind',
      'roster.is_suspended',
      'roster.since_at',
      'roster.out_until',
      'roster.bed_code',
      'place.name as zone_name',
    ])
    .where('roster.state', '=', OUT)
  if (kinds.length > 0) {
    const suspended = kinds.includes('suspended')
    const plain = kinds.filter((kind) => kind !== 'suspended')
    found = found.where((e) =>
      e.or([
        ...(suspended ? [e('roster.is_suspended', '=', 1)] : []),
        ...(plain.length > 0
          ? [e.and([e('roster.is_suspended', '=', 0), e('roster.out_kind', 'in', plain)])]
          : []),
      ]),
    )
  }
  if (zones.length > 0) found = found.where('roster.zone_id', 'in', zones)
  if (overdue) found = found.where('roster.out_until', '<', now)
  if (after !== null)
    found = found.where(
      sql<boolean>`(coalesce(roster.out_until, ${NO_UNTIL}), roster.stay_id) > (${after.until}, ${after.stayId})`,
    )
  return db.all(
    found
      .orderBy(sql`coalesce(roster.out_until, ${NO_UNTIL})`)
      .orderBy('roster.stay_id')
      .limit(limit),
  )
}
export type OutNowRow = ReturnType<typeof listOutNow>[number]

/** How many are out by kind, and of them past their hour. */
export function countOutNow(db: ReadDb, now: Instant) {
  return outCounts.all(db, { now })
}

/** Departures planned in a span, the end not included. */
export function listPlanned(db: ReadDb, from: Instant, to: Instant, limit: number) {
  return plannedBetween.all(db, { from, to, limit })
}

/** People due back in a span, the end not included. */
export function listDueBack(db: ReadDb, from: Instant, to: Instant, limit: number) {
  return dueBetween.all(db, { from, to, limit })
}

/** The obligation to check somebody who came back at a moment, while it is open (LEAVE-06). */
export function findCheckOwed(db: ReadDb, stayId: string, backAt: Instant) {
  return checkOwed.get(db, { stay: stayId, back: backAt })
}

export function listExtensions(db: ReadDb, outingId: string) {
  return extensionsOf.all(db, { outing: outingId })
}

export function listHospitalSteps(db: ReadDb, outingId: string) {
  return hospitalsOf.all(db, { outing: outingId })
}

/** One stay in a hospital, with whose it is. */
export function findHospitalStep(db: ReadDb, id: string) {
  return hospitalById.get(db, { id })
}
