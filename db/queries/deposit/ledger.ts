import { isPersonAccount, type Funds, type ReceiptRegister } from '#domain/deposit/ledger.ts'
import type { Insertable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { LedgerMoveTable } from '../../schema/ledger-move.ts'

const movesOf = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('ledger_move').selectAll().where('stay_id', '=', p.stay).orderBy('seq'),
)
const moneyOf = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('stay_money').select(['deposits', 'labour', 'held']).where('stay_id', '=', p.stay),
)
const totalOf = prepared<{ account: string }>()((p) =>
  qb
    .selectFrom('ledger_total')
    .select('balance')
    .where('account', '=', p.account as never),
)
const moveById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('ledger_move').selectAll().where('id', '=', p.id),
)
const reversalOf = prepared<{ id: string }>()((p) =>
  qb.selectFrom('ledger_move').select('id').where('reverses', '=', p.id),
)

/** Every entry about a stay's money, in the order of writing. */
export function listLedger(db: ReadDb, stayId: string) {
  return movesOf.all(db, { stay: stayId })
}
export type LedgerRow = ReturnType<typeof listLedger>[number]

export function findLedgerEntry(db: ReadDb, id: string): LedgerRow | undefined {
  return moveById.get(db, { id })
}

export function isEntryReversed(db: ReadDb, id: string): boolean {
  return reversalOf.get(db, { id }) !== undefined
}

/** What a person has on each account, in đồng. */
export interface PersonMoney {
  deposits: number
  labour: number
  held: number
}

export function readPersonMoney(db: ReadDb, stayId: string): PersonMoney {
  return moneyOf.get(db, { stay: stayId }) ?? { deposits: 0, labour: 0, held: 0 }
}

/** What can be taken from an account, in đồng; a person's accounts are those of the stay. */
export function fundsFor(db: ReadDb, stayId: string | null): Funds {
  return (account) => {
    if (isPersonAccount(account)) {
      if (stayId === null) return 0
      const money = readPersonMoney(db, stayId)
      return account === 'exit' ? money.held : money[account]
    }
    return -(totalOf.get(db, { account })?.balance ?? 0)
  }
}

/** The next number of a register's year; without gaps, since it is taken in the transaction that writes the receipt. */
export function takeReceiptNumber(db: WriteDb, register: ReceiptRegister, year: number): number {
  const counter = db.get(
    qb.selectFrom('receipt_counter').select('last').where('register', '=', register).where('year', '=', year),
  )
  const number = (counter?.last ?? 0) + 1
  db.run(
    qb
      .insertInto('receipt_counter')
      .values({ register, year, last: number })
      .onConflict((conflict) => conflict.columns(['register', 'year']).doUpdateSet({ last: number })),
  )
  return number
}

/** Writes an entry; the balances follow by a trigger of the database, which refuses one below nothing. */
export function insertLedgerEntry(db: WriteDb, entry: Insertable<LedgerMoveTable>): void {
  db.run(qb.insertInto('ledger_move').values(entry))
}
