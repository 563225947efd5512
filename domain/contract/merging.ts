import { z } from 'zod'
import { idField, lineField } from './fields.ts'
import { matchShape } from './match-shapes.ts'
import { route } from './route.ts'

const mergeShape = z.object({
  id: z.string(),
  keptId: z.string(),
  mergedId: z.string(),
  mergedName: z.string(),
  reason: z.string(),
  mergedAt: z.string(),
  mergedBy: z.string(),
  undoneAt: z.string().nullable(),
  undoReason: z.string().nullable(),
})
export type PersonMerge = z.infer<typeof mergeShape>

export const mergingContract = {
  duplicates: route({
    access: 'people.merge',
    kind: 'read',
    summary: 'Who else on file may be this person; pairs decided before are left out',
  })
    .input(z.strictObject({ personId: idField }))
    .output(z.object({ matches: z.array(matchShape) })),
  merges: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Records merged into a person, undone ones too',
  })
    .input(z.strictObject({ personId: idField }))
    .output(z.object({ merges: z.array(mergeShape) })),
  notSame: route({ access: 'people.merge', kind: 'write', summary: 'Remember that two people are not one' })
    .input(
      z.strictObject({
        id: idField,
        personId: idField,
        otherPersonId: idField,
        reason: lineField(300, 'Lý do'),
      }),
    )
    .output(z.object({ id: z.string() })),
  merge: route({
    access: 'people.merge',
    kind: 'write',
    summary: 'Two records are one person: all goes to the one kept',
  })
    .input(
      z.strictObject({
        id: idField,
        keptId: idField,
        mergedId: idField,
        reason: lineField(300, 'Lý do gộp'),
      }),
    )
    .output(z.object({ id: z.string(), keptId: z.string(), moved: z.number() })),
  unmerge: route({
    access: 'people.merge',
    kind: 'write',
    summary: 'Take a merge back: each gets its own again',
  })
    .input(z.strictObject({ id: idField, reason: lineField(300, 'Lý do tách') }))
    .output(
      z.object({
        id: z.string(),
        keptId: z.string(),
        mergedId: z.string(),
        returned: z.number(),
        /** Rows changed since the merge that stay where they are. */
        left: z.number(),
      }),
    ),
}
