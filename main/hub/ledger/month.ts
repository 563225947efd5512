import type { ReadDb } from '#db/connection/handles.ts'
import { accountFlows, kindSums, listTotals } from '#db/queries/ledger/moves.ts'
import { LEDGER_ACCOUNTS, LEDGER_KINDS } from '#domain/deposit/ledger.ts'
import { addDays, addMonths } from '#domain/time/day.ts'

/** A month (`2026-11`) account by account and kind by kind: what was owed before, moved in it, and after it. */
export function monthReport(db: ReadDb, month: string) {
  const from = `${month}-01`
  const to = addDays(addMonths(from, 1), -1)
  const flows = new Map(accountFlows(db, from, to).map((flow) => [flow.account, flow]))
  const now = new Map(listTotals(db).map(({ account, balance }) => [account, balance]))
  const accounts = LEDGER_ACCOUNTS.map((account) => {
    const { debits = 0, credits = 0, later = 0 } = flows.get(account) ?? {}
    const balance = (now.get(account) ?? 0) - later
    return { account, opening: balance - credits + debits, debits, credits, balance }
  })
  const sums = new Map(kindSums(db, from, to).map((sum) => [sum.kind, sum]))
  const kinds = LEDGER_KINDS.flatMap((kind) => sums.get(kind) ?? [])
  return { accounts, kinds }
}
