import type { LetterOutcome, MailDirection } from '#domain/contacts/contact-codes.ts'
import { column, type Columns } from './column-facts.ts'

export interface LetterTable {
  id: string
  person_id: string
  stay_id: string
  direction: MailDirection
  on_day: string
  other_name: string
  outcome: LetterOutcome
  reason: string | null
  checked_at: string
  checked_by: string
}

export const letterColumns = {
  id: column('none', 'Record id'),
  person_id: column('personal', 'Whose letter'),
  stay_id: column('none', 'In which stay'),
  direction: column('none', 'In or out'),
  on_day: column('none', 'Day'),
  other_name: column('personal', 'Who wrote, or to whom'),
  outcome: column('personal', 'Passed on or withheld'),
  reason: column('personal', 'Why it was withheld'),
  checked_at: column('none', 'When it was checked'),
  checked_by: column('staff', 'Who checked it'),
} satisfies Columns<LetterTable>
