import { column, type Columns } from './column-facts.ts'
import type { ColumnType } from 'kysely'

/** Kept by a trigger on every entry of the ledger: nothing else writes it. */
type Kept<T> = ColumnType<T, never, never>

export interface StayMoneyTable {
  stay_id: Kept<string>
  deposits: Kept<number>
  labour: Kept<number>
  held: Kept<number>
  moves: Kept<number>
  last_at: Kept<string>
}

export const stayMoneyColumns = {
  stay_id: column('none', 'Whose money (derived row)'),
  deposits: column('personal', 'Deposit money, in đồng'),
  labour: column('personal', 'Share of labour money kept until the exit'),
  held: column('personal', 'What is still to be paid to somebody who has left'),
  moves: column('none', 'How many entries there are'),
  last_at: column('personal', 'When money last moved'),
} satisfies Columns<StayMoneyTable>
