import { z } from 'zod'
import { INCIDENT_KINDS } from '../incidents/incident-kinds.ts'
import { SENDING_WAYS } from '../obligations/exemptions.ts'
import { ROLES } from '../permissions/roles.ts'

const ruleShape = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  confidence: z.string(),
  isUnsettled: z.boolean(),
  note: z.string().nullable(),
})
export type IncidentRule = z.infer<typeof ruleShape>

export const incidentTaskShape = z.object({
  id: z.string(),
  incidentId: z.string(),
  incidentNumber: z.string().nullable(),
  kind: z.enum(INCIDENT_KINDS),
  step: z.string().nullable(),
  title: z.string(),
  role: z.enum(ROLES),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  rule: ruleShape.nullable(),
  dueAt: z.string(),
  escalateAt: z.string(),
  isLate: z.boolean(),
  /** Late for so long that the head is told. */
  isEscalated: z.boolean(),
  doneAt: z.string().nullable(),
  doneBy: z.string().nullable(),
  result: z.string().nullable(),
  droppedAt: z.string().nullable(),
  dropReason: z.string().nullable(),
  /** It was given another hour than its rule, or who set it, gave. */
  movedAt: z.string().nullable(),
  movedBy: z.string().nullable(),
  moveReason: z.string().nullable(),
  /** The reader may say it is done. */
  mayDo: z.boolean(),
  version: z.number(),
})
export type IncidentTask = z.infer<typeof incidentTaskShape>

export const incidentNoticeShape = z.object({
  id: z.string(),
  step: z.string(),
  involvementId: z.string().nullable(),
  about: z.string().nullable(),
  toWhom: z.string(),
  rule: ruleShape.nullable(),
  /** Null where no text sets an hour. */
  dueAt: z.string().nullable(),
  isLate: z.boolean(),
  sentAt: z.string().nullable(),
  sentBy: z.string().nullable(),
  sentHow: z.enum(SENDING_WAYS).nullable(),
  paperNumber: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number(),
})
export type IncidentNotice = z.infer<typeof incidentNoticeShape>

/** A notice beside those of other incidents. */
export const noticeLineShape = incidentNoticeShape.extend({
  incidentId: z.string(),
  incidentNumber: z.string().nullable(),
  kind: z.enum(INCIDENT_KINDS),
})
export type IncidentNoticeLine = z.infer<typeof noticeLineShape>
