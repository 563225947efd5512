import type { IncidentKind } from '#domain/incidents/incident-kinds.ts'
import { column, type Columns } from './column-facts.ts'

export interface IncidentAnswerTable {
  id: string
  incident_id: string
  kind: IncidentKind
  form_version: number
  question: string
  answer: string
  detail: string | null
  answered_at: string
  answered_by: string
  superseded_at: string | null
  superseded_by: string | null
}

export const incidentAnswerColumns = {
  id: column('none', 'Record id'),
  incident_id: column('none', 'Of which incident'),
  kind: column('personal', 'Kind of the form it answers'),
  form_version: column('none', 'Version of that form'),
  question: column('none', 'Question of the form'),
  answer: column('personal', 'The answer chosen'),
  detail: column('personal', 'Words, day, time or number beside it'),
  answered_at: column('none', 'When'),
  answered_by: column('staff', 'Who answered'),
  superseded_at: column('none', 'When another answer took its place'),
  superseded_by: column('staff', 'Who gave the other'),
} satisfies Columns<IncidentAnswerTable>
