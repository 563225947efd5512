import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'

export interface ExamTable {
  id: string
  stay_id: string
  kind: 'first'
  at: string
  shape: number
  body: string
  recorded_at: string
  recorded_by: string
  version: Generated<number>
}

export const examColumns = {
  id: column('none', 'Record id'),
  stay_id: column('none', 'Whose stay'),
  kind: column('none', 'Which examination'),
  at: column('personal', 'When it was made'),
  shape: column('none', 'Version of the body'),
  body: column('medical', 'Findings as JSON'),
  recorded_at: column('none', 'When it was written down'),
  recorded_by: column('staff', 'Who wrote it'),
  version: column('none', 'Count of edits'),
} satisfies Columns<ExamTable>
