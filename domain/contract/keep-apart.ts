import { z } from 'zod'
import {
  KEEP_APART_GROUNDS,
  KEEP_APART_LEVELS,
  KEEP_APART_ROLES,
  KEEP_APART_SCOPES,
} from '../placement/keep-apart.ts'
import { dayField, idField, lineField, optionalLine, pageFields, versionField } from './fields.ts'
import { route } from './route.ts'

const wordsShape = z.object({
  level: z.enum(KEEP_APART_LEVELS),
  inClass: z.boolean(),
  inVisit: z.boolean(),
  ground: z.enum(KEEP_APART_GROUNDS),
  reason: z.string(),
  /** Who ordered it, or which body asked for it. */
  authorisedBy: z.string().nullable(),
  reviewOn: z.string().nullable(),
  isReviewDue: z.boolean(),
  openedAt: z.string(),
  openedBy: z.string(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  closeReason: z.string().nullable(),
  /** Opened again after it had been closed. */
  isReopened: z.boolean(),
  /** Both lie closer together than the pair allows, at this moment. */
  isViolated: z.boolean(),
  version: z.number(),
})

const pairShape = wordsShape.extend({
  id: z.string(),
  otherPersonId: z.string(),
  otherName: z.string(),
  otherBirthOn: z.string().nullable(),
  otherBedCode: z.string().nullable(),
  role: z.enum(KEEP_APART_ROLES),
  otherRole: z.enum(KEEP_APART_ROLES),
})
export type KeepApartPair = z.infer<typeof pairShape>

const sideShape = z.object({
  personId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  role: z.enum(KEEP_APART_ROLES),
  bedCode: z.string().nullable(),
  zoneName: z.string().nullable(),
})
const listedPair = wordsShape.extend({ id: z.string(), one: sideShape, other: sideShape })
export type ListedPair = z.infer<typeof listedPair>

const filterFields = {
  state: z.enum(['open', 'closed', 'all']).default('open'),
  scope: z.enum(KEEP_APART_SCOPES).nullable().default(null),
  grounds: z.array(z.enum(KEEP_APART_GROUNDS)).max(KEEP_APART_GROUNDS.length).default([]),
  zones: z.array(z.string().max(64)).max(60).default([]),
  reviewDue: z.boolean().default(false),
  /** Only those who lie too close together now. */
  violated: z.boolean().default(false),
}
const listFilter = z.strictObject(filterFields)
export type KeepApartFilter = z.infer<typeof listFilter>

const editFields = {
  level: z.enum(KEEP_APART_LEVELS),
  inClass: z.boolean().default(false),
  inVisit: z.boolean().default(false),
  role: z.enum(KEEP_APART_ROLES).default('unknown'),
  otherRole: z.enum(KEEP_APART_ROLES).default('unknown'),
  ground: z.enum(KEEP_APART_GROUNDS).default('other'),
  reason: lineField(500, 'Lý do'),
  authorisedBy: optionalLine(120, 'Người quyết định'),
  /** Null = after the usual number of days. */
  reviewOn: dayField.nullable().default(null),
}

export const keepApartContract = {
  list: route({ access: 'people.read', kind: 'read', summary: 'Whom a person is kept apart from' })
    .input(z.strictObject({ personId: idField }))
    .output(z.object({ pairs: z.array(pairShape) })),
  all: route({ access: 'people.read', kind: 'read', summary: 'Pairs kept apart, the newest first' })
    .input(z.strictObject({ ...filterFields, ...pageFields(200, 50) }))
    .output(z.object({ pairs: z.array(listedPair), next: z.string().nullable() })),
  count: route({ access: 'people.read', kind: 'read', summary: 'How many pairs a filter holds' })
    .input(listFilter)
    .output(z.object({ pairs: z.number() })),
  add: route({ access: 'custody.place', kind: 'write', summary: 'Keep two people apart' })
    .input(z.strictObject({ id: idField, personId: idField, otherPersonId: idField, ...editFields }))
    .output(z.object({ id: z.string(), isViolated: z.boolean() })),
  change: route({
    access: 'custody.place',
    kind: 'write',
    summary: 'Review a pair: how far apart, roles, reason, next review',
  })
    .input(z.strictObject({ id: idField, personId: idField, version: versionField, ...editFields }))
    .output(z.object({ id: z.string(), isViolated: z.boolean() })),
  close: route({ access: 'custody.place', kind: 'write', summary: 'End a pair kept apart' })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(500, 'Lý do') }))
    .output(z.object({ id: z.string() })),
  reopen: route({ access: 'custody.place', kind: 'write', summary: 'Keep a closed pair apart again' })
    .input(z.strictObject({ id: idField, closedId: idField, reason: lineField(500, 'Lý do') }))
    .output(z.object({ id: z.string(), isViolated: z.boolean() })),
}
