import { column, type Columns } from './column-facts.ts'

export interface CashCloseTable {
  id: string
  day: string
  until_seq: number
  opening: number
  received: number
  paid: number
  counted: number
  explanation: string | null
  witness: string
  closed_at: string
  closed_by: string
}

export const cashCloseColumns = {
  id: column('none', 'Record id'),
  day: column('none', 'The day that was closed'),
  until_seq: column('none', 'Last entry of the ledger that was counted'),
  opening: column('none', 'What was in the box before, in đồng'),
  received: column('none', 'What came in'),
  paid: column('none', 'What went out'),
  counted: column('none', 'What was counted in the box'),
  explanation: column('none', 'Why the count differs'),
  witness: column('staff', 'Who counted with them'),
  closed_at: column('none', 'When it was closed'),
  closed_by: column('staff', 'Who closed it'),
} satisfies Columns<CashCloseTable>
