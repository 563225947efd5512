import { sql } from 'kysely'
import type { OutKind } from '#domain/custody/event-kinds.ts'
import type { TermRegime, Track } from '#domain/stay/track.ts'
import type { Day } from '#domain/time/day.ts'
import type { Instant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

/** Literals where an index covers only some rows: the planner cannot see through a bound value. */
const ESCAPED = sql.lit<'escaped'>('escaped')
const HELD = sql.lit<'held'>('held')
const INTERRUPTED = sql.lit<'interrupted'>('interrupted')
const INSIDE = sql.lit<'inside'>('inside')

const overdueCounts = prepared<{ now: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['out_kind', 'is_suspended'])
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('out_until', '<', p.now)
    .groupBy(['out_kind', 'is_suspended']),
)

const overdueOut = prepared<{ now: string; limit: number }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['person_id', 'name', 'out_kind', 'is_suspended', 'out_until'])
    .where('out_until', '<', p.now)
    .orderBy('out_until')
    .limit(p.limit),
)

const escapedSince = prepared<{ since: string; limit: number }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['person_id', 'name', 'track', 'term_regime', 'since_at'])
    .where('state', '=', ESCAPED)
    .where('since_at', '>=', p.since)
    .orderBy('since_at')
    .limit(p.limit),
)

const endGroups = prepared<{ from: string; to: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['end_on', 'track', 'term_regime'])
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('end_on', '>=', p.from)
    .where('end_on', '<=', p.to)
    .groupBy(['end_on', 'track', 'term_regime'])
    .orderBy('end_on'),
)

const overCount = prepared<{ today: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.min('end_on').as('first')])
    .where('end_on', '<', p.today),
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

const endingOn = prepared<{ day: string; track: string; regime: string | null; limit: number }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['person_id', 'name'])
    .where('end_on', '=', p.day)
    .where('track', '=', p.track as Track)
    .where('term_regime', 'is', p.regime as TermRegime | null)
    .orderBy('stay_id')
    .limit(p.limit),
)

const awaitingCount = prepared<{ before: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.min('since_at').as('first')])
    .where('bed_id', 'is', null)
    .where('state', '=', INSIDE)
    .where('since_at', '<=', p.before),
)

const awaiting = prepared<{ before: string; limit: number }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['person_id', 'name'])
    .where('bed_id', 'is', null)
    .where('state', '=', INSIDE)
    .where('since_at', '<=', p.before)
    .orderBy('since_at')
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

const overduePapers = prepared<{ today: string }>()((p) =>
  overduePapersQuery(p.today).select((e) => [
    e.fn.count<number>('roster.stay_id').distinct().as('count'),
    e.fn.countAll<number>().as('papers'),
    e.fn.min('dossier_item.due_on').as('first'),
  ]),
)

const overduePapersOf = prepared<{ today: string; limit: number }>()((p) =>
  overduePapersQuery(p.today)
    .select(['roster.person_id', 'roster.name'])
    .groupBy(['roster.person_id', 'roster.name'])
    .orderBy((e) => e.fn.min('dossier_item.due_on'))
    .limit(p.limit),
)

/** Papers awaited until a day before today, of people on the roll; a paper that came has no such day any more. */
function overduePapersQuery(today: string) {
  return qb
    .selectFrom('dossier_item')
    .innerJoin('roster', 'roster.stay_id', 'dossier_item.stay_id')
    .where('dossier_item.due_on', '<', today)
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

/** Those overdue longest, at most `limit`. */
export function listOverdueOut(db: ReadDb, now: Instant, limit: number) {
  return overdueOut.all(db, { now, limit }).map((row) => ({
    personId: row.person_id,
    name: row.name,
    kind: row.is_suspended === 1 ? ('suspended' as const) : (row.out_kind ?? 'other'),
    until: row.out_until ?? now,
  }))
}

/** People who escaped since an instant and are still away, the earliest first. */
export function listEscapedSince(db: ReadDb, since: Instant, limit: number) {
  return escapedSince.all(db, { since, limit })
}

/** How many terms end on each day from `from` to `to`, by what their last acts depend on. */
export function listEndGroups(db: ReadDb, from: Day, to: Day) {
  return endGroups
    .all(db, { from, to })
    .flatMap(({ end_on: endOn, track, term_regime: regime, count }) =>
      endOn === null ? [] : [{ endOn, track, regime, count }],
    )
}
export type EndGroup = ReturnType<typeof listEndGroups>[number]

/** A few of the people of one such group. */
export function listEndingInGroup(db: ReadDb, group: EndGroup, limit: number): NamedPerson[] {
  const { endOn: day, track, regime } = group
  return named(endingOn.all(db, { day, track, regime, limit }))
}

/** Terms that ended before `today` on the roll: how many, and the earliest end. */
export function countTermsOver(db: ReadDb, today: Day): { count: number; first: Day | null } {
  return overCount.get(db, { today }) ?? { count: 0, first: null }
}

/** A few of those whose term ends from `from` to `to`, the earliest first. */
export function listEndingBetween(db: ReadDb, from: Day, to: Day, limit: number): NamedPerson[] {
  return named(endingBetween.all(db, { from, to, limit }))
}

/** People inside without a bed since `before` or longer: how many, and since when the first. */
export function countAwaitingBed(db: ReadDb, before: Instant): { count: number; first: Instant | null } {
  return awaitingCount.get(db, { before }) ?? { count: 0, first: null }
}

export function listAwaitingBed(db: ReadDb, before: Instant, limit: number): NamedPerson[] {
  return named(awaiting.all(db, { before, limit }))
}

/** People whose term must run but whose end cannot be computed. */
export function countWithoutEnd(db: ReadDb): number {
  return withoutEndCount.get(db, {})?.count ?? 0
}

export function listWithoutEnd(db: ReadDb, limit: number): NamedPerson[] {
  return named(withoutEnd.all(db, { limit }))
}

/** Papers past the day they were awaited by: of how many people, how many papers, and since when the first. */
export function countOverduePapers(
  db: ReadDb,
  today: Day,
): { count: number; papers: number; first: Day | null } {
  return overduePapers.get(db, { today }) ?? { count: 0, papers: 0, first: null }
}

/** A few of those people, the longest overdue first. */
export function listOverduePapers(db: ReadDb, today: Day, limit: number): NamedPerson[] {
  return named(overduePapersOf.all(db, { today, limit }))
}
