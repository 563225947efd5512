import { z } from 'zod'
import { APPEAL_OUTCOMES, CASE_FORMS, CASE_KINDS, VOTES } from '../conduct-cases/case-kinds.ts'
import { CASE_ACTIONS, CASE_STATES } from '../conduct-cases/case-states.ts'
import { BIRTH_PRECISIONS } from '../people/sex.ts'
import { REQUEST_STATES } from '../requests/request-kinds.ts'

export const caseLineShape = z.object({
  id: z.string(),
  /** As in the book: `12/2026`. */
  no: z.string(),
  kind: z.enum(CASE_KINDS),
  form: z.enum(CASE_FORMS),
  state: z.enum(CASE_STATES),
  personId: z.string(),
  stayId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
  occurredOn: z.string(),
  ground: z.string(),
  proposedAt: z.string(),
  councilAt: z.string().nullable(),
  /** Number and symbol of the decision. */
  number: z.string().nullable(),
  decidedOn: z.string().nullable(),
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  reviewOn: z.string().nullable(),
  /** Days left of a measure in force, today counted; 0 when it ends today, below when it is over. */
  daysLeft: z.number().nullable(),
  version: z.number(),
})
export type CaseLine = z.infer<typeof caseLineShape>

const memberShape = z.object({ name: z.string(), title: z.string(), vote: z.enum(VOTES).nullable() })

const effectShape = z.object({
  rule: z.string(),
  text: z.string(),
  article: z.string(),
  confidence: z.string(),
  isUnsettled: z.boolean(),
})

export const caseDetailShape = caseLineShape.extend({
  incidentId: z.string().nullable(),
  days: z.number().nullable(),
  isSerious: z.boolean(),
  proposedBy: z.string(),
  councilPlace: z.string().nullable(),
  chair: z.string().nullable(),
  secretary: z.string().nullable(),
  members: z.array(memberShape),
  minutes: z.string().nullable(),
  heardAt: z.string().nullable(),
  signerTitle: z.string().nullable(),
  signerName: z.string().nullable(),
  stopsVisits: z.boolean(),
  /** Days of visits booked while none may be held: the family has to be told. */
  bookedVisits: z.array(z.string()),
  begunAt: z.string().nullable(),
  begunBy: z.string().nullable(),
  endedOn: z.string().nullable(),
  /** Still in a bed of the special zone. */
  isInSpecialZone: z.boolean(),
  /** Day on which the person left the centre; null while there. */
  goneOn: z.string().nullable(),
  /** Last day on which the decision may be complained of (CASE-07); null while it was not read out. */
  appealUntil: z.string().nullable(),
  appeal: z
    .object({
      id: z.string(),
      number: z.string(),
      state: z.enum(REQUEST_STATES),
      body: z.string(),
      dueOn: z.string(),
      answer: z.string().nullable(),
      outcome: z.enum(APPEAL_OUTCOMES).nullable(),
    })
    .nullable(),
  serious: z.object({ sentOn: z.string(), number: z.string().nullable(), to: z.string() }).nullable(),
  /** The dossier of a serious violation may be asked for by the law of the day it happened. */
  asksForDossier: z.boolean(),
  effects: z.array(effectShape),
  steps: z.array(
    z.object({
      id: z.string(),
      action: z.enum(CASE_ACTIONS),
      at: z.string(),
      by: z.string(),
      comment: z.string().nullable(),
      facts: z.array(z.string()),
    }),
  ),
  /** What the reader may do with it now. */
  next: z.array(z.enum(CASE_ACTIONS)),
})
export type CaseDetail = z.infer<typeof caseDetailShape>

export const casePlanShape = z.object({
  forms: z.array(z.enum(CASE_FORMS)),
  /** Who signs on that day, as in the profile of the centre. */
  signerTitle: z.string().nullable(),
  signerName: z.string().nullable(),
  /** Number of the newest paper made for the decision asked about. */
  number: z.string().nullable(),
  stopsVisits: z.boolean(),
  mostDays: z.number().nullable(),
  mostDaysInAll: z.number().nullable(),
  reviewDays: z.number().nullable(),
  leastMembers: z.number(),
  /** Days in the special zone by other decisions that are counted together with one given that day (INC-11d). */
  zoneBefore: z.array(z.object({ number: z.string(), fromOn: z.string(), toOn: z.string() })),
  /** The council of the newest case that had one. */
  lastCouncil: z
    .object({
      place: z.string(),
      chair: z.string(),
      secretary: z.string(),
      members: z.array(memberShape),
    })
    .nullable(),
})
export type CasePlan = z.infer<typeof casePlanShape>
