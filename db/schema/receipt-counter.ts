import { column, type Columns } from './column-facts.ts'
import type { ReceiptRegister } from '#domain/deposit/ledger.ts'

export interface ReceiptCounterTable {
  register: ReceiptRegister
  year: number
  last: number
}

export const receiptCounterColumns = {
  register: column('none', 'Register'),
  year: column('none', 'Its year'),
  last: column('none', 'Last number given'),
} satisfies Columns<ReceiptCounterTable>
