import type { Generated } from 'kysely'
import type {
  DeathProof,
  DrugTest,
  MournedRelation,
  OutingKind,
  TransferScope,
} from '#domain/goings-out/outing-kinds.ts'
import { column, type Columns } from './column-facts.ts'

export interface OutingTable {
  id: string
  person_id: string
  stay_id: string
  kind: OutingKind
  requested_at: string
  requested_by: string
  recorded_at: string
  applicant: string | null
  relation: MournedRelation | null
  deceased: string | null
  proof: DeathProof | null
  request_body: string | null
  request_number: string | null
  scope: TransferScope | null
  destination: string | null
  reason: string | null
  leave_at: string
  return_at: string | null
  travel_days: number
  escort: string | null
  first_approved_at: string | null
  first_approved_by: string | null
  verdict: 'approved' | 'denied' | null
  decided_at: string | null
  decided_by: string | null
  decision_number: string | null
  decision_on: string | null
  decision_issuer: string | null
  decision_note: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdraw_reason: string | null
  left_event: string | null
  return_note: string | null
  checked_at: string | null
  checked_by: string | null
  health_found: string | null
  drug_test: DrugTest | null
  version: Generated<number>
}

export const outingColumns = {
  id: column('none', 'Record id'),
  person_id: column('none', 'Who goes out'),
  stay_id: column('none', 'The stay it belongs to'),
  kind: column('personal', 'Why: funeral, hospital, proceedings…'),
  requested_at: column('personal', 'When the application or written request reached the centre'),
  requested_by: column('staff', 'Who put it on file'),
  recorded_at: column('none', 'When it was put on file'),
  applicant: column('personal', 'Who asks for it'),
  relation: column('personal', 'Who the dead were to the person'),
  deceased: column('personal', 'Name of the dead'),
  proof: column('personal', 'Paper beside the application'),
  request_body: column('personal', 'Body that asks in writing'),
  request_number: column('personal', 'Number and day of its letter'),
  scope: column('personal', 'Where a transfer leads, which decides who decides'),
  destination: column('personal', 'Where to'),
  reason: column('personal', 'Why, in words'),
  leave_at: column('personal', 'Planned departure'),
  return_at: column('personal', 'Planned return'),
  travel_days: column('none', 'Days on the way, not counted'),
  escort: column('staff', 'Who goes along or guards'),
  first_approved_at: column('none', 'When the first of two approved'),
  first_approved_by: column('staff', 'The first of two who approve'),
  verdict: column('personal', 'Approved or denied'),
  decided_at: column('none', 'When it was decided'),
  decided_by: column('staff', 'Who decided'),
  decision_number: column('personal', 'Number of the decision'),
  decision_on: column('personal', 'Day of the decision'),
  decision_issuer: column('personal', 'Body that decided'),
  decision_note: column('personal', 'Conditions, or why it was denied'),
  withdrawn_at: column('none', 'When it was withdrawn'),
  withdrawn_by: column('staff', 'Who withdrew it'),
  withdraw_reason: column('personal', 'Why it was withdrawn'),
  left_event: column('none', 'The custody event by which the person left'),
  return_note: column('personal', 'What was found at the gate on return'),
  checked_at: column('none', 'When health and drug use were checked'),
  checked_by: column('staff', 'Who checked'),
  health_found: column('medical', 'What the check of health found'),
  drug_test: column('medical', 'What the test for drugs found'),
  version: column('none', 'Count of edits'),
} satisfies Columns<OutingTable>
