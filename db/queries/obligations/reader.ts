import { sql } from 'kysely'
import type { DueWindow, ObligationFilter } from '#domain/contract/obligations.ts'
import type { DutyCode } from '#domain/law/duties.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, endOfDay, type Instant } from '#domain/time/instant.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

/** A literal: the indexes of open obligations cover this state only, and the planner cannot see through a bound value. */
const OPEN = sql.lit<'scheduled'>('scheduled')

/** A list as asked for, by somebody who may see some duties only. */
export interface ObligationQuery extends ObligationFilter {
  now: Instant
  hidden: readonly DutyCode[]
}

/** First and last moment of a window; an open side is null. */
function windowBounds(window: DueWindow, now: Instant): { from: Instant | null; to: Instant | null } {
  const tonight = endOfDay(dayOf(now))
  const week = endOfDay(addDays(dayOf(now), 7))
  switch (window) {
    case 'late':
      return { from: null, to: now }
    case 'today':
      return { from: now, to: tonight }
    case 'week':
      return { from: tonight, to: week }
    case 'later':
      return { from: week, to: null }
  }
}

/** @param order `kept` where rows are read in the order of the list, and no narrower index may reorder them */
function filtered(query: ObligationQuery, order: 'kept' | 'free') {
  const isKept = order === 'kept'
  let found = qb.selectFrom('obligation').leftJoin('roster', 'roster.stay_id', 'obligation.stay_id')
  found = query.closed
    ? found.where('obligation.state', '<>', OPEN)
    : found.where('obligation.state', '=', OPEN)
  if (query.roles.length > 0) {
    // One role has an index in the order of the list; of several each would be read whole and sorted.
    found =
      isKept && query.roles.length > 1
        ? found.where(sql<Role>`+obligation.role`, 'in', query.roles)
        : found.where('obligation.role', 'in', query.roles)
  }
  if (query.duties.length > 0) found = found.where('obligation.duty', 'in', query.duties)
  if (query.hidden.length > 0) found = found.where('obligation.duty', 'not in', query.hidden)
  if (query.zones.length > 0) found = found.where('roster.zone_id', 'in', query.zones)
  if (query.escalated) {
    const escalateAt = isKept ? sql<string>`+obligation.escalate_at` : sql<string>`obligation.escalate_at`
    found = found.where(escalateAt, '<=', query.now)
  }
  if (query.windows.length > 0 && !query.closed) {
    const bounds = query.windows.map((window) => windowBounds(window, query.now))
    found = found.where((e) =>
      e.or(
        bounds.map(({ from, to }) =>
          e.and([
            ...(from === null ? [] : [e('obligation.due_at', '>=', from)]),
            ...(to === null ? [] : [e('obligation.due_at', '<', to)]),
          ]),
        ),
      ),
    )
  }
  return found
}

/** Where a page goes on: the moment it is ordered by, the stay, the key. */
interface ObligationCursor {
  at: string
  stayId: string
  key: string
}

/** A page of a list: first due first; of closed ones the last done first. One more than `limit` tells that more follow. */
export function listObligations(
  db: ReadDb,
  query: ObligationQuery,
  page: { after: ObligationCursor | null; limit: number },
) {
  let found = filtered(query, 'kept')
    .innerJoin('stay', 'stay.id', 'obligation.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .selectAll('obligation')
    .select([
      'stay.person_id',
      'person.name',
      'person.birth_on',
      'person.birth_precision',
      'place.name as zone_name',
      'roster.bed_code',
    ])
    .limit(page.limit)
  const order = query.closed ? 'obligation.done_at' : 'obligation.due_at'
  const direction = query.closed ? 'desc' : 'asc'
  found = found
    .orderBy(order, direction)
    .orderBy('obligation.stay_id', direction)
    .orderBy('obligation.key', direction)
  const { after } = page
  if (after !== null) {
    const than = sql.raw(query.closed ? '<' : '>')
    found = found.where(
      sql<boolean>`(${sql.ref(order)}, obligation.stay_id, obligation.key) ${than} (${after.at}, ${after.stayId}, ${after.key})`,
    )
  }
  return db.all(found)
}

export function countObligations(db: ReadDb, query: ObligationQuery): number {
  return db.get(filtered(query, 'free').select((e) => e.fn.countAll<number>().as('count')))?.count ?? 0
}

const ofStay = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('obligation').selectAll().where('stay_id', '=', p.stay).orderBy('due_at').orderBy('key'),
)

/** Everything laid out for one stay. */
export function listOfStay(db: ReadDb, stayId: string) {
  return ofStay.all(db, { stay: stayId })
}
export type ObligationStored = ReturnType<typeof listOfStay>[number]

const logOf = prepared<{ stay: string; limit: number }>()((p) =>
  qb
    .selectFrom('obligation_log')
    .selectAll()
    .where('stay_id', '=', p.stay)
    .orderBy('seq', 'desc')
    .limit(p.limit),
)

/** The log of a stay's obligations, the last line first. */
export function listLog(db: ReadDb, stayId: string, limit: number) {
  return logOf.all(db, { stay: stayId, limit })
}

const marksOf = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('obligation_mark').selectAll().where('stay_id', '=', p.stay).orderBy('seq', 'desc'),
)

/** What people marked for a stay, the last first. */
export function listMarks(db: ReadDb, stayId: string) {
  return marksOf.all(db, { stay: stayId })
}

const one = prepared<{ stay: string; key: string }>()((p) =>
  qb.selectFrom('obligation').selectAll().where('stay_id', '=', p.stay).where('key', '=', p.key),
)

export function findObligation(db: ReadDb, stayId: string, key: string) {
  return one.get(db, { stay: stayId, key })
}

const dueByRole = prepared<{ role: string; before: string }>()((p) =>
  qb
    .selectFrom('obligation')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('role', '=', p.role as Role)
    .where('state', '=', OPEN)
    .where('due_at', '<', p.before),
)

/** How many of a role's obligations are due before a moment. */
export function countDueBefore(db: ReadDb, role: Role, before: Instant): number {
  return dueByRole.get(db, { role, before })?.count ?? 0
}

const escalated = prepared<{ now: string }>()((p) =>
  qb
    .selectFrom('obligation')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('state', '=', OPEN)
    .where('escalate_at', '<=', p.now),
)

/** How many stand before the head of the centre. */
export function countEscalated(db: ReadDb, now: Instant): number {
  return escalated.get(db, { now })?.count ?? 0
}

const groupsBetween = prepared<{ from: string; to: string }>()((p) =>
  qb
    .selectFrom('obligation')
    .select(['duty', 'role'])
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.min('due_at').as('first')])
    .where('state', '=', OPEN)
    .where('due_at', '>=', p.from)
    .where('due_at', '<', p.to)
    .groupBy(['duty', 'role']),
)

/** What is due from one moment to another, by duty: how many, and when the first. */
export function groupDue(db: ReadDb, from: Instant, to: Instant) {
  return groupsBetween.all(db, { from, to })
}

const firstOfGroup = prepared<{ duty: string; from: string; to: string; limit: number }>()((p) =>
  qb
    .selectFrom('obligation')
    .innerJoin('stay', 'stay.id', 'obligation.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['stay.person_id', 'person.name', 'obligation.rule', 'obligation.what', 'obligation.due_at'])
    .where('obligation.state', '=', OPEN)
    .where('obligation.due_at', '>=', p.from)
    .where('obligation.due_at', '<', p.to)
    .where('obligation.duty', '=', p.duty as DutyCode)
    .orderBy('obligation.due_at')
    .limit(p.limit),
)

/** The first of a duty's obligations from one moment to another. */
export function listFirstOfDuty(db: ReadDb, duty: DutyCode, from: Instant, to: Instant, limit: number) {
  return firstOfGroup.all(db, { duty, from, to, limit })
}
