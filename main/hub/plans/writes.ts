import type { WriteDb } from '#db/connection/handles.ts'
import { findPlan } from '#db/queries/intake/taken.ts'
import { findReintegration, listPlanStages } from '#db/queries/plans/reader.ts'
import {
  insertPlanReview,
  insertPlanStage,
  insertReintegration,
  updatePlan,
  updatePlanStage,
  updateReintegration,
} from '#db/queries/plans/writer.ts'
import { missingInReintegration, REINTEGRATION_FIELDS } from '#domain/care/plan.ts'
import { reintegrationFrom } from '#domain/care/stages.ts'
import type { plansContract } from '#domain/contract/plans.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { procedureRegime } from '#domain/law/regime.ts'
import { formatDay } from '#domain/time/day.ts'
import { startPlan } from '../dossier/sheets.ts'
import { openCareStay, type CareStay } from '../stages/care-stay.ts'
import type { FieldChange, WriteContext, WriteUseCases } from '../use-case.ts'
import { answersOf, planOf, reintegrationOf } from './reads.ts'

const CLASH = 'Kế hoạch này vừa được người khác sửa. Tải lại để xem rồi ghi lại.'

/** The plan of the stay, begun where there is none. */
function planFor(db: WriteDb, context: WriteContext, stay: CareStay) {
  startPlan(db, context, stay.stayId, stay.receivedOn)
  const plan = findPlan(db, stay.stayId)
  if (!plan) throw new AppError('not_found')
  return plan
}

/** Nothing of an approved plan changes but results and reviews. */
function refuseApproved(state: 'started' | 'approved'): void {
  if (state === 'approved')
    throw new AppError(
      'rule_violated',
      'Kế hoạch đã được duyệt. Ghi thay đổi bằng một lần đánh giá, xem lại.',
    )
}

function tell(
  context: WriteContext,
  action: 'plan.saved' | 'plan.reviewed' | 'plan.approved' | 'reintegration.saved' | 'reintegration.approved',
  stay: CareStay,
  fields: readonly Pick<FieldChange, 'field' | 'before' | 'after'>[] = [],
): void {
  const { personId, stayId } = stay
  context.audit({
    action,
    subject: { kind: 'stay', id: stayId },
    personId,
    fields: fields.map((field) => ({ entity: 'plan', entityId: stayId, personId, ...field })),
  })
  context.changed('care', stayId)
}

export const plansWrites: WriteUseCases<typeof plansContract> = {
  saveGoal: (db, context, input) => {
    const stay = openCareStay(db, input.stayId, context.now)
    const known = findPlan(db, input.stayId)
    if (known && known.version !== (input.version ?? 1))
      throw new AppError('conflict', CLASH, { current: { version: known.version, goal: known.goal } })
    const plan = planFor(db, context, stay)
    refuseApproved(plan.state)
    updatePlan(db, plan.id, { goal: input.goal, version: plan.version + 1 })
    tell(context, 'plan.saved', stay, [{ field: 'goal', before: plan.goal, after: input.goal }])
    return { version: plan.version + 1 }
  },
  saveStage: (db, context, input) => {
    const stay = openCareStay(db, input.stayId, context.now)
    const plan = planFor(db, context, stay)
    const { stage, goal, measures, responsible, fromOn, toOn, result } = input
    if (fromOn !== null && toOn !== null && toOn < fromOn) {
      const message = 'Ngày kết thúc trước ngày bắt đầu. Sửa lại ngày.'
      throw ruleViolated([{ code: 'plan-days', message, field: 'toOn' }])
    }
    const row = listPlanStages(db, plan.id).find((one) => one.stage === stage)
    if ((row?.version ?? null) !== input.version)
      throw new AppError('conflict', CLASH, { current: { version: row?.version ?? null } })
    const written = { goal, measures, responsible, from_on: fromOn, to_on: toOn }
    const isContent =
      !row || Object.entries(written).some(([column, value]) => Reflect.get(row, column) !== value)
    if (isContent) refuseApproved(plan.state)
    const by = { updated_at: context.now, updated_by: context.actor.key }
    const version = (row?.version ?? 0) + 1
    if (row) updatePlanStage(db, row.id, { ...written, ...by, result, version })
    else insertPlanStage(db, { id: input.id, plan_id: plan.id, stage, ...written, ...by, result })
    tell(context, 'plan.saved', stay, [
      { field: `stage${stage}`, before: row?.measures ?? null, after: measures },
    ])
    return { version }
  },
  review: (db, context, input) => {
    const stay = openCareStay(db, input.stayId, context.now)
    const plan = findPlan(db, input.stayId)
    if (!plan) throw new AppError('rule_violated', 'Chưa có kế hoạch. Lập kế hoạch trước khi đánh giá.')
    const { reviewedOn, nextOn } = input
    if (reviewedOn > stay.judged.today || reviewedOn < stay.receivedOn)
      throw ruleViolated([
        { code: 'review-day', message: 'Ngày đánh giá từ ngày tiếp nhận đến hôm nay.', field: 'reviewedOn' },
      ])
    if (nextOn !== null && nextOn <= reviewedOn)
      throw ruleViolated([
        { code: 'review-next', message: 'Lần sau phải sau ngày đánh giá này.', field: 'nextOn' },
      ])
    insertPlanReview(db, {
      id: input.id,
      plan_id: plan.id,
      reviewed_on: reviewedOn,
      conclusion: input.conclusion,
      next_on: nextOn,
      recorded_at: context.now,
      recorded_by: context.actor.key,
    })
    tell(context, 'plan.reviewed', stay, [{ field: 'review', before: null, after: input.conclusion }])
    return { id: input.id }
  },
  approve: (db, context, input) => {
    const stay = openCareStay(db, input.stayId, context.now)
    const plan = planOf(db, input.stayId)
    if (!plan) throw new AppError('not_found')
    if (plan.version !== input.version) throw new AppError('conflict', CLASH)
    refuseApproved(plan.state)
    if (plan.missing.length > 0) {
      const message = `Kế hoạch còn thiếu: ${plan.missing.join('; ')} (${plan.form}). Ghi đủ rồi duyệt.`
      throw ruleViolated([{ code: 'plan-missing', message }])
    }
    const version = plan.version + 1
    const by = { approved_at: context.now, approved_by: context.actor.key }
    updatePlan(db, plan.id, { state: 'approved', ...by, version })
    tell(context, 'plan.approved', stay)
    return { version }
  },
  saveReintegration: (db, context, input) => {
    const stay = openCareStay(db, input.stayId, context.now)
    const row = findReintegration(db, input.stayId)
    if ((row?.version ?? null) !== input.version)
      throw new AppError('conflict', CLASH, { current: { version: row?.version ?? null } })
    if (row) refuseApproved(row.state)
    const { today } = stay.judged
    const from = reintegrationFrom(stay.book, stay.endOn)
    if (!row && from !== null && today < from && procedureRegime(today) === 'R120') {
      const message = `Kế hoạch tái hòa nhập lập trong giai đoạn 5, từ ${formatDay(from)} (ST-5, Nghị định 163/2026/NĐ-CP Điều 88.5, 88.7).`
      throw ruleViolated([{ code: 'reintegration-early', message }])
    }
    const before = row ? answersOf(row.answers) : {}
    const answers = Object.fromEntries(
      REINTEGRATION_FIELDS.flatMap((field) => {
        const text = input.answers[field]
        return text === null ? [] : [[field, text]]
      }),
    )
    const written = {
      answers: JSON.stringify(answers),
      updated_at: context.now,
      updated_by: context.actor.key,
    }
    const version = (row?.version ?? 0) + 1
    if (row) updateReintegration(db, row.id, { ...written, version })
    else
      insertReintegration(db, {
        id: input.id,
        stay_id: input.stayId,
        form: procedureRegime(today) === 'R73' ? 'D116-21' : 'D163-19',
        state: 'started',
        started_at: context.now,
        started_by: context.actor.key,
        approved_at: null,
        approved_by: null,
        ...written,
      })
    tell(
      context,
      'reintegration.saved',
      stay,
      REINTEGRATION_FIELDS.flatMap((field) => {
        const [old, next] = [before[field] ?? null, input.answers[field]]
        return old === next ? [] : [{ field, before: old, after: next }]
      }),
    )
    return { version }
  },
  approveReintegration: (db, context, input) => {
    const stay = openCareStay(db, input.stayId, context.now)
    const plan = reintegrationOf(db, input.stayId)
    if (!plan) throw new AppError('not_found')
    if (plan.version !== input.version) throw new AppError('conflict', CLASH)
    refuseApproved(plan.state)
    const missing = missingInReintegration(plan.answers)
    if (missing.length > 0) {
      const message = `Kế hoạch còn thiếu: ${missing.join('; ')} (${plan.form}). Ghi đủ rồi duyệt.`
      throw ruleViolated([{ code: 'plan-missing', message }])
    }
    const version = plan.version + 1
    const by = { approved_at: context.now, approved_by: context.actor.key }
    updateReintegration(db, plan.id, { state: 'approved', ...by, version })
    tell(context, 'reintegration.approved', stay)
    return { version }
  },
}
