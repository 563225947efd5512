import { z } from 'zod'
import { firstCheckSchema } from '../information-sheet/first-check.ts'
import { idField, instantField, versionField } from './fields.ts'
import { route } from './route.ts'

const checkShape = z.object({
  id: z.string(),
  stayId: z.string(),
  at: z.string(),
  /** Null when it was written in an older shape. */
  body: firstCheckSchema.nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  version: z.number(),
})
export type StoredFirstCheck = z.infer<typeof checkShape>

export const medicalContract = {
  firstCheck: route({
    access: 'medical.read',
    kind: 'read',
    summary: 'The first health check; the look is recorded',
  })
    .input(z.strictObject({ stayId: idField }))
    .output(z.object({ check: checkShape.nullable() })),
  saveFirstCheck: route({ access: 'medical.edit', kind: 'write', summary: 'Write the first health check' })
    .input(
      z.strictObject({
        id: idField,
        stayId: idField,
        /** Null for the first time. */
        version: versionField.nullable(),
        at: instantField.nullable().default(null),
        body: firstCheckSchema,
      }),
    )
    .output(checkShape),
}
