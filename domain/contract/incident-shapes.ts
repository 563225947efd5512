import { z } from 'zod'
import { FIND_SOURCES } from '../contacts/contact-codes.ts'
import {
  EXHIBIT_KINDS,
  EXHIBIT_MOVES,
  EXHIBIT_ROUTES,
  EXHIBIT_SUBSTANCES,
  EXHIBIT_UNITS,
} from '../incidents/exhibit.ts'
import { INJURY_SEVERITIES, NARRATIVE_KINDS } from '../incidents/incident-codes.ts'
import {
  INCIDENT_KINDS,
  INCIDENT_LINKS,
  INCIDENT_ORIGINS,
  INCIDENT_SECRECIES,
} from '../incidents/incident-kinds.ts'
import { INCIDENT_STATES } from '../incidents/incident-states.ts'
import { INVOLVED_WHO } from '../incidents/involvement-roles.ts'
import { INCIDENT_ACTIONS } from '../incidents/transitions.ts'
import { problemShape } from './answers.ts'
import { incidentNoticeShape, incidentTaskShape } from './incident-work-shapes.ts'

/** What is late in incidents that have not ended: tasks, and notices still owed; each with how many incidents. */
export const lateFields = {
  late: z.number(),
  lateTasks: z.number(),
  lateNotice: z.number(),
  lateNotices: z.number(),
}

export const incidentLineShape = z.object({
  id: z.string(),
  /** As in the book: `VV-2026-0001`; null for a draft. */
  number: z.string().nullable(),
  kind: z.enum(INCIDENT_KINDS),
  formVersion: z.number(),
  state: z.enum(INCIDENT_STATES),
  stateSince: z.string(),
  secrecy: z.enum(INCIDENT_SECRECIES),
  occurredAt: z.string(),
  isApproximate: z.boolean(),
  zoneId: z.string().nullable(),
  zoneName: z.string().nullable(),
  placeId: z.string().nullable(),
  placeName: z.string().nullable(),
  placeNote: z.string().nullable(),
  summary: z.string(),
  /** Residents who take part, by the order they were written in; the first few of `residents`. */
  who: z.array(z.object({ personId: z.string(), name: z.string() })),
  residents: z.number(),
  reportedAt: z.string(),
  reportedBy: z.string(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  openTasks: z.number(),
  lateTasks: z.number(),
  version: z.number(),
})
export type IncidentLine = z.infer<typeof incidentLineShape>

const involvementShape = z.object({
  id: z.string(),
  role: z.string(),
  who: z.enum(INVOLVED_WHO),
  personId: z.string().nullable(),
  stayId: z.string().nullable(),
  userId: z.string().nullable(),
  name: z.string(),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
  outcome: z.string().nullable(),
  note: z.string().nullable(),
  addedAt: z.string(),
  addedBy: z.string(),
  removedAt: z.string().nullable(),
  removedBy: z.string().nullable(),
  removeReason: z.string().nullable(),
  version: z.number(),
})
export type IncidentInvolvement = z.infer<typeof involvementShape>

const injuryShape = z.object({
  id: z.string(),
  involvementId: z.string(),
  noticedAt: z.string(),
  isHospital: z.boolean(),
  isExamined: z.boolean(),
  /** What was found is withheld from readers who may not see health. */
  isMasked: z.boolean(),
  severity: z.enum(INJURY_SEVERITIES).nullable(),
  detail: z.string().nullable(),
  treatment: z.string().nullable(),
  examinedAt: z.string().nullable(),
  examinedBy: z.string().nullable(),
  version: z.number(),
})
export type IncidentInjury = z.infer<typeof injuryShape>

/** An injury among others, for the medical desk. */
export const injuryLineShape = injuryShape.extend({
  incidentId: z.string(),
  incidentNumber: z.string().nullable(),
  kind: z.enum(INCIDENT_KINDS),
  personId: z.string().nullable(),
  name: z.string(),
  zoneName: z.string().nullable(),
})

const answerShape = z.object({
  id: z.string(),
  kind: z.enum(INCIDENT_KINDS),
  formVersion: z.number(),
  question: z.string(),
  answer: z.string(),
  detail: z.string().nullable(),
  answeredAt: z.string(),
  answeredBy: z.string(),
  /** Another answer, or another kind, took its place. */
  isHistory: z.boolean(),
})
export type IncidentAnswer = z.infer<typeof answerShape>

const narrativeShape = z.object({
  id: z.string(),
  no: z.number(),
  kind: z.enum(NARRATIVE_KINDS),
  involvementId: z.string().nullable(),
  body: z.string(),
  /** The signature still fits text, author and moment. */
  isIntact: z.boolean(),
  bodyHash: z.string(),
  writtenAt: z.string(),
  writtenBy: z.string(),
})
export type IncidentNarrative = z.infer<typeof narrativeShape>

const stepShape = z.object({
  id: z.string(),
  action: z.enum(INCIDENT_ACTIONS),
  from: z.enum(INCIDENT_STATES),
  to: z.enum(INCIDENT_STATES),
  comment: z.string().nullable(),
  at: z.string(),
  by: z.string(),
})

const exhibitMoveShape = z.object({
  id: z.string(),
  no: z.number(),
  kind: z.enum(EXHIBIT_MOVES),
  at: z.string(),
  fromHolder: z.string().nullable(),
  toHolder: z.string(),
  sealNumber: z.string().nullable(),
  witness: z.string().nullable(),
  note: z.string().nullable(),
  recordedBy: z.string(),
})

/** The record of another book in which something banned came to light. */
const sourceShape = z.object({ kind: z.enum(FIND_SOURCES), targetId: z.string(), on: z.string().nullable() })
export type IncidentSource = z.infer<typeof sourceShape>

/** Something banned that was found at a visit, in a parcel or in a letter the incident is tied to. */
const findShape = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  what: z.string(),
  quantity: z.string(),
  foundAt: z.string(),
  foundBy: z.string(),
  source: sourceShape.nullable(),
})
export type IncidentFind = z.infer<typeof findShape>

const exhibitShape = z.object({
  id: z.string(),
  no: z.number(),
  kind: z.enum(EXHIBIT_KINDS),
  substance: z.enum(EXHIBIT_SUBSTANCES).nullable(),
  route: z.enum(EXHIBIT_ROUTES),
  description: z.string(),
  quantity: z.number(),
  unit: z.enum(EXHIBIT_UNITS),
  sealNumber: z.string().nullable(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  foundAt: z.string(),
  foundWhere: z.string().nullable(),
  findId: z.string().nullable(),
  /** Where it was found, when it was written down there first. */
  source: sourceShape.nullable(),
  /** A photo is kept: `/files/incident-exhibit/<id>`. */
  hasPhoto: z.boolean(),
  holder: z.string(),
  lastMove: z.enum(EXHIBIT_MOVES),
  chain: z.array(exhibitMoveShape),
  version: z.number(),
})
export type IncidentExhibit = z.infer<typeof exhibitShape>

const evidenceShape = z.object({
  id: z.string(),
  /** Its bytes lie at `/files/incident-evidence/<id>`. */
  fileId: z.string(),
  fileHash: z.string(),
  mediaType: z.string(),
  exhibitId: z.string().nullable(),
  caption: z.string(),
  takenAt: z.string().nullable(),
  addedAt: z.string(),
  addedBy: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawReason: z.string().nullable(),
})
export type IncidentEvidence = z.infer<typeof evidenceShape>

const linkShape = z.object({
  id: z.string(),
  kind: z.enum(INCIDENT_LINKS),
  targetId: z.string(),
  /** The number in its own book: of an incident, a request, a case. */
  number: z.string().nullable(),
  /** Whom or which zone the record is about; null for an incident. */
  about: z.string().nullable(),
  personId: z.string().nullable(),
  /** Day of the record; null for an incident. */
  on: z.string().nullable(),
  note: z.string().nullable(),
  linkedAt: z.string(),
  linkedBy: z.string(),
  /** Written at the other end, pointing here. */
  isBack: z.boolean(),
})
export type IncidentLinkLine = z.infer<typeof linkShape>

/** Two residents of a fight who are not kept apart yet. */
const apartShape = z.object({
  one: z.object({ personId: z.string(), name: z.string() }),
  other: z.object({ personId: z.string(), name: z.string() }),
})
export type SuggestedPair = z.infer<typeof apartShape>

export const incidentDetailShape = incidentLineShape.extend({
  origin: z.enum(INCIDENT_ORIGINS),
  originId: z.string().nullable(),
  recordedAt: z.string(),
  decision: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  closedAt: z.string().nullable(),
  duplicateOf: z.object({ id: z.string(), number: z.string().nullable() }).nullable(),
  /** Only the first report is shown: to whoever wrote it and may not read incidents, or not this one. */
  isOwnReportOnly: z.boolean(),
  involvements: z.array(involvementShape),
  injuries: z.array(injuryShape),
  answers: z.array(answerShape),
  narratives: z.array(narrativeShape),
  steps: z.array(stepShape),
  exhibits: z.array(exhibitShape),
  /** Found at a visit, in a parcel or a letter, and not an exhibit yet. */
  finds: z.array(findShape),
  evidence: z.array(evidenceShape),
  tasks: z.array(incidentTaskShape),
  notices: z.array(incidentNoticeShape),
  links: z.array(linkShape),
  keepApart: z.array(apartShape),
  /** What the reader may do with it now. */
  actions: z.array(z.enum(INCIDENT_ACTIONS)),
  /** What is missing before the review can end; `field` names the part of the page. */
  missing: z.array(problemShape),
  /** May write answers, accounts, people; may run it; may restrict it. */
  may: z.object({
    write: z.boolean(),
    /** Facts, answers and people: not while a decision made on them stands. */
    revise: z.boolean(),
    run: z.boolean(),
    restrict: z.boolean(),
    died: z.boolean(),
  }),
})
export type IncidentDetail = z.infer<typeof incidentDetailShape>
