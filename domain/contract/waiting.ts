import { z } from 'zod'
import { route } from './route.ts'

const waitingShape = z.discriminatedUnion('kind', [
  /** The hub works. `lastAct` is how the work that stopped it for a while ended, since it was started. */
  z.object({
    kind: z.literal('working'),
    lastAct: z
      .object({ title: z.string(), problem: z.string().nullable(), note: z.string().nullable() })
      .nullable(),
  }),
  /** The hub works on its data as a whole; desks wait. */
  z.object({
    kind: z.literal('busy'),
    title: z.string(),
    done: z.number(),
    total: z.number().nullable(),
    step: z.string(),
  }),
  /** No key at hand opens the data; the recovery sheet does. `sheet` is its number, null when none was ever made. */
  z.object({
    kind: z.literal('locked'),
    sheet: z.string().nullable(),
    dataFolder: z.string(),
    reason: z.string(),
  }),
])
export type WaitingState = z.infer<typeof waitingShape>

/** What a hub answers also while it cannot open its data. */
export const waitingContract = {
  state: route({
    access: 'public',
    kind: 'call',
    summary: 'Whether the hub works, waits or needs its recovery sheet',
  })
    .input(z.strictObject({}))
    .output(waitingShape),
  openWithSheet: route({
    access: 'public',
    kind: 'call',
    summary: 'Open the data with the recovery sheet, when no key at hand does; loopback only',
  })
    .input(z.strictObject({ text: z.string().min(1).max(400) }))
    .output(z.object({ opened: z.literal(true) })),
}
