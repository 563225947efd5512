import { z } from 'zod'
import { route } from './route.ts'

const sheetShape = z.object({
  id: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  state: z.enum(['unconfirmed', 'active', 'replaced']),
  confirmedAt: z.string().nullable(),
  replacedAt: z.string().nullable(),
})

const drillShape = z.object({
  id: z.string(),
  doneAt: z.string(),
  doneBy: z.string(),
  file: z.string(),
  madeAt: z.string().nullable(),
  sheet: z.string(),
  outcome: z.enum(['passed', 'failed']),
  detail: z.string().nullable(),
})
export type DrillLine = z.infer<typeof drillShape>

export const keysContract = {
  status: route({
    access: 'keys.manage',
    kind: 'call',
    summary: 'The recovery sheet, its tests and where the key lies',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        keySource: z.enum(['file', 'parent']),
        keyFile: z.string().nullable(),
        canRotate: z.boolean(),
        sheets: z.array(sheetShape),
        drills: z.array(drillShape),
        drillDueOn: z.string().nullable(),
        newestSealed: z.object({ file: z.string(), madeAt: z.string() }).nullable(),
      }),
    ),
  makeSheet: route({
    access: 'keys.manage',
    kind: 'call',
    stepUp: true,
    summary: 'Make a recovery sheet; its lines are in this one answer and nowhere else',
  })
    .input(z.strictObject({}))
    .output(z.object({ id: z.string(), lines: z.array(z.string()), qr: z.string(), madeAt: z.string() })),
  confirmSheet: route({
    access: 'keys.manage',
    kind: 'call',
    summary: 'Put a sheet to use once two of its lines were typed back from paper',
  })
    .input(z.strictObject({ id: z.string().regex(/^[0-9A-F]{8}$/), text: z.string().min(1).max(400) }))
    .output(z.object({ active: z.literal(true) })),
  drill: route({
    access: 'keys.manage',
    kind: 'call',
    summary: 'Open the newest sealed copy with the sheet alone, in a temporary folder; a long work',
  })
    .input(z.strictObject({ text: z.string().min(1).max(400) }))
    .output(z.object({ jobId: z.string() })),
  rotate: route({
    access: 'keys.manage',
    kind: 'call',
    stepUp: true,
    summary: 'Put the data under a new key; the hub stops for it and comes back',
  })
    .input(z.strictObject({}))
    .output(z.object({ started: z.literal(true) })),
}
