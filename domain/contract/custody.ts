import { z } from 'zod'
import { CUSTODY_EVENT_KINDS } from '../custody/event-kinds.ts'
import { custodyActSchema } from '../custody/facts.ts'
import { CUSTODY_POSITIONS } from '../custody/transitions.ts'
import { idField, instantField, lineField } from './fields.ts'
import { route } from './route.ts'

const at = instantField.nullable().default(null)

const eventShape = z.object({
  id: z.string(),
  kind: z.enum(CUSTODY_EVENT_KINDS),
  at: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  act: custodyActSchema,
  /** The bed named in the facts, as people say it. */
  bedCode: z.string().nullable(),
  cancelled: z.object({ why: z.string(), at: z.string(), by: z.string() }).nullable(),
})
export type CustodyLineEvent = z.infer<typeof eventShape>

const lineShape = z.object({
  stayId: z.string(),
  personId: z.string(),
  name: z.string(),
  position: z.enum(CUSTODY_POSITIONS),
  sinceAt: z.string().nullable(),
  bedCode: z.string().nullable(),
  /** What may be recorded now by the rules of custody, whoever asks. */
  possible: z.array(z.enum(CUSTODY_EVENT_KINDS)),
  events: z.array(eventShape),
})
export type CustodyLine = z.infer<typeof lineShape>

const recordedShape = z.object({ events: z.array(z.object({ stayId: z.string(), eventId: z.string() })) })

export const custodyContract = {
  line: route({ access: 'people.read', kind: 'read', summary: 'The life line of a stay, oldest first' })
    .input(z.strictObject({ stayId: idField }))
    .output(lineShape),
  record: route({
    access: 'custody.record',
    kind: 'write',
    summary: 'Record that somebody left, came back, escaped, or that a stay ended',
  })
    .input(
      z.strictObject({
        id: idField,
        stayId: idField,
        /** When it happened; null = now. */
        at,
        act: custodyActSchema,
      }),
    )
    .output(recordedShape),
  correct: route({
    access: 'custody.correct',
    kind: 'write',
    summary: 'Cancel recorded events with a reason, all or none; one may be recorded anew in the same act',
  })
    .input(
      z.strictObject({
        corrections: z
          .array(z.strictObject({ id: idField, stayId: idField, eventId: idField }))
          .min(1)
          .max(100),
        why: lineField(500, 'Lý do đính chính'),
        instead: z
          .strictObject({ id: idField, stayId: idField, at: instantField, act: custodyActSchema })
          .nullable()
          .default(null),
      }),
    )
    .output(recordedShape),
}
