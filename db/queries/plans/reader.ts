import { sql } from 'kysely'
import type { Day } from '#domain/time/day.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

const stagesOfPlan = prepared<{ plan: string }>()((p) =>
  qb.selectFrom('plan_stage').selectAll().where('plan_id', '=', p.plan).orderBy('stage'),
)

const reviewsOfPlan = prepared<{ plan: string }>()((p) =>
  qb
    .selectFrom('plan_review')
    .selectAll()
    .where('plan_id', '=', p.plan)
    .orderBy('reviewed_on', 'desc')
    .orderBy('id'),
)

const reintegrationOfStay = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('reintegration_plan').selectAll().where('stay_id', '=', p.stay),
)

export function listPlanStages(db: ReadDb, planId: string) {
  return stagesOfPlan.all(db, { plan: planId })
}

/** Reviews of a plan, newest first. */
export function listPlanReviews(db: ReadDb, planId: string) {
  return reviewsOfPlan.all(db, { plan: planId })
}

export function findReintegration(db: ReadDb, stayId: string) {
  return reintegrationOfStay.get(db, { stay: stayId })
}

function withoutReintegration(today: Day, until: Day) {
  return qb
    .selectFrom('roster')
    .leftJoin('reintegration_plan', 'reintegration_plan.stay_id', 'roster.stay_id')
    .where('roster.end_on', '>=', today)
    .where('roster.end_on', '<=', until)
    .where('reintegration_plan.id', 'is', null)
}

/** People whose term ends by `until` and who have no plan for going back. */
export function countWithoutReintegration(db: ReadDb, today: Day, until: Day) {
  return (
    db.get(
      withoutReintegration(today, until).select((e) => [
        e.fn.countAll<number>().as('count'),
        e.fn.min('roster.end_on').as('first'),
      ]),
    ) ?? { count: 0, first: null }
  )
}

export function listWithoutReintegration(db: ReadDb, today: Day, until: Day, limit: number) {
  return db.all(
    withoutReintegration(today, until)
      .select(['roster.person_id as personId', 'roster.name'])
      .orderBy('roster.end_on')
      .orderBy('roster.stay_id')
      .limit(limit),
  )
}

function overduePlans(today: Day) {
  return (
    qb
      .selectFrom('rehab_plan')
      .innerJoin('roster', 'roster.stay_id', 'rehab_plan.stay_id')
      // A literal: the index covers this state only, and the planner cannot see through a bound value.
      .where('rehab_plan.state', '=', sql.lit<'started'>('started'))
      .where('rehab_plan.due_on', '<', today)
  )
}

/** People whose rehabilitation plan should have been made by now. */
export function countOverduePlans(db: ReadDb, today: Day) {
  return (
    db.get(
      overduePlans(today).select((e) => [
        e.fn.countAll<number>().as('count'),
        e.fn.min('rehab_plan.due_on').as('first'),
      ]),
    ) ?? { count: 0, first: null }
  )
}

export function listOverduePlans(db: ReadDb, today: Day, limit: number) {
  return db.all(
    overduePlans(today)
      .select(['roster.person_id as personId', 'roster.name'])
      .orderBy('rehab_plan.due_on')
      .orderBy('rehab_plan.stay_id')
      .limit(limit),
  )
}
