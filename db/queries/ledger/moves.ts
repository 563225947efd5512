import { sql } from 'kysely'
import type { LedgerFilter } from '#domain/contract/ledger-shapes.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

function movesBehind({ from, to, kinds, accounts, stayId, batchId }: LedgerFilter) {
  let query = qb.selectFrom('ledger_move')
  if (from !== null) query = query.where('ledger_move.day', '>=', from)
  if (to !== null) query = query.where('ledger_move.day', '<=', to)
  if (kinds.length > 0) query = query.where('ledger_move.kind', 'in', kinds)
  if (accounts.length > 0) {
    query = query.where((e) =>
      e.or([e('ledger_move.debit', 'in', accounts), e('ledger_move.credit', 'in', accounts)]),
    )
  }
  if (stayId !== null) query = query.where('ledger_move.stay_id', '=', stayId)
  if (batchId !== null) query = query.where('ledger_move.batch_id', '=', batchId)
  return query
}

/** A page of entries, the newest first, with whose money it is; `before` is where the last page ended. */
export function listMoves(
  db: ReadDb,
  filter: LedgerFilter,
  page: { before: { day: string; seq: number } | null; limit: number },
) {
  let query = movesBehind(filter)
    .leftJoin('stay', 'stay.id', 'ledger_move.stay_id')
    .leftJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('ledger_move as later', 'later.reverses', 'ledger_move.id')
    .selectAll('ledger_move')
    .select([
      'stay.person_id',
      'person.name',
      'person.birth_on',
      'person.birth_precision',
      'later.id as reversed_by',
    ])
    .orderBy('ledger_move.day', 'desc')
    .orderBy('ledger_move.seq', 'desc')
    .limit(page.limit)
  if (page.before !== null) {
    const { day, seq } = page.before
    query = query.where(sql<boolean>`(ledger_move.day, ledger_move.seq) < (${day}, ${seq})`)
  }
  return db.all(query)
}
export type MoveRow = ReturnType<typeof listMoves>[number]

/** What the entries behind a filter come to: how many, cash in and out, spent at the canteen. */
export function sumMoves(db: ReadDb, filter: LedgerFilter) {
  const row = db.get(
    movesBehind(filter).select((e) => [
      e.fn.countAll<number>().as('moves'),
      e.fn.coalesce(e.fn.sum<number>('amount').filterWhere('debit', '=', 'cash'), e.lit(0)).as('cashIn'),
      e.fn.coalesce(e.fn.sum<number>('amount').filterWhere('credit', '=', 'cash'), e.lit(0)).as('cashOut'),
      sql<number>`coalesce(sum(iif(credit = 'canteen', amount, 0)) - sum(iif(kind = 'reversal' and debit = 'canteen', amount, 0)), 0)`.as(
        'spent',
      ),
    ]),
  )
  return row ?? { moves: 0, cashIn: 0, cashOut: 0, spent: 0 }
}

const totals = prepared()(() => qb.selectFrom('ledger_total').selectAll())

/** What every account owes (credits less debits). */
export function listTotals(db: ReadDb) {
  return totals.all(db, {})
}

/** Debits and credits of every account: in the days from `from` to `to`, and after them. */
export function accountFlows(db: ReadDb, from: string, to: string) {
  const sides = sql<{ account: string; debits: number; credits: number; later: number }>`
    select account,
      sum(iif(day <= ${to}, debit, 0)) as debits,
      sum(iif(day <= ${to}, credit, 0)) as credits,
      sum(iif(day > ${to}, credit - debit, 0)) as later
    from (
      select debit as account, day, amount as debit, 0 as credit from ledger_move where day >= ${from}
      union all
      select credit, day, 0, amount from ledger_move where day >= ${from})
    group by account`
  return db.all({ compile: () => sides.compile(qb) })
}

/** The entries of a span of days by kind. */
export function kindSums(db: ReadDb, from: string, to: string) {
  return db.all(
    qb
      .selectFrom('ledger_move')
      .select((e) => ['kind', e.fn.countAll<number>().as('moves'), e.fn.sum<number>('amount').as('amount')])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .groupBy('kind'),
  )
}

const spentOn = prepared<{ stay: string; day: string }>()((p) =>
  qb
    .selectFrom('ledger_move')
    .select(
      sql<number>`coalesce(sum(iif(credit = 'canteen', amount, iif(debit = 'canteen', -amount, 0))), 0)`.as(
        'spent',
      ),
    )
    .where('stay_id', '=', p.stay)
    .where('day', '=', p.day),
)

/** What a person spent at the canteen on a day, cancelled purchases left out. */
export function spentAtCanteen(db: ReadDb, stayId: string, day: string): number {
  return spentOn.get(db, { stay: stayId, day })?.spent ?? 0
}
