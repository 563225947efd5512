import { sql } from 'kysely'
import type { SweepFilter } from '#domain/contract/sweep.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

const lastRun = prepared<Record<string, never>>()(() =>
  qb.selectFrom('sweep_run').selectAll().orderBy('at', 'desc').limit(1),
)

const openCounts = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('sweep_finding')
    .select((e) => [
      e.fn.countAll<number>().as('all'),
      e.fn.count<number>('acknowledged_at').as('known'),
      sql<number>`coalesce(sum(is_hard), 0)`.as('hard'),
    ])
    .where('resolved_at', 'is', null),
)

const findingById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('sweep_finding').selectAll().where('id', '=', p.id),
)

const openFindings = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('sweep_finding')
    .select(['id', 'mark', 'sentence', 'is_hard'])
    .where('resolved_at', 'is', null),
)

export function findLastSweep(db: ReadDb) {
  return lastRun.get(db, {})
}

/** Findings that hold: all, those accepted for now, those a rule forbids. */
export function countOpenFindings(db: ReadDb): { all: number; known: number; hard: number } {
  return openCounts.get(db, {}) ?? { all: 0, known: 0, hard: 0 }
}

export function findFinding(db: ReadDb, id: string) {
  return findingById.get(db, { id })
}

/** What held when it was last looked. */
export function listOpenFindings(db: ReadDb) {
  return openFindings.all(db, {})
}

function findingsBehind({ state, kinds, zones }: SweepFilter) {
  let query = qb
    .selectFrom('sweep_finding')
    .innerJoin('person', 'person.id', 'sweep_finding.person_id')
    .leftJoin('place', 'place.id', 'sweep_finding.zone_id')
  if (state === 'resolved') query = query.where('sweep_finding.resolved_at', 'is not', null)
  else query = query.where('sweep_finding.resolved_at', 'is', null)
  if (state === 'new') query = query.where('sweep_finding.acknowledged_at', 'is', null)
  if (state === 'known') query = query.where('sweep_finding.acknowledged_at', 'is not', null)
  if (kinds.length > 0) query = query.where('sweep_finding.kind', 'in', kinds)
  if (zones.length > 0) query = query.where('sweep_finding.zone_id', 'in', zones)
  return query
}

/** A page of findings, the newest first, after the one named by moment and id. */
export function listFindings(
  db: ReadDb,
  filter: SweepFilter,
  page: { after: { at: string; id: string } | null; limit: number },
) {
  let rows = findingsBehind(filter)
    .selectAll('sweep_finding')
    .select(['person.name', 'place.name as zone_name'])
    .orderBy('sweep_finding.first_seen_at', 'desc')
    .orderBy('sweep_finding.id', 'desc')
    .limit(page.limit)
  if (page.after !== null) {
    const { at, id } = page.after
    rows = rows.where(sql<boolean>`(sweep_finding.first_seen_at, sweep_finding.id) < (${at}, ${id})`)
  }
  return db.all(rows)
}

export function countFindings(db: ReadDb, filter: SweepFilter): number {
  return db.get(findingsBehind(filter).select((e) => e.fn.countAll<number>().as('count')))?.count ?? 0
}
