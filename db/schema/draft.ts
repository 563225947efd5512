import { column, type Columns } from './column-facts.ts'
export interface DraftTable {
  user_id: string
  form: string
  value: string
  saved_at: string
}

export const draftColumns = {
  user_id: column('staff', 'Whose draft'),
  form: column('none', 'Which form'),
  value: column('personal', 'What was typed so far, as JSON'),
  saved_at: column('none', 'When'),
} satisfies Columns<DraftTable>
