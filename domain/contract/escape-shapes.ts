import { z } from 'zod'
import { ENDING_KINDS, OUT_KINDS } from '../custody/event-kinds.ts'
import { CUSTODY_POSITIONS } from '../custody/transitions.ts'
import { ESCAPE_FORMS } from '../documents/escape-paper.ts'
import { ESCAPE_STANDINGS } from '../incidents/escape-standing.ts'
import { SIGHTING_KINDS } from '../incidents/last-sightings.ts'
import { DUTY_CODES } from '../law/duties.ts'
import { RULE_CONFIDENCES } from '../law/rule.ts'
import { OBLIGATION_STATES } from '../obligations/obligation-state.ts'
import { BIRTH_PRECISIONS, SEXES } from '../people/sex.ts'
import { TRACKS } from '../stay/track.ts'

const sightingShape = z.object({
  kind: z.enum(SIGHTING_KINDS),
  at: z.string(),
  what: z.string(),
  by: z.string().nullable(),
})

/** Who decides on the search, under what; null where the law of the day knows no such decision. */
const searchShape = z
  .object({
    rule: z.string(),
    issuer: z.string(),
    article: z.string(),
    form: z.string().nullable(),
    isOurs: z.boolean(),
    isOptional: z.boolean(),
    note: z.string().nullable(),
    confidence: z.enum(RULE_CONFIDENCES),
  })
  .nullable()

/** Who is to be told, under what; `hours` is null where the text names none. */
const toldShape = z.object({
  rule: z.string(),
  what: z.string(),
  article: z.string(),
  hours: z.number().nullable(),
  note: z.string().nullable(),
})

const personFields = {
  personId: z.string(),
  stayId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  sex: z.enum(SEXES),
  track: z.enum(TRACKS),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
  photoId: z.string().nullable(),
}

export const candidateShape = z.object({
  ...personFields,
  position: z.enum(CUSTODY_POSITIONS),
  outKind: z.enum(OUT_KINDS).nullable(),
  sightings: z.array(sightingShape),
  search: searchShape,
  told: z.array(toldShape),
  /** Why the escape of this person may not be recorded; null when it may. */
  problem: z.string().nullable(),
})
export type EscapeCandidate = z.infer<typeof candidateShape>

export const escapeShape = z.object({
  ...personFields,
  /** The custody event. */
  id: z.string(),
  incidentId: z.string().nullable(),
  incidentNumber: z.string().nullable(),
  escapedAt: z.string(),
  fromWhere: z.string().nullable(),
  lastSeenAt: z.string().nullable(),
  standing: z.enum(ESCAPE_STANDINGS),
  recoveredAt: z.string().nullable(),
  /** Duties of this escape that are still to be met, the most pressing first. */
  due: z.array(z.object({ duty: z.enum(DUTY_CODES), what: z.string(), dueAt: z.string() })),
})
export type EscapeLine = z.infer<typeof escapeShape>

export const escapeDetailShape = escapeShape.extend({
  direction: z.string().nullable(),
  clothes: z.string().nullable(),
  looks: z.string().nullable(),
  likelyPlaces: z.string().nullable(),
  heightCm: z.number().nullable(),
  weightKg: z.number().nullable(),
  sightings: z.array(sightingShape),
  search: searchShape,
  told: z.array(toldShape),
  /** What Mẫu 43 asks for and the record lacks, in words (INC-09). */
  missing: z.array(z.string()),
  /** The custody event of the return; null while there is none. */
  recoveryId: z.string().nullable(),
  version: z.number(),
})
export type EscapeDetail = z.infer<typeof escapeDetailShape>

/** A numbered paper made for one escape; cancelled ones are none. */
export const escapePaperShape = z.object({
  /** The document. */
  id: z.string(),
  /** The custody event. */
  escapeId: z.string(),
  form: z.enum(ESCAPE_FORMS),
  number: z.string(),
})
export type EscapePaper = z.infer<typeof escapePaperShape>

/** Somebody outside who is told of one of the people, and whether they were. */
export const escapeNoticeShape = z.object({
  id: z.string(),
  version: z.number(),
  step: z.string(),
  /** The rule it follows from; null for one written by hand. */
  rule: z.string().nullable(),
  toWhom: z.string(),
  stayId: z.string().nullable(),
  dueAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  paperNumber: z.string().nullable(),
})
export type EscapeNotice = z.infer<typeof escapeNoticeShape>

const movedDutyShape = z.object({
  key: z.string(),
  duty: z.enum(DUTY_CODES),
  what: z.string(),
  change: z.enum(['moved', 'new', 'gone']),
  before: z.string().nullable(),
  after: z.string().nullable(),
  state: z.enum(OBLIGATION_STATES).nullable(),
  rule: z.string(),
  article: z.string(),
  note: z.string().nullable(),
})

export const effectShape = z.object({
  escapedAt: z.string(),
  recoveredAt: z.string().nullable(),
  /** How and when the stay ended while the person was away; null when it did not. */
  ended: z.object({ kind: z.enum(ENDING_KINDS), at: z.string() }).nullable(),
  daysAway: z.number().nullable(),
  endBefore: z.string().nullable(),
  endAfter: z.string().nullable(),
  endMovedBy: z.number().nullable(),
  line: z.object({ label: z.string(), rule: z.string(), article: z.string() }).nullable(),
  duties: z.array(movedDutyShape),
})
export type EscapeEffectView = z.infer<typeof effectShape>
