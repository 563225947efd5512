import type { Generated } from 'kysely'
import type { AppealOutcome, CaseForm, CaseKind } from '#domain/conduct-cases/case-kinds.ts'
import type { CaseState } from '#domain/conduct-cases/case-states.ts'
import { column, type Columns } from './column-facts.ts'

export interface ConductCaseTable {
  id: string
  year: number
  no: number
  kind: CaseKind
  person_id: string
  stay_id: string
  incident_id: string | null
  zone_id: string | null
  state: CaseState
  form: CaseForm
  days: number | null
  occurred_on: string
  ground: string
  is_serious: 0 | 1
  proposed_at: string
  proposed_by: string
  council_at: string | null
  council_place: string | null
  chair: string | null
  secretary: string | null
  members: Generated<string>
  minutes: string | null
  heard_at: string | null
  number: string | null
  decided_on: string | null
  signer_title: string | null
  signer_name: string | null
  from_on: string | null
  to_on: string | null
  review_on: string | null
  stops_visits: Generated<0 | 1>
  restriction_id: string | null
  begun_at: string | null
  begun_by: string | null
  ended_on: string | null
  appeal_id: string | null
  appeal_outcome: AppealOutcome | null
  serious_sent_on: string | null
  serious_number: string | null
  serious_to: string | null
  version: Generated<number>
}

export const conductCaseColumns = {
  id: column('none', 'Record id'),
  year: column('none', 'Year of the book of cases'),
  no: column('none', 'Number in it'),
  kind: column('none', 'Violation or reward'),
  person_id: column('personal', 'Whom it is about'),
  stay_id: column('none', 'The stay it belongs to'),
  incident_id: column('none', 'The incident it comes from'),
  zone_id: column('none', 'Zone of the person when it was proposed'),
  state: column('none', 'How far it has come'),
  form: column('personal', 'Form proposed, then the one decided'),
  days: column('none', 'Days proposed by the proposer or the council'),
  occurred_on: column('none', 'Day of the violation or merit'),
  ground: column('personal', 'What the person did'),
  is_serious: column('personal', '1 for a serious violation (INC-13)'),
  proposed_at: column('none', 'When it was proposed'),
  proposed_by: column('staff', 'Who proposed it'),
  council_at: column('none', 'When the council meets'),
  council_place: column('none', 'Where'),
  chair: column('staff', 'Who chairs it'),
  secretary: column('staff', 'Who writes its minutes'),
  members: column('staff', 'Its members with their votes, as JSON'),
  minutes: column('personal', 'What was said and concluded'),
  heard_at: column('none', 'When the minutes were written in'),
  number: column('none', 'Number of the decision'),
  decided_on: column('none', 'Day of the decision'),
  signer_title: column('staff', 'Title of who signed, as on that day'),
  signer_name: column('staff', 'Who signed'),
  from_on: column('none', 'First day of the measure'),
  to_on: column('none', 'Last day; null for one without days'),
  review_on: column('none', 'Day by which it is looked at again'),
  stops_visits: column('none', '1 when it keeps visits and calls away (DAY-17d)'),
  restriction_id: column('none', 'The restriction of visits in force because of it'),
  begun_at: column('none', 'When it was read out and carried out'),
  begun_by: column('staff', 'Who wrote that in'),
  ended_on: column('none', 'Day on which it ended'),
  appeal_id: column('none', 'The complaint against it, in the book of requests'),
  appeal_outcome: column('personal', 'What came of the complaint'),
  serious_sent_on: column('none', 'When the dossier of a serious violation was sent'),
  serious_number: column('none', 'Under which number'),
  serious_to: column('none', 'To whom'),
  version: column('none', 'Count of edits'),
} satisfies Columns<ConductCaseTable>
