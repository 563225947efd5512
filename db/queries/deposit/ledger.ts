import type { ReceiptRegister } from '#domain/deposit/ledger.ts'
import type { Insertable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { LedgerEntryTable } from '../../schema/ledger-entry.ts'

const entriesOf = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('ledger_entry').selectAll().where('stay_id', '=', p.stay).orderBy('seq'),
)

/** Every entry about a stay's money, in the order of writing. */
export function listLedger(db: ReadDb, stayId: string) {
  return entriesOf.all(db, { stay: stayId })
}
export type LedgerRow = ReturnType<typeof listLedger>[number]

export function findLedgerEntry(db: ReadDb, id: string): LedgerRow | undefined {
  return db.get(qb.selectFrom('ledger_entry').selectAll().where('id', '=', id))
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

export function insertLedgerEntry(db: WriteDb, entry: Insertable<LedgerEntryTable>): void {
  db.run(qb.insertInto('ledger_entry').values(entry))
}
