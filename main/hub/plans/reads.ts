import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findPlan } from '#db/queries/intake/taken.ts'
import { findReintegration, listPlanReviews, listPlanStages } from '#db/queries/plans/reader.ts'
import {
  missingInPlan,
  missingInReintegration,
  REINTEGRATION_FIELDS,
  type ReintegrationAnswers,
} from '#domain/care/plan.ts'
import { reintegrationFrom } from '#domain/care/stages.ts'
import type { plansContract, RehabPlan, ReintegrationPlan } from '#domain/contract/plans.ts'
import { careStayOf, stageOf } from '../stages/care-stay.ts'
import type { ReadUseCases } from '../use-case.ts'

const FORM_WORDS = {
  'D163-18': 'Mẫu số 18',
  'D116-20': 'Mẫu số 20',
  'D163-19': 'Mẫu số 19',
  'D116-21': 'Mẫu số 21',
} as const

/** The answers of a kept plan; what is no answer is left out. */
export function answersOf(text: string): ReintegrationAnswers {
  const kept: unknown = JSON.parse(text)
  if (typeof kept !== 'object' || kept === null) return {}
  const answers: ReintegrationAnswers = {}
  for (const field of REINTEGRATION_FIELDS) {
    const value: unknown = Reflect.get(kept, field)
    if (typeof value === 'string' && value !== '') answers[field] = value
  }
  return answers
}

/** The rehabilitation plan of a stay with its stages and reviews; null where none was begun. */
export function planOf(db: ReadDb, stayId: string): RehabPlan | null {
  const row = findPlan(db, stayId)
  if (!row) return null
  const stages = listPlanStages(db, row.id)
  const reviews = listPlanReviews(db, row.id)
  const staff = reviews.map((review) => review.recorded_by)
  const names = actorNames(db, [...new Set(row.approved_by === null ? staff : [...staff, row.approved_by])])
  return {
    id: row.id,
    form: FORM_WORDS[row.form],
    state: row.state,
    goal: row.goal,
    dueOn: row.due_on,
    approvedBy: row.approved_by === null ? null : (names.get(row.approved_by) ?? row.approved_by),
    approvedAt: row.approved_at,
    stages: stages.map((stage) => ({
      id: stage.id,
      stage: stageOf(stage.stage),
      goal: stage.goal,
      measures: stage.measures,
      responsible: stage.responsible,
      fromOn: stage.from_on,
      toOn: stage.to_on,
      result: stage.result,
      version: stage.version,
    })),
    reviews: reviews.map((review) => ({
      id: review.id,
      reviewedOn: review.reviewed_on,
      conclusion: review.conclusion,
      nextOn: review.next_on,
      recordedBy: names.get(review.recorded_by) ?? review.recorded_by,
    })),
    missing: missingInPlan({ goal: row.goal, stages: new Set(stages.map(({ stage }) => stageOf(stage))) }),
    version: row.version,
  }
}

/** The plan for going back of a stay; null where none was begun. */
export function reintegrationOf(db: ReadDb, stayId: string): ReintegrationPlan | null {
  const row = findReintegration(db, stayId)
  if (!row) return null
  const names = actorNames(
    db,
    row.approved_by === null ? [row.updated_by] : [row.updated_by, row.approved_by],
  )
  const answers = answersOf(row.answers)
  return {
    id: row.id,
    form: FORM_WORDS[row.form],
    state: row.state,
    answers,
    missing: missingInReintegration(answers),
    updatedBy: names.get(row.updated_by) ?? row.updated_by,
    updatedAt: row.updated_at,
    approvedBy: row.approved_by === null ? null : (names.get(row.approved_by) ?? row.approved_by),
    version: row.version,
  }
}

export const plansReads: ReadUseCases<typeof plansContract> = {
  get: (db, { now }, { stayId }) => {
    const stay = careStayOf(db, stayId, now)
    return {
      plan: planOf(db, stayId),
      reintegration: reintegrationOf(db, stayId),
      reintegrationFrom: reintegrationFrom(stay.book, stay.endOn),
    }
  },
}
