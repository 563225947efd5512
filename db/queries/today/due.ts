import { sql } from 'kysely'
import type { OutKind } from '#domain/custody/event-kinds.ts'
import type { Day } from '#domain/time/day.ts'
import type { Instant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

/** Literals where an index covers only some rows: the planner cannot see through a bound value. */
const ESCAPED = sql.lit<'escaped'>('escaped')
const HELD = sql.lit<'held'>('held')
const INTERRUPTED = sql.lit<'interrupted'>('interrupted')

const overdueCounts = prepared<{ now: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['out_kind', 'is_suspended'])
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('out_until', '<', p.now)
    .groupBy(['out_kind', 'is_suspended']),
)

const overCount = prepared<{ today: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.min('end_on').as('first')])
    .where('end_on', '<', p.today),
)

const endsBetween = prepared<{ from: string; to: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.min('end_on').as('first')])
    .where('end_on', '>=', p.from)
    .where('end_on', '<=', p.to),
)

const endingBetween = prepared<{ from: string; to: string; limit: number }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['person_id', 'name'])
    .where('end_on', '>=', p.from)
    .where('end_on', '<=', p.to)
    .orderBy('end_on')
    .orderBy('stay_id')
    .limit(p.limit),
)

const withoutEndCount = prepared<Record<string, never>>()(() =>
  withoutEndQuery().select((e) => e.fn.countAll<number>().as('count')),
)

const withoutEnd = prepared<{ limit: number }>()((p) =>
  withoutEndQuery().select(['person_id', 'name']).orderBy('stay_id').limit(p.limit),
)

/** A term that runs must have an end: held ones have none yet, escape and prison take it away. */
function withoutEndQuery() {
  return qb
    .selectFrom('roster')
    .where('end_on', 'is', null)
    .where('track', '<>', HELD)
    .where('state', '<>', ESCAPED)
    .where('state', '<>', INTERRUPTED)
}

/** A person as a due line names them. */
export interface NamedPerson {
  personId: string
  name: string
}

function named(rows: readonly { person_id: string; name: string }[]): NamedPerson[] {
  return rows.map((row) => ({ personId: row.person_id, name: row.name }))
}

/** People not back at the hour that was set, by why they are out; suspended ones apart. */
export function countOverdueOut(db: ReadDb, now: Instant): { kind: OutKind | 'suspended'; count: number }[] {
  return overdueCounts.all(db, { now }).map((row) => ({
    kind: row.is_suspended === 1 ? 'suspended' : (row.out_kind ?? 'other'),
    count: row.count,
  }))
}

/** Terms that ended before `today` on the roll: how many, and the earliest end. */
export function countTermsOver(db: ReadDb, today: Day): { count: number; first: Day | null } {
  return overCount.get(db, { today }) ?? { count: 0, first: null }
}

/** How many terms end from one day to another, and the earliest end. */
export function countEndsBetween(db: ReadDb, from: Day, to: Day): { count: number; first: Day | null } {
  return endsBetween.get(db, { from, to }) ?? { count: 0, first: null }
}

/** A few of those whose term ends from `from` to `to`, the earliest first. */
export function listEndingBetween(db: ReadDb, from: Day, to: Day, limit: number): NamedPerson[] {
  return named(endingBetween.all(db, { from, to, limit }))
}

/** People whose term must run but whose end cannot be computed. */
export function countWithoutEnd(db: ReadDb): number {
  return withoutEndCount.get(db, {})?.count ?? 0
}

export function listWithoutEnd(db: ReadDb, limit: number): NamedPerson[] {
  return named(withoutEnd.all(db, { limit }))
}
