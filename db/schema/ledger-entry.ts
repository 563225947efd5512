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
