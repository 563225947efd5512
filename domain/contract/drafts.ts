import { z } from 'zod'
import { route } from './route.ts'

const formField = z.string().min(1).max(120)

export const draftsContract = {
  get: route({ access: 'drafts.own', kind: 'read', summary: 'The draft of a form, private to the user' })
    .input(z.strictObject({ form: formField }))
    .output(
      z.object({ value: z.record(z.string(), z.unknown()).nullable(), savedAt: z.string().nullable() }),
    ),
  list: route({ access: 'drafts.own', kind: 'read', summary: "The user's drafts of one kind, newest first" })
    .input(z.strictObject({ prefix: formField }))
    .output(
      z.object({
        drafts: z.array(
          z.object({ form: z.string(), value: z.record(z.string(), z.unknown()), savedAt: z.string() }),
        ),
      }),
    ),
  save: route({ access: 'drafts.own', kind: 'write', summary: 'Keep what has been typed so far' })
    .input(
      z.strictObject({
        form: formField,
        value: z.record(z.string(), z.unknown()),
        /**
         * When the draft was kept that this one replaces, null for none: refused with `conflict` where another is kept.
         * Left out by a form that is open, which replaces whatever is there.
         */
        over: z.string().nullable().optional(),
      }),
    )
    .output(z.object({ savedAt: z.string() })),
  discard: route({ access: 'drafts.own', kind: 'write', summary: 'Throw a draft away' })
    .input(z.strictObject({ form: formField }))
    .output(z.object({ discarded: z.literal(true) })),
}
