import type { CaseAction } from '#domain/conduct-cases/case-states.ts'
import { column, type Columns } from './column-facts.ts'

export interface ConductStepTable {
  id: string
  case_id: string
  action: CaseAction
  at: string
  by: string
  comment: string | null
  facts: string
}

export const conductStepColumns = {
  id: column('none', 'Record id'),
  case_id: column('none', 'Of which case of conduct'),
  action: column('none', 'What was done'),
  at: column('none', 'When'),
  by: column('staff', 'Who did it'),
  comment: column('personal', 'What was said about it'),
  facts: column('personal', 'States, days and number of the step, as JSON'),
} satisfies Columns<ConductStepTable>
