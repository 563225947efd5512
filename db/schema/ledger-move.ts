import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'
import type { LedgerAccount, LedgerKind, MoneyWay, ReceiptRegister } from '#domain/deposit/ledger.ts'

export interface LedgerMoveTable {
  seq: Generated<number>
  id: string
  kind: LedgerKind
  debit: LedgerAccount
  credit: LedgerAccount
  stay_id: string | null
  amount: number
  at: string
  day: string
  way: MoneyWay | null
  party: string | null
  note: string | null
  batch_id: string | null
  register: ReceiptRegister | null
  year: number | null
  number: number | null
  reverses: string | null
  recorded_at: string
  recorded_by: string
}

export const ledgerMoveColumns = {
  seq: column('none', 'Order of writing'),
  id: column('none', 'Record id'),
  kind: column('none', 'What happened with the money'),
  debit: column('none', 'Account debited'),
  credit: column('none', 'Account credited'),
  stay_id: column('none', 'Whose money; none: between accounts of the house'),
  amount: column('personal', 'Whole đồng'),
  at: column('personal', 'When the money moved'),
  day: column('none', 'The day of it in Viet Nam'),
  way: column('personal', 'How it came in'),
  party: column('personal', 'Who gave or took it'),
  note: column('personal', 'What for'),
  batch_id: column('none', 'Entries written together, as a list of the canteen'),
  register: column('none', 'Register of the receipt'),
  year: column('none', 'Year of the register'),
  number: column('none', 'Number of the receipt'),
  reverses: column('none', 'The entry it cancels'),
  recorded_at: column('none', 'When it was written down'),
  recorded_by: column('staff', 'Who wrote it down'),
} satisfies Columns<LedgerMoveTable>
