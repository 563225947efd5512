import { z } from 'zod'
import { REINTEGRATION_FIELDS, type ReintegrationField } from '../care/plan.ts'
import { STAGE_RESULTS, type Stage } from '../care/stages.ts'
import { dayField, idField, lineField, optionalLine, versionField } from './fields.ts'
import { route } from './route.ts'

const stageField = z.literal([1, 2, 3, 4, 5]) satisfies z.ZodType<Stage>

const planStageShape = z.object({
  id: z.string(),
  stage: stageField,
  goal: z.string().nullable(),
  measures: z.string(),
  responsible: z.string().nullable(),
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  result: z.enum(STAGE_RESULTS).nullable(),
  version: z.number(),
})
export type PlanStage = z.infer<typeof planStageShape>

const planShape = z.object({
  id: z.string(),
  /** Number of the form in words: Mẫu số 18. */
  form: z.string(),
  state: z.enum(['started', 'approved']),
  goal: z.string().nullable(),
  dueOn: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  stages: z.array(planStageShape),
  reviews: z.array(
    z.object({
      id: z.string(),
      reviewedOn: z.string(),
      conclusion: z.string(),
      nextOn: z.string().nullable(),
      recordedBy: z.string(),
    }),
  ),
  /** What it lacks before it may be approved. */
  missing: z.array(z.string()),
  version: z.number(),
})
export type RehabPlan = z.infer<typeof planShape>

const answersShape = z.partialRecord(z.enum(REINTEGRATION_FIELDS), z.string())

const reintegrationShape = z.object({
  id: z.string(),
  form: z.string(),
  state: z.enum(['started', 'approved']),
  answers: answersShape,
  missing: z.array(z.string()),
  updatedBy: z.string(),
  updatedAt: z.string(),
  approvedBy: z.string().nullable(),
  version: z.number(),
})
export type ReintegrationPlan = z.infer<typeof reintegrationShape>

const answerFields = Object.fromEntries(
  REINTEGRATION_FIELDS.map((field) => [field, optionalLine(600)]),
) as Record<ReintegrationField, ReturnType<typeof optionalLine>>

export const plansContract = {
  get: route({
    access: 'care.read',
    kind: 'read',
    summary: 'The rehabilitation plan of a stay, and the one for going back',
  })
    .input(z.strictObject({ stayId: idField }))
    .output(
      z.object({
        plan: planShape.nullable(),
        reintegration: reintegrationShape.nullable(),
        /** From this day the plan for going back is due (ST-5); null where the end is not known. */
        reintegrationFrom: z.string().nullable(),
      }),
    ),
  saveGoal: route({
    access: 'care.edit',
    kind: 'write',
    summary: 'Write the aim of the plan; begins the plan where there is none',
  })
    .input(
      z.strictObject({
        stayId: idField,
        version: versionField.nullable(),
        goal: lineField(1000, 'Mục tiêu'),
      }),
    )
    .output(z.object({ version: z.number() })),
  saveStage: route({ access: 'care.edit', kind: 'write', summary: 'Write one stage of the plan' })
    .input(
      z.strictObject({
        id: idField,
        stayId: idField,
        stage: stageField,
        version: versionField.nullable(),
        goal: optionalLine(500, 'Mục tiêu'),
        measures: lineField(1500, 'Biện pháp'),
        responsible: optionalLine(120, 'Người phụ trách'),
        fromOn: dayField.nullable().default(null),
        toOn: dayField.nullable().default(null),
        result: z.enum(STAGE_RESULTS).nullable().default(null),
      }),
    )
    .output(z.object({ version: z.number() })),
  review: route({ access: 'care.edit', kind: 'write', summary: 'Review the plan' })
    .input(
      z.strictObject({
        id: idField,
        stayId: idField,
        reviewedOn: dayField,
        conclusion: lineField(1000, 'Kết luận'),
        nextOn: dayField.nullable().default(null),
      }),
    )
    .output(z.object({ id: z.string() })),
  approve: route({ access: 'care.approve', kind: 'write', summary: 'Approve a plan that lacks nothing' })
    .input(z.strictObject({ stayId: idField, version: versionField }))
    .output(z.object({ version: z.number() })),
  saveReintegration: route({
    access: 'care.edit',
    kind: 'write',
    summary: 'Write the plan for going back (Mẫu 19)',
  })
    .input(
      z.strictObject({
        id: idField,
        stayId: idField,
        version: versionField.nullable(),
        answers: z.strictObject(answerFields),
      }),
    )
    .output(z.object({ version: z.number() })),
  approveReintegration: route({
    access: 'care.approve',
    kind: 'write',
    summary: 'Approve the plan for going back',
  })
    .input(z.strictObject({ stayId: idField, version: versionField }))
    .output(z.object({ version: z.number() })),
}
