import type { DutyCode } from '#domain/law/duties.ts'
import type { ObligationState } from '#domain/obligations/obligation-state.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { column, type Columns } from './column-facts.ts'

export interface ObligationTable {
  stay_id: string
  key: string
  duty: DutyCode
  rule: string
  rule_from: string
  role: Role
  state: ObligationState
  what: string
  trigger_at: string
  opens_at: string | null
  warn_at: string
  due_at: string
  escalate_at: string
  done_at: string | null
}

export const obligationColumns = {
  stay_id: column('none', 'Whose stay'),
  key: column('none', 'Which duty of the stay, and what it hangs on'),
  duty: column('medical', 'What is to be done; some duties tell of health'),
  rule: column('none', 'The rule it follows from'),
  rule_from: column('none', 'First day in force of the row of that rule'),
  role: column('none', 'Whose list it stands on'),
  state: column('none', 'To be done, done, or not needed'),
  what: column('personal', 'What is to be done, in a sentence'),
  trigger_at: column('personal', 'When what it follows from happened or will'),
  opens_at: column('none', 'Not before this moment'),
  warn_at: column('none', 'From when it stands on the list'),
  due_at: column('personal', 'By when it must be done'),
  escalate_at: column('none', 'From when the head of the centre sees it'),
  done_at: column('none', 'When it was done'),
} satisfies Columns<ObligationTable>
