import type { Generated } from 'kysely'
import type { SendingWay } from '#domain/obligations/exemptions.ts'
import { column, type Columns } from './column-facts.ts'

export interface IncidentNoticeTable {
  id: string
  incident_id: string
  step: string
  involvement_id: string | null
  stay_id: string | null
  to_whom: string
  rule: string | null
  rule_from: string | null
  due_at: string | null
  created_at: string
  sent_at: string | null
  sent_by: string | null
  sent_how: SendingWay | null
  paper_number: string | null
  note: string | null
  version: Generated<number>
}

export const incidentNoticeColumns = {
  id: column('none', 'Record id'),
  incident_id: column('none', 'Of which incident'),
  step: column('none', 'Notice of the form'),
  involvement_id: column('personal', 'About whom'),
  stay_id: column('none', 'In which stay'),
  to_whom: column('personal', 'Who is told'),
  rule: column('none', 'Rule that asks for it'),
  rule_from: column('none', 'Version of that rule'),
  due_at: column('none', 'By when; none where no hour is set'),
  created_at: column('none', 'When it came up'),
  sent_at: column('none', 'When it was sent'),
  sent_by: column('staff', 'Who sent it'),
  sent_how: column('none', 'How'),
  paper_number: column('none', 'Number of the paper'),
  note: column('personal', 'What is to be said of it'),
  version: column('none', 'Count of edits'),
} satisfies Columns<IncidentNoticeTable>
