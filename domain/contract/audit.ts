import { z } from 'zod'
import { cursorField } from './fields.ts'
import { route } from './route.ts'

const auditLineShape = z.object({
  seq: z.number(),
  at: z.string(),
  actor: z.string(),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type AuditLine = z.infer<typeof auditLineShape>

export const auditContract = {
  list: route({ access: 'audit.read', kind: 'read', summary: 'The audit, newest first' })
    .input(
      z.strictObject({
        cursor: cursorField,
        actor: z.string().max(120).nullable().default(null),
        action: z.string().max(80).nullable().default(null),
        personId: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ lines: z.array(auditLineShape), next: z.string().nullable() })),
  technical: route({
    access: 'audit.technical',
    kind: 'read',
    summary: 'The audit of the machine: accounts, backups, settings',
  })
    .input(z.strictObject({ cursor: cursorField }))
    .output(z.object({ lines: z.array(auditLineShape), next: z.string().nullable() })),
  verify: route({
    access: 'audit.read',
    kind: 'call',
    summary: 'Check the whole chain and everything derived; a long work',
  })
    .input(z.strictObject({}))
    .output(z.object({ jobId: z.string() })),
}
