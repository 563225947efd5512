import { column, type Columns } from './column-facts.ts'

export interface ShelfCountTable {
  id: string
  shelf_id: string
  expected: number
  found: number
  note: string | null
  witness: string
  counted_at: string
  counted_by: string
}

export const shelfCountColumns = {
  id: column('none', 'Record id'),
  shelf_id: column('none', 'Which cell was counted'),
  expected: column('none', 'Bags that should lie there'),
  found: column('none', 'Bags found there'),
  note: column('personal', 'What was noticed'),
  witness: column('staff', 'Who counted with them'),
  counted_at: column('none', 'When'),
  counted_by: column('staff', 'Who counted'),
} satisfies Columns<ShelfCountTable>
