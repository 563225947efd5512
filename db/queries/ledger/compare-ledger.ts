import type { Connection } from '../../connection/open-database.ts'

/** What of the ledger does not agree with its entries. */
export interface LedgerDifference {
  what: 'trial-balance' | 'total' | 'person' | 'close' | 'old-book'
  key: string
}

const CHECKS: readonly { what: LedgerDifference['what']; sql: string }[] = [
  // The trial balance: everything owed and everything held add up to nothing.
  {
    what: 'trial-balance',
    sql: `select 'sum' as key from (select sum(balance) as rest from ledger_total) where rest <> 0`,
  },
  {
    what: 'total',
    sql: `with summed as (
        select account, sum(amount) as balance from (
          select debit as account, -amount as amount from ledger_move
          union all select credit, amount from ledger_move) group by account)
      select t.account as key from ledger_total t left join summed s on s.account = t.account
      where t.balance <> coalesce(s.balance, 0)`,
  },
  {
    what: 'person',
    sql: `with summed as (
        select stay_id,
          sum(iif(credit = 'deposits', amount, 0) - iif(debit = 'deposits', amount, 0)) as deposits,
          sum(iif(credit = 'labour', amount, 0) - iif(debit = 'labour', amount, 0)) as labour,
          sum(iif(credit = 'exit', amount, 0) - iif(debit = 'exit', amount, 0)) as held,
          count(*) as moves
        from ledger_move where stay_id is not null group by stay_id)
      select coalesce(m.stay_id, s.stay_id) as key from stay_money m full join summed s on s.stay_id = m.stay_id
      where m.deposits is not s.deposits or m.labour is not s.labour or m.held is not s.held or m.moves is not s.moves`,
  },
  // What was in the box at a close is what was counted at the one before.
  {
    what: 'close',
    sql: `select day as key from (
        select day, opening, lag(counted, 1, opening) over (order by day) as before,
          until_seq, lag(until_seq, 1, 0) over (order by day) as since
        from cash_close)
      where opening <> before or until_seq < since`,
  },
  {
    what: 'old-book',
    sql: `select e.id as key from ledger_entry e left join ledger_move m on m.id = e.id
      where m.id is null or m.amount <> e.amount or m.debit <> e.debit or m.credit <> e.credit
        or m.register is not e.register or m.year is not e.year or m.number is not e.number`,
  },
]

/**
 * Sets the balances kept beside the ledger against its entries: the trial balance is zero, every account and every
 * person has what the entries say, the closes of the cash box join, the old book was carried over whole.
 */
export function compareLedger(connection: Connection): LedgerDifference[] {
  return CHECKS.flatMap(({ what, sql }) =>
    connection.rows<{ key: string }>(sql).map(({ key }) => ({ what, key })),
  )
}
