import { z } from 'zod'
import { KEEP_APART_LEVELS } from '../placement/keep-apart.ts'
import { idField, lineField, versionField } from './fields.ts'
import { route } from './route.ts'

const pairShape = z.object({
  id: z.string(),
  otherPersonId: z.string(),
  otherName: z.string(),
  otherBirthOn: z.string().nullable(),
  otherBedCode: z.string().nullable(),
  level: z.enum(KEEP_APART_LEVELS),
  reason: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  closedAt: z.string().nullable(),
  closeReason: z.string().nullable(),
  /** Both lie closer together than the pair allows, at this moment. */
  isViolated: z.boolean(),
  version: z.number(),
})
export type KeepApartPair = z.infer<typeof pairShape>

export const keepApartContract = {
  list: route({ access: 'people.read', kind: 'read', summary: 'Whom a person is kept apart from' })
    .input(z.strictObject({ personId: idField }))
    .output(z.object({ pairs: z.array(pairShape) })),
  add: route({ access: 'custody.place', kind: 'write', summary: 'Keep two people apart' })
    .input(
      z.strictObject({
        id: idField,
        personId: idField,
        otherPersonId: idField,
        level: z.enum(KEEP_APART_LEVELS),
        reason: lineField(500, 'Lý do'),
      }),
    )
    .output(z.object({ id: z.string(), isViolated: z.boolean() })),
  close: route({ access: 'custody.place', kind: 'write', summary: 'End a pair kept apart' })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(500, 'Lý do') }))
    .output(z.object({ id: z.string() })),
}
