import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { listLedger, readPersonMoney, type LedgerRow } from '#db/queries/deposit/ledger.ts'
import type { DepositEntry, DepositStatement } from '#domain/contract/deposit.ts'
import { depositBalance, receiptText } from '#domain/deposit/ledger.ts'

/** How the receipt of an entry is cited; null where none was given out. */
export function receiptOf({
  register,
  year,
  number,
}: Pick<LedgerRow, 'register' | 'year' | 'number'>): string | null {
  if (register === null || year === null || number === null) return null
  return receiptText({ register, year, number })
}

/** Every entry of a stay's money with what could be spent after it. */
export function statementOf(db: ReadDb, stayId: string): DepositStatement {
  const rows = listLedger(db, stayId)
  const names = actorNames(db, [...new Set(rows.map((row) => row.recorded_by))])
  const reversed = new Set(rows.flatMap((row) => row.reverses ?? []))
  const { labour, held } = readPersonMoney(db, stayId)
  let balance = 0
  const entries = rows.map((row): DepositEntry => {
    balance += depositBalance([row])
    return {
      id: row.id,
      kind: row.kind,
      debit: row.debit,
      credit: row.credit,
      amount: row.amount,
      balance,
      at: row.at,
      way: row.way,
      party: row.party,
      note: row.note,
      receipt: receiptOf(row),
      isReversed: reversed.has(row.id),
      recordedBy: names.get(row.recorded_by) ?? row.recorded_by,
    }
  })
  return { stayId, balance, labour, held, entries }
}
