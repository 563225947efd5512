import { sql } from 'kysely'
import type { Day } from '#domain/time/day.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

function outagesQuery() {
  return qb
    .selectFrom('bed_outage')
    .innerJoin('place as bed', 'bed.id', 'bed_outage.place_id')
    .innerJoin('place as zone', 'zone.id', 'bed.zone_id')
    .leftJoin('place as scope', 'scope.id', 'bed_outage.scope_id')
    .selectAll('bed_outage')
    .select(['bed.full_code as bed_code', 'zone.name as zone_name', 'scope.full_code as scope_code'])
}

/** A page of outages that last, or of those that ended, newest first. */
export function listOutages(
  db: ReadDb,
  state: 'open' | 'ended',
  page: { after: { at: string; id: string } | null; limit: number },
) {
  let rows = outagesQuery()
    .where('bed_outage.ended_at', state === 'open' ? 'is' : 'is not', null)
    .orderBy('bed_outage.from_at', 'desc')
    .orderBy('bed_outage.id', 'desc')
    .limit(page.limit)
  if (page.after !== null) {
    const { at, id } = page.after
    rows = rows.where(sql<boolean>`(bed_outage.from_at, bed_outage.id) < (${at}, ${id})`)
  }
  return db.all(rows)
}

const overdueCount = prepared<{ today: string }>()((p) =>
  qb
    .selectFrom('bed_outage')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.min('back_on').as('first')])
    .where('ended_at', 'is', null)
    .where('back_on', '<', p.today),
)

/** Beds whose day of return has passed, and the earliest such day. */
export function countOverdueOutages(db: ReadDb, today: Day): { count: number; first: Day | null } {
  return overdueCount.get(db, { today }) ?? { count: 0, first: null }
}

const waitingPlans = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('outage_plan')
    .innerJoin('place', 'place.id', 'outage_plan.place_id')
    .selectAll('outage_plan')
    .select(['place.full_code as place_code', 'place.kind as place_kind'])
    .where('outage_plan.begun_at', 'is', null)
    .where('outage_plan.cancelled_at', 'is', null)
    .orderBy('outage_plan.from_on')
    .orderBy('outage_plan.id'),
)

const planById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('outage_plan').selectAll().where('id', '=', p.id),
)

/** Outages planned and neither begun nor given up, the first at the top. */
export function listOutagePlans(db: ReadDb) {
  return waitingPlans.all(db, {})
}

export function findOutagePlan(db: ReadDb, id: string) {
  return planById.get(db, { id })
}

const holdersOfBed = prepared<{ bed: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['stay_id', 'person_id', 'name', 'bed_code', 'since_at'])
    .where('bed_id', '=', p.bed),
)

/** Who holds any of these beds. */
export function listHolders(db: ReadDb, bedIds: readonly string[]) {
  return bedIds.flatMap((bed) => holdersOfBed.all(db, { bed }))
}
