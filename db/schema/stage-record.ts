import type { Generated } from 'kysely'
import type { Stage, StageResult } from '#domain/care/stages.ts'
import { column, type Columns } from './column-facts.ts'

export interface StageRecordTable {
  id: string
  stay_id: string
  stage: Stage
  started_on: string
  start_reason: string | null
  ended_on: string | null
  end_reason: string | null
  result: StageResult | null
  responsible: string | null
  note: string | null
  is_elsewhere: Generated<0 | 1>
  recorded_at: string
  recorded_by: string
  ended_at: string | null
  ended_by: string | null
  cancelled_at: string | null
  cancelled_by: string | null
  cancel_reason: string | null
  version: Generated<number>
}

export const stageRecordColumns = {
  id: column('none', 'Record id'),
  stay_id: column('none', 'Whose stay'),
  stage: column('none', 'Which of the five stages'),
  started_on: column('personal', 'First day of the stage'),
  start_reason: column('personal', 'Why it began against a soft rule'),
  ended_on: column('personal', 'Last day of the stage'),
  end_reason: column('personal', 'Why it ended against a soft rule'),
  result: column('personal', 'How it went'),
  responsible: column('staff', 'Who is responsible'),
  note: column('personal', 'What was noted'),
  is_elsewhere: column('none', '1 when it was done at another centre'),
  recorded_at: column('none', 'When it was written'),
  recorded_by: column('staff', 'Who wrote it'),
  ended_at: column('none', 'When the end was written'),
  ended_by: column('staff', 'Who wrote the end'),
  cancelled_at: column('none', 'When it was withdrawn'),
  cancelled_by: column('staff', 'Who withdrew it'),
  cancel_reason: column('personal', 'Why it was withdrawn'),
  version: column('none', 'Count of edits'),
} satisfies Columns<StageRecordTable>
