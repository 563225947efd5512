import { z } from 'zod'

/** What a desk is told when its process begins. */
export const deskStartShape = z.object({
  folder: z.string(),
  /** Key of its sealed files, as the operating system would keep it. */
  key: z.string(),
  login: z.string(),
  stays: z.array(z.string()),
  /** How to be taken in; absent for a desk that was before. */
  pairing: z
    .object({ host: z.string(), port: z.number(), code: z.string(), name: z.string() })
    .exactOptional(),
})
export type DeskStart = z.infer<typeof deskStartShape>

/** What the harness asks of a desk. */
export const deskOrderShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('work') }),
  /** End the act under way, then begin no other. */
  z.object({ type: z.literal('rest') }),
  z.object({ type: z.literal('show') }),
  z.object({ type: z.literal('end') }),
])
export type DeskOrder = z.infer<typeof deskOrderShape>

/** What a desk says. */
export const deskReportShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('sending'), eventId: z.string() }),
  z.object({ type: z.literal('done'), eventId: z.string(), tries: z.number() }),
  z.object({ type: z.literal('refused'), eventId: z.string(), code: z.string() }),
  z.object({ type: z.literal('resting') }),
  /** What stands on its screen: the last event of each stay. */
  z.object({ type: z.literal('view'), lastEvents: z.record(z.string(), z.string()) }),
  z.object({ type: z.literal('failed'), message: z.string() }),
])
export type DeskReport = z.infer<typeof deskReportShape>
