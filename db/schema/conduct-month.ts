import type { Generated } from 'kysely'
import type { ConductMonthState } from '#domain/care/conduct.ts'
import { column, type Columns } from './column-facts.ts'

export interface ConductMonthTable {
  month: string
  state: ConductMonthState
  opened_at: string
  opened_by: string
  approved_at: string | null
  approved_by: string | null
  reopened_at: string | null
  reopened_by: string | null
  reopen_reason: string | null
  version: Generated<number>
}

export const conductMonthColumns = {
  month: column('none', 'Month rated'),
  state: column('none', 'How far it is'),
  opened_at: column('none', 'When it was opened'),
  opened_by: column('staff', 'Who opened it'),
  approved_at: column('none', 'When it was approved'),
  approved_by: column('staff', 'Who approved it'),
  reopened_at: column('none', 'When it was opened again'),
  reopened_by: column('staff', 'Who opened it again'),
  reopen_reason: column('none', 'Why it was opened again'),
  version: column('none', 'Count of edits'),
} satisfies Columns<ConductMonthTable>
