import type { Insertable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { CashCloseTable } from '../../schema/cash-close.ts'

const newest = prepared<{ limit: number }>()((p) =>
  qb.selectFrom('cash_close').selectAll().orderBy('day', 'desc').limit(p.limit),
)
const closeById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('cash_close').selectAll().where('id', '=', p.id),
)
const cashSince = prepared<{ seq: number }>()((p) =>
  qb
    .selectFrom('ledger_move')
    .select((e) => [
      e.fn.coalesce(e.fn.sum<number>('amount').filterWhere('debit', '=', 'cash'), e.lit(0)).as('received'),
      e.fn.coalesce(e.fn.sum<number>('amount').filterWhere('credit', '=', 'cash'), e.lit(0)).as('paid'),
      e.fn.countAll<number>().as('moves'),
      e.fn.max('seq').as('last'),
      e.fn.min('day').as('first_day'),
    ])
    .where('seq', '>', p.seq)
    .where((e) => e.or([e('debit', '=', 'cash'), e('credit', '=', 'cash')])),
)
const lastSeq = prepared()(() => qb.selectFrom('ledger_move').select((e) => e.fn.max('seq').as('seq')))

export type CashCloseRow = NonNullable<ReturnType<typeof lastClose>>

/** The latest day on which the cash box was closed. */
export function lastClose(db: ReadDb) {
  return newest.get(db, { limit: 1 })
}

export function findClose(db: ReadDb, id: string): CashCloseRow | undefined {
  return closeById.get(db, { id })
}

export function listCloses(db: ReadDb, limit: number): CashCloseRow[] {
  return newest.all(db, { limit })
}

/** Cash that moved after an entry of the ledger: what came in, went out, and since which day. */
export function cashAfter(db: ReadDb, seq: number) {
  const row = cashSince.get(db, { seq })
  return {
    received: row?.received ?? 0,
    paid: row?.paid ?? 0,
    moves: row?.moves ?? 0,
    firstDay: row?.first_day ?? null,
  }
}

/** The last entry of the ledger, 0 before the first. */
export function lastEntrySeq(db: ReadDb): number {
  return Number(lastSeq.get(db, {})?.seq ?? 0)
}

export function insertClose(db: WriteDb, close: Insertable<CashCloseTable>): void {
  db.run(qb.insertInto('cash_close').values(close))
}
