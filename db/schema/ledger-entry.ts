import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'
import type { LedgerAccount, LedgerKind, ReceiptRegister } from '#domain/deposit/ledger.ts'

export interface LedgerEntryTable {
  seq: Generated<number>
  id: string
  stay_id: string
  kind: LedgerKind
  debit: LedgerAccount
  credit: LedgerAccount
  amount: number
  at: string
  note: string | null
  register: ReceiptRegister
  year: number
  number: number
  reverses: string | null
  recorded_at: string
  recorded_by: string
}

export const ledgerEntryColumns = {
  seq: column('none', 'Order of writing'),
  id: column('none', 'Record id'),
  stay_id: column('none', 'Whose money'),
  kind: column('none', 'Deposit, withdrawal or reversal'),
  debit: column('none', 'Account debited'),
  credit: column('none', 'Account credited'),
  amount: column('personal', 'Whole đồng'),
  at: column('personal', 'When the money moved'),
  note: column('personal', 'What for'),
  register: column('none', 'Register of the receipt'),
  year: column('none', 'Year of the register'),
  number: column('none', 'Number of the receipt'),
  reverses: column('none', 'The entry it cancels'),
  recorded_at: column('none', 'When it was written down'),
  recorded_by: column('staff', 'Who took or gave the money'),
} satisfies Columns<LedgerEntryTable>
