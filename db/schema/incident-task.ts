import type { Generated } from 'kysely'
import type { Role } from '#domain/permissions/roles.ts'
import { column, type Columns } from './column-facts.ts'

export interface IncidentTaskTable {
  id: string
  incident_id: string
  step: string | null
  title: string
  role: Role
  owner_id: string | null
  rule: string | null
  rule_from: string | null
  due_at: string
  escalate_at: string
  created_at: string
  created_by: string
  done_at: string | null
  done_by: string | null
  result: string | null
  dropped_at: string | null
  dropped_by: string | null
  drop_reason: string | null
  moved_at: string | null
  moved_by: string | null
  move_reason: string | null
  version: Generated<number>
}

export const incidentTaskColumns = {
  id: column('none', 'Record id'),
  incident_id: column('none', 'Of which incident'),
  step: column('none', 'Step of the form it follows from'),
  title: column('personal', 'What is to be done'),
  role: column('none', 'Who has to see to it'),
  owner_id: column('staff', 'The one it was given to'),
  rule: column('none', 'Rule its time follows from'),
  rule_from: column('none', 'Version of that rule'),
  due_at: column('none', 'By when'),
  escalate_at: column('none', 'When the head is told'),
  created_at: column('none', 'When it came up'),
  created_by: column('staff', 'Who asked for it'),
  done_at: column('none', 'When it was done'),
  done_by: column('staff', 'Who did it'),
  result: column('personal', 'What came of it'),
  dropped_at: column('none', 'When it was dropped'),
  dropped_by: column('staff', 'Who dropped it'),
  drop_reason: column('personal', 'Why'),
  moved_at: column('none', 'When it was given another hour'),
  moved_by: column('staff', 'Who gave it another hour'),
  move_reason: column('personal', 'Why it was given another hour'),
  version: column('none', 'Count of edits'),
} satisfies Columns<IncidentTaskTable>
