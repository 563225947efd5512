import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'
import type { PlanForm } from '#domain/information-sheet/information-sheet.ts'

export interface RehabPlanTable {
  id: string
  stay_id: string
  form: PlanForm
  state: 'started' | 'approved'
  due_on: string | null
  started_at: string
  started_by: string
  goal: string | null
  approved_at: string | null
  approved_by: string | null
  version: Generated<number>
}

export const rehabPlanColumns = {
  id: column('none', 'Record id'),
  stay_id: column('none', 'Whose stay'),
  form: column('none', 'Which form of the law'),
  state: column('none', 'Started or approved'),
  due_on: column('none', 'Day by which it should be made'),
  started_at: column('none', 'When it was begun'),
  started_by: column('staff', 'Who began it'),
  goal: column('personal', 'What the plan aims at'),
  approved_at: column('none', 'When it was approved'),
  approved_by: column('staff', 'Who approved it'),
  version: column('none', 'Count of edits'),
} satisfies Columns<RehabPlanTable>
