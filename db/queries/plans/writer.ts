import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { PlanReviewTable } from '../../schema/plan-review.ts'
import type { PlanStageTable } from '../../schema/plan-stage.ts'
import type { RehabPlanTable } from '../../schema/rehab-plan.ts'
import type { ReintegrationPlanTable } from '../../schema/reintegration-plan.ts'

export function updatePlan(db: WriteDb, id: string, change: Updateable<RehabPlanTable>): void {
  db.run(qb.updateTable('rehab_plan').set(change).where('id', '=', id))
}

export function insertPlanStage(db: WriteDb, row: Insertable<PlanStageTable>): void {
  db.run(qb.insertInto('plan_stage').values(row))
}

export function updatePlanStage(db: WriteDb, id: string, change: Updateable<PlanStageTable>): void {
  db.run(qb.updateTable('plan_stage').set(change).where('id', '=', id))
}

export function insertPlanReview(db: WriteDb, row: Insertable<PlanReviewTable>): void {
  db.run(qb.insertInto('plan_review').values(row))
}

export function insertReintegration(db: WriteDb, row: Insertable<ReintegrationPlanTable>): void {
  db.run(qb.insertInto('reintegration_plan').values(row))
}

export function updateReintegration(
  db: WriteDb,
  id: string,
  change: Updateable<ReintegrationPlanTable>,
): void {
  db.run(qb.updateTable('reintegration_plan').set(change).where('id', '=', id))
}
