import type { Generated } from 'kysely'
import type { ExemptionReason, SendingWay } from '#domain/obligations/exemptions.ts'
import type { MarkKind } from '#domain/obligations/obligation-state.ts'
import { column, type Columns } from './column-facts.ts'

export interface ObligationMarkTable {
  seq: Generated<number>
  id: string
  stay_id: string
  key: string
  kind: MarkKind
  at: string
  due_at: string
  reason: ExemptionReason | null
  note: string | null
  paper: string | null
  number: string | null
  sent_by: SendingWay | null
  sent_on: string | null
  recorded_at: string
  recorded_by: string
}

export const obligationMarkColumns = {
  seq: column('none', 'Order of entry: the last one counts'),
  id: column('none', 'Record id'),
  stay_id: column('none', 'Whose stay'),
  key: column('none', 'Which obligation'),
  kind: column('none', 'Done, not needed, or taken back'),
  at: column('none', 'When it was done, as told'),
  due_at: column('personal', 'The due moment that stood then'),
  reason: column('personal', 'Why it need not be done'),
  note: column('personal', 'More about it'),
  paper: column('none', 'The paper with which it was done'),
  number: column('personal', 'Its number'),
  sent_by: column('none', 'How it was sent'),
  sent_on: column('none', 'Day it was sent'),
  recorded_at: column('none', 'When it was marked'),
  recorded_by: column('staff', 'Who marked it'),
} satisfies Columns<ObligationMarkTable>
