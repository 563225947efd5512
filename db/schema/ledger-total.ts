import { column, type Columns } from './column-facts.ts'
import type { ColumnType } from 'kysely'
import type { LedgerAccount } from '#domain/deposit/ledger.ts'

/** Kept by a trigger on every entry of the ledger: nothing else writes it. */
type Kept<T> = ColumnType<T, never, never>

export interface LedgerTotalTable {
  account: Kept<LedgerAccount>
  balance: Kept<number>
}

export const ledgerTotalColumns = {
  account: column('none', 'Account of the ledger (derived row)'),
  balance: column('none', 'Credits less debits, in đồng; all rows add up to nothing'),
} satisfies Columns<LedgerTotalTable>
