import { z } from 'zod'
import { STAGE_RESULTS, type Stage } from '../care/stages.ts'
import { changedShape, pageOf, problemShape } from './answers.ts'
import { carePersonShape } from './care-people.ts'
import { dayField, idField, lineField, optionalLine, pageFields, versionField } from './fields.ts'
import { route } from './route.ts'

const stageField = z.literal([1, 2, 3, 4, 5], { error: 'Chọn giai đoạn.' }) satisfies z.ZodType<Stage>

const recordShape = z.object({
  id: z.string(),
  stage: stageField,
  startedOn: z.string(),
  startReason: z.string().nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  result: z.enum(STAGE_RESULTS).nullable(),
  responsible: z.string().nullable(),
  note: z.string().nullable(),
  isElsewhere: z.boolean(),
  recordedBy: z.string(),
  cancelledAt: z.string().nullable(),
  cancelReason: z.string().nullable(),
  /** Days it lasts or lasted. */
  days: z.number(),
  standing: z.enum(['under', 'ready', 'over']).nullable(),
  earliestEnd: z.string().nullable(),
  latestEnd: z.string().nullable(),
  version: z.number(),
})
export type StageRecord = z.infer<typeof recordShape>

const placeShape = z.object({ stage: stageField, count: z.number(), over: z.number() })

const boardRow = carePersonShape.extend({
  recordId: z.string().nullable(),
  stage: stageField.nullable(),
  startedOn: z.string().nullable(),
  days: z.number().nullable(),
  standing: z.enum(['under', 'ready', 'over']).nullable(),
  earliestEnd: z.string().nullable(),
  latestEnd: z.string().nullable(),
  endOn: z.string().nullable(),
  version: z.number().nullable(),
})
export type StageBoardRow = z.infer<typeof boardRow>

const boardFilter = {
  /** 0 = nobody wrote a stage yet. */
  stage: z.literal([0, 1, 2, 3, 4, 5]),
  zones: z.array(z.string().max(64)).max(60).default([]),
  teams: z.array(z.string().max(64)).max(60).default([]),
  overOnly: z.boolean().default(false),
}

export const stagesContract = {
  board: route({ access: 'care.read', kind: 'read', summary: 'How many people are in each stage, by zone' })
    .input(z.strictObject({}))
    .output(
      z.object({
        zones: z.array(
          z.object({
            zoneId: z.string().nullable(),
            zoneName: z.string(),
            onRoll: z.number(),
            none: z.number(),
            stages: z.array(placeShape),
          }),
        ),
        /** What the law in force today says of each stage. */
        rules: z.array(z.object({ stage: stageField, text: z.string(), article: z.string() })),
      }),
    ),
  people: route({
    access: 'care.read',
    kind: 'read',
    summary: 'People in a stage, the longest in it first; or those nobody wrote a stage for',
  })
    .input(z.strictObject({ ...boardFilter, ...pageFields(200, 100) }))
    .output(pageOf(boardRow)),
  ofStay: route({
    access: 'care.read',
    kind: 'read',
    summary: 'The stages of a stay, and which may begin today',
  })
    .input(z.strictObject({ stayId: idField }))
    .output(
      z.object({
        records: z.array(recordShape),
        /** Last day of the stay; null while it lasts. */
        endedOn: z.string().nullable(),
        next: z.array(
          z.object({ stage: stageField, hard: z.array(problemShape), soft: z.array(problemShape) }),
        ),
        /** First day of stage 5; null where it cannot be told. */
        reintegrationFrom: z.string().nullable(),
        endOn: z.string().nullable(),
      }),
    ),
  start: route({
    access: 'care.edit',
    kind: 'write',
    summary: 'Begin a stage, or write down one done elsewhere',
  })
    .input(
      z.strictObject({
        id: idField,
        stayId: idField,
        stage: stageField,
        startedOn: dayField,
        responsible: optionalLine(120, 'Người phụ trách'),
        note: optionalLine(500, 'Ghi chú'),
        /** Why against a soft rule. */
        reason: optionalLine(300, 'Lý do'),
        /** Done at another centre: with its end and result. */
        elsewhere: z
          .strictObject({ endedOn: dayField, result: z.enum(STAGE_RESULTS) })
          .nullable()
          .default(null),
      }),
    )
    .output(z.object({ id: z.string() })),
  end: route({ access: 'care.edit', kind: 'write', summary: 'End a stage with its result' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        endedOn: dayField,
        result: z.enum(STAGE_RESULTS, { error: 'Chọn kết quả: Tốt, Đạt hoặc Không đạt.' }),
        note: optionalLine(500, 'Nhận xét'),
        reason: optionalLine(300, 'Lý do'),
      }),
    )
    .output(changedShape),
  cancel: route({ access: 'care.edit', kind: 'write', summary: 'Withdraw a stage written by mistake' })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(300, 'Lý do hủy') }))
    .output(z.object({ id: z.string() })),
}
