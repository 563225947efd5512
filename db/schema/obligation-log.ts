import type { Generated } from 'kysely'
import type { DutyCode } from '#domain/law/duties.ts'
import type { ObligationLogKind } from '#domain/obligations/obligation-state.ts'
import { column, type Columns } from './column-facts.ts'

export interface ObligationLogTable {
  seq: Generated<number>
  stay_id: string
  key: string
  duty: DutyCode
  at: string
  kind: ObligationLogKind
  old_due: string | null
  new_due: string | null
  cause: string
}

export const obligationLogColumns = {
  seq: column('none', 'Order of entry'),
  stay_id: column('none', 'Whose stay'),
  key: column('none', 'Which obligation'),
  duty: column('medical', 'What was to be done'),
  at: column('none', 'When it was reckoned anew'),
  kind: column('none', 'What became of it'),
  old_due: column('personal', 'By when it was due before'),
  new_due: column('personal', 'By when it is due now'),
  cause: column('none', 'What the change follows from'),
} satisfies Columns<ObligationLogTable>
