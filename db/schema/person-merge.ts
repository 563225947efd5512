import { column, type Columns } from './column-facts.ts'
export interface PersonMergeTable {
  id: string
  kept_id: string
  merged_id: string
  reason: string
  moved: string
  merged_at: string
  merged_by: string
  undone_at: string | null
  undone_by: string | null
  undo_reason: string | null
}

export const personMergeColumns = {
  id: column('none', 'Record id'),
  kept_id: column('none', 'The person who stays'),
  merged_id: column('none', 'The person merged into the other'),
  reason: column('personal', 'Why they are one'),
  moved: column('none', 'Rows that changed hands with ids before and after, as JSON'),
  merged_at: column('none', 'When'),
  merged_by: column('staff', 'Who merged them'),
  undone_at: column('none', 'When it was undone'),
  undone_by: column('staff', 'Who undid it'),
  undo_reason: column('personal', 'Why it was undone'),
} satisfies Columns<PersonMergeTable>
