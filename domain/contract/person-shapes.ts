import { z } from 'zod'
import { ALERT_FACES } from '../alerts/alert-codes.ts'
import { CUSTODY_EVENT_KINDS, CUSTODY_STATES, OUT_KINDS } from '../custody/event-kinds.ts'
import { IDENTITY_KINDS } from '../identity/identity-kinds.ts'
import { ADDRESS_KINDS } from '../people/person-fields.ts'
import { BIRTH_PRECISIONS, SEXES } from '../people/sex.ts'
import { TERM_REGIMES, TRACKS } from '../stay/track.ts'

const problemShape = z.object({ code: z.string(), message: z.string(), field: z.string().optional() })

/** A person in one line: what every list and the search show. Stay facts are null for someone never received. */
export const personLineShape = z.object({
  personId: z.string(),
  stayId: z.string().nullable(),
  name: z.string(),
  /** Shown from `/files/photo/<id>`. */
  photoId: z.string().nullable(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  sex: z.enum(SEXES),
  ordinal: z.number().nullable(),
  track: z.enum(TRACKS).nullable(),
  state: z.enum(CUSTODY_STATES),
  outKind: z.enum(OUT_KINDS).nullable(),
  isSuspended: z.boolean(),
  zoneId: z.string().nullable(),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
  receivedAt: z.string().nullable(),
  outUntil: z.string().nullable(),
  endOn: z.string().nullable(),
  endedAt: z.string().nullable(),
  endedKind: z.enum(CUSTODY_EVENT_KINDS).nullable(),
  /** Alerts that hold, the gravest first; medical ones only as that there are some, without the medical role. */
  alerts: z.array(z.enum(ALERT_FACES)),
})
export type PersonRow = z.infer<typeof personLineShape>

export const searchHitShape = personLineShape.extend({
  /** The alias, number or dossier that was found, when it is not the name. */
  matched: z.string().nullable(),
})
export type SearchHit = z.infer<typeof searchHitShape>

const clockLineShape = z.object({
  label: z.string(),
  months: z.number().optional(),
  days: z.number().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  rule: z.string(),
  source: z.string(),
  runningEndOn: z.string().nullable(),
  note: z.string().optional(),
})

const clockShape = z.object({
  endOn: z.string().nullable(),
  state: z.enum(['running', 'no-decision', 'away', 'prison', 'exempted', 'incomplete']),
  regime: z.enum(TERM_REGIMES).nullable(),
  termMonths: z.number().nullable(),
  lines: z.array(clockLineShape),
  problems: z.array(problemShape),
})

const paperShape = z.object({
  id: z.string(),
  kind: z.enum(IDENTITY_KINDS),
  number: z.string(),
  issuedOn: z.string().nullable(),
  issuedBy: z.string().nullable(),
  source: z.enum(['card', 'typed', 'import']),
  supersededAt: z.string().nullable(),
  createdAt: z.string(),
  /** Doubts about the number; they never block. */
  warnings: z.array(problemShape),
})
export type PersonPaper = z.infer<typeof paperShape>

const addressShape = z.object({
  id: z.string(),
  kind: z.enum(ADDRESS_KINDS),
  communeCode: z.string().nullable(),
  provinceCode: z.string().nullable(),
  detail: z.string().nullable(),
  printed: z.string().nullable(),
  supersededAt: z.string().nullable(),
  createdAt: z.string(),
})
export type PersonAddress = z.infer<typeof addressShape>

const stayShape = z.object({
  id: z.string(),
  version: z.number(),
  track: z.enum(TRACKS),
  initialTrack: z.enum(TRACKS),
  state: z.enum(CUSTODY_STATES),
  outKind: z.enum(OUT_KINDS).nullable(),
  isSuspended: z.boolean(),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
  sinceAt: z.string().nullable(),
  outUntil: z.string().nullable(),
  receivedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  endedKind: z.enum(CUSTODY_EVENT_KINDS).nullable(),
  termRegime: z.enum(TERM_REGIMES).nullable(),
  dossierNumber: z.string().nullable(),
  ordinal: z.number(),
  ordinalSource: z.string(),
  decisionNumber: z.string().nullable(),
  decisionOn: z.string().nullable(),
  decisionIssuer: z.string().nullable(),
  startOn: z.string().nullable(),
  startSource: z.string().nullable(),
  termMonths: z.number().nullable(),
  heldFrom: z.string().nullable(),
  clock: clockShape,
})
export type PersonStay = z.infer<typeof stayShape>

export const personFileShape = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  alias: z.string().nullable(),
  /** `1990`, `1990-03` or `1990-03-05`, as far as it is known. */
  birth: z.string().nullable(),
  sex: z.enum(SEXES),
  placementSex: z.enum(SEXES).nullable(),
  ethnicity: z.string().nullable(),
  occupation: z.string().nullable(),
  education: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: z.string(),
  cancelledAt: z.string().nullable(),
  papers: z.array(paperShape),
  addresses: z.array(addressShape),
  /** Newest first. */
  stays: z.array(stayShape),
})
export type PersonFile = z.infer<typeof personFileShape>

export const historyEntryShape = z.object({
  seq: z.number(),
  at: z.string(),
  actorName: z.string(),
  action: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  fields: z.array(
    z.object({
      entity: z.string(),
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
})
export type HistoryEntry = z.infer<typeof historyEntryShape>
