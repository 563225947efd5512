import { z } from 'zod'
import { CUSTODY_EVENT_KINDS, OUT_KINDS } from '../custody/event-kinds.ts'
import {
  CARE_PAYERS,
  DEATH_PROOFS,
  DRUG_TESTS,
  MOURNED_RELATIONS,
  OUTING_KINDS,
  TRANSFER_SCOPES,
} from '../goings-out/outing-kinds.ts'
import { OUTING_STATES } from '../goings-out/outing-state.ts'
import { RULE_CONFIDENCES } from '../law/rule.ts'
import { BIRTH_PRECISIONS } from '../people/sex.ts'
import { TRACKS } from '../stay/track.ts'
import { idField, instantField, optionalLine } from './fields.ts'

const personShape = {
  personId: z.string(),
  stayId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  track: z.enum(TRACKS).nullable(),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
}

/** An outing with its papers, from the request to the check after the return. */
export const outingShape = z.object({
  ...personShape,
  id: z.string(),
  kind: z.enum(OUTING_KINDS),
  /** From the custody events; only what is on paper is kept. */
  state: z.enum(OUTING_STATES),
  isOverdue: z.boolean(),
  requestedAt: z.string(),
  requestedBy: z.string(),
  applicant: z.string().nullable(),
  relation: z.enum(MOURNED_RELATIONS).nullable(),
  deceased: z.string().nullable(),
  proof: z.enum(DEATH_PROOFS).nullable(),
  requestBody: z.string().nullable(),
  requestNumber: z.string().nullable(),
  scope: z.enum(TRANSFER_SCOPES).nullable(),
  destination: z.string().nullable(),
  reason: z.string().nullable(),
  leaveAt: z.string(),
  returnAt: z.string().nullable(),
  travelDays: z.number(),
  escort: z.string().nullable(),
  firstApprovedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decision: z.object({ number: z.string(), on: z.string(), issuer: z.string() }).nullable(),
  decisionNote: z.string().nullable(),
  /** By when the head decides (LEAVE-04); null where no text sets it. */
  decisionDue: z.string().nullable(),
  withdrawReason: z.string().nullable(),
  leftEvent: z.string().nullable(),
  leftAt: z.string().nullable(),
  until: z.string().nullable(),
  closedBy: z.enum(CUSTODY_EVENT_KINDS).nullable(),
  closedAt: z.string().nullable(),
  returnNote: z.string().nullable(),
  /** Health and drug use still have to be checked after a funeral (LEAVE-06). */
  owesCheck: z.boolean(),
  checkedAt: z.string().nullable(),
  checkedBy: z.string().nullable(),
  /** Withheld from readers who may not see health. */
  healthFound: z.string().nullable(),
  drugTest: z.enum(DRUG_TESTS).nullable(),
  version: z.number(),
})
export type Outing = z.infer<typeof outingShape>

/** Somebody who is out now, with or without papers. */
export const outNowShape = z.object({
  ...personShape,
  outKind: z.enum(OUT_KINDS),
  isSuspended: z.boolean(),
  sinceAt: z.string(),
  until: z.string().nullable(),
  isOverdue: z.boolean(),
  destination: z.string().nullable(),
  escort: z.string().nullable(),
  outing: outingShape.nullable(),
})
export type OutNow = z.infer<typeof outNowShape>

const requestFields = {
  kind: z.enum(OUTING_KINDS, { error: 'Chọn loại ra ngoài.' }),
  /** When the application or written request reached the centre; null = now. */
  requestedAt: instantField.nullable().default(null),
  leaveAt: instantField,
  returnAt: instantField.nullable().default(null),
  travelDays: z.int().min(0).max(30).default(0),
  applicant: optionalLine(200, 'Người làm đơn'),
  relation: z.enum(MOURNED_RELATIONS).nullable().default(null),
  deceased: optionalLine(200, 'Họ tên người chết'),
  proof: z.enum(DEATH_PROOFS).nullable().default(null),
  requestBody: optionalLine(200, 'Cơ quan yêu cầu'),
  requestNumber: optionalLine(200, 'Số, ngày văn bản yêu cầu'),
  scope: z.enum(TRANSFER_SCOPES).nullable().default(null),
  destination: optionalLine(200, 'Nơi đến'),
  reason: optionalLine(1000, 'Lý do'),
  escort: optionalLine(200, 'Người đi cùng, áp giải'),
}
/** What is asked for, before anybody decides. */
export const requestInput = z.strictObject({ stayId: idField, ...requestFields })
export type OutingRequestInput = z.output<typeof requestInput>

/** A hospital somebody lay in during an outing. */
export const hospitalStepShape = z.object({
  id: z.string(),
  facility: z.string(),
  fromAt: z.string(),
  recordedBy: z.string(),
  /** Ward, reason, diagnosis, treatment and cost are withheld from readers who may not see health. */
  isMasked: z.boolean(),
  ward: z.string().nullable(),
  why: z.string().nullable(),
  diagnosis: z.string().nullable(),
  treatment: z.string().nullable(),
  cost: z.number().nullable(),
  payer: z.enum(CARE_PAYERS).nullable(),
  version: z.number(),
})
export type HospitalStep = z.infer<typeof hospitalStepShape>

/** A rule of law that bears on an outing, as its page cites it. */
export const ruleShape = z.object({
  id: z.string(),
  title: z.string(),
  value: z.string(),
  source: z.string(),
  form: z.string().nullable(),
  note: z.string().nullable(),
  confidence: z.enum(RULE_CONFIDENCES),
})
