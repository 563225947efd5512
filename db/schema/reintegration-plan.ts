import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'

export interface ReintegrationPlanTable {
  id: string
  stay_id: string
  form: 'D163-19' | 'D116-21'
  state: 'started' | 'approved'
  answers: string
  started_at: string
  started_by: string
  updated_at: string
  updated_by: string
  approved_at: string | null
  approved_by: string | null
  version: Generated<number>
}

export const reintegrationPlanColumns = {
  id: column('none', 'Record id'),
  stay_id: column('none', 'Whose stay'),
  form: column('none', 'Which form of the law'),
  state: column('none', 'How far it is'),
  answers: column('personal', 'What the plan says, by question'),
  started_at: column('none', 'When it was begun'),
  started_by: column('staff', 'Who began it'),
  updated_at: column('none', 'When it was last written'),
  updated_by: column('staff', 'Who wrote it last'),
  approved_at: column('none', 'When it was approved'),
  approved_by: column('staff', 'Who approved it'),
  version: column('none', 'Count of edits'),
} satisfies Columns<ReintegrationPlanTable>
