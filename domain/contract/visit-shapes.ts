import { z } from 'zod'
import { FIND_SOURCES, VISIT_KINDS, VISIT_STATES } from '../contacts/contact-codes.ts'
import { IDENTITY_KINDS } from '../identity/identity-kinds.ts'
import { RELATIONS } from '../information-sheet/personal-lists.ts'
import { RULE_CONFIDENCES } from '../law/rule.ts'
import { BIRTH_PRECISIONS } from '../people/sex.ts'

/** A rule that forbids, in the parts a screen shows apart. */
export const refusalShape = z.object({
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
  rule: z.string(),
  article: z.string(),
  since: z.string().nullable(),
  confidence: z.enum(RULE_CONFIDENCES).nullable(),
  remedy: z.string(),
})

export const roomShape = z.object({
  id: z.string(),
  name: z.string(),
  capacity: z.number(),
  isRetired: z.boolean(),
  version: z.number(),
})
export type VisitRoom = z.infer<typeof roomShape>

/** A visit in one line. */
export const visitShape = z.object({
  id: z.string(),
  personId: z.string(),
  stayId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
  kind: z.enum(VISIT_KINDS),
  state: z.enum(VISIT_STATES),
  roomId: z.string(),
  roomName: z.string(),
  startsAt: z.string(),
  minutes: z.number(),
  extraMinutes: z.number(),
  queueNumber: z.number().nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  outcome: z.string().nullable(),
  allowReason: z.string().nullable(),
  extendReason: z.string().nullable(),
  guests: z.array(
    z.object({
      visitorId: z.string(),
      name: z.string(),
      relation: z.enum(RELATIONS),
      /** Shown from `/files/visitor/<id>`. */
      photoId: z.string().nullable(),
      banReason: z.string().nullable(),
    }),
  ),
  finds: z.number(),
  /** Đồng left for the deposit. */
  money: z.number().nullable(),
  version: z.number(),
})
export type Visit = z.infer<typeof visitShape>

const visitorShape = z.object({
  id: z.string(),
  name: z.string(),
  birthYear: z.number().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  paperKind: z.enum(IDENTITY_KINDS).nullable(),
  paperNumber: z.string().nullable(),
  /** Shown from `/files/visitor/<id>`. */
  photoId: z.string().nullable(),
  banReason: z.string().nullable(),
  bannedAt: z.string().nullable(),
  version: z.number(),
})
export type Visitor = z.infer<typeof visitorShape>

/** Somebody who visits one person, with the kinship. */
export const tieShape = visitorShape.extend({
  relation: z.enum(RELATIONS),
  proof: z.string().nullable(),
  /** Named in the dossier of the person. */
  isRelative: z.boolean(),
})
export type PersonVisitor = z.infer<typeof tieShape>

export const registryShape = visitorShape.extend({
  people: z.array(z.object({ personId: z.string(), name: z.string(), relation: z.enum(RELATIONS) })),
})
export type RegistryVisitor = z.infer<typeof registryShape>

export const restrictionShape = z.object({
  id: z.string(),
  fromOn: z.string(),
  toOn: z.string().nullable(),
  reason: z.string(),
  decision: z.string().nullable(),
  recordedBy: z.string(),
  liftedAt: z.string().nullable(),
  liftReason: z.string().nullable(),
  holds: z.boolean(),
})
export type Restriction = z.infer<typeof restrictionShape>

export const findShape = z.object({
  id: z.string(),
  source: z.enum(FIND_SOURCES),
  /** The visit, parcel or letter it was found in. */
  recordId: z.string(),
  what: z.string(),
  quantity: z.string(),
  action: z.string(),
  foundAt: z.string(),
  foundBy: z.string(),
})

export const ruleShape = z.object({
  id: z.string(),
  title: z.string(),
  value: z.string(),
  article: z.string(),
  since: z.string(),
  confidence: z.enum(RULE_CONFIDENCES),
  note: z.string().nullable(),
})
export type ContactRuleLine = z.infer<typeof ruleShape>
