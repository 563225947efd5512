import { z } from 'zod'
import { SWEEP_KINDS } from '../placement/sweep-kinds.ts'
import { pageOf } from './answers.ts'
import { idField, lineField, pageFields, versionField } from './fields.ts'
import { route } from './route.ts'

const foundShape = z.object({
  mark: z.string(),
  kind: z.enum(SWEEP_KINDS),
  zoneId: z.string(),
  placeCode: z.string(),
  personId: z.string(),
  otherId: z.string().nullable(),
  sentence: z.string(),
  isHard: z.boolean(),
})

const findingShape = foundShape.omit({ mark: true }).extend({
  id: z.string(),
  zoneName: z.string().nullable(),
  name: z.string(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  acknowledgedAt: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgeReason: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  version: z.number(),
})
export type SweepLine = z.infer<typeof findingShape>

/** `new`: nobody has accepted it; `known`: accepted for now; `resolved`: found to hold no more. */
export const SWEEP_STATES = ['new', 'known', 'resolved'] as const

const filterFields = {
  state: z.enum(SWEEP_STATES).nullable().default(null),
  kinds: z.array(z.enum(SWEEP_KINDS)).max(SWEEP_KINDS.length).default([]),
  zones: z.array(z.string().max(64)).max(60).default([]),
}
const sweepFilter = z.strictObject(filterFields)
export type SweepFilter = z.infer<typeof sweepFilter>

export const sweepContract = {
  setTimes: route({
    access: 'centre.edit',
    kind: 'write',
    summary: 'When the nightly sweep is made, and after how many days away a kept bed is named',
  })
    .input(
      z.strictObject({
        time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Ghi giờ dạng 02:00.' }),
        outDays: z.int({ error: 'Ghi số ngày.' }).min(1, { error: 'Ít nhất 1 ngày.' }).max(365),
      }),
    )
    .output(z.object({ time: z.string(), outDays: z.number() })),
  summary: route({
    access: 'people.read',
    kind: 'read',
    summary: 'How many findings hold, and the last sweep',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        fresh: z.number(),
        known: z.number(),
        hard: z.number(),
        last: z
          .object({ at: z.string(), by: z.string(), found: z.number(), resolved: z.number() })
          .nullable(),
        /** Time of day of the nightly sweep, and days outside after which a kept bed is a finding. */
        time: z.string(),
        outDays: z.number(),
      }),
    ),
  list: route({ access: 'people.read', kind: 'read', summary: 'What the sweeps found, the newest first' })
    .input(z.strictObject({ ...filterFields, ...pageFields(200, 50) }))
    .output(pageOf(findingShape).extend({ total: z.number() })),
  export: route({ access: 'exports.run', kind: 'call', summary: 'The filtered findings as an Excel file' })
    .input(sweepFilter)
    .output(z.file()),
  look: route({
    access: 'people.read',
    kind: 'report',
    summary: 'What is wrong with beds now; nothing is stored',
  })
    .input(z.strictObject({}))
    .output(z.object({ findings: z.array(foundShape) })),
  run: route({
    access: 'custody.place',
    kind: 'call',
    summary: 'Look over all beds now and keep what is found',
  })
    .input(z.strictObject({}))
    .output(z.object({ found: z.number(), opened: z.number(), resolved: z.number() })),
  acknowledge: route({
    access: 'custody.place',
    kind: 'write',
    summary: 'Accept a finding for now, with a reason',
  })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(300, 'Lý do') }))
    .output(z.object({ id: z.string() })),
}
