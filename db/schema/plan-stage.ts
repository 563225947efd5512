import type { Generated } from 'kysely'
import type { Stage, StageResult } from '#domain/care/stages.ts'
import { column, type Columns } from './column-facts.ts'

export interface PlanStageTable {
  id: string
  plan_id: string
  stage: Stage
  goal: string | null
  measures: string
  responsible: string | null
  from_on: string | null
  to_on: string | null
  result: StageResult | null
  updated_at: string
  updated_by: string
  version: Generated<number>
}

export const planStageColumns = {
  id: column('none', 'Record id'),
  plan_id: column('none', 'Which plan'),
  stage: column('none', 'Which of the five stages'),
  goal: column('personal', 'What is aimed at'),
  measures: column('personal', 'What is to be done'),
  responsible: column('staff', 'Who is responsible'),
  from_on: column('personal', 'First day'),
  to_on: column('personal', 'Last day'),
  result: column('personal', 'How it went'),
  updated_at: column('none', 'When it was last written'),
  updated_by: column('staff', 'Who wrote it last'),
  version: column('none', 'Count of edits'),
} satisfies Columns<PlanStageTable>
