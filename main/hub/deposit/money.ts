import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import {
  findLedgerEntry,
  insertLedgerEntry,
  listLedger,
  takeReceiptNumber,
} from '#db/queries/deposit/ledger.ts'
import { findStay } from '#db/queries/people/reader.ts'
import type { DepositEntry } from '#domain/contract/deposit.ts'
import {
  checkMove,
  depositBalance,
  receiptText,
  sidesOf,
  type LedgerKind,
  type LedgerMove,
} from '#domain/deposit/ledger.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'

/** Every entry of a stay's money with what was owed after it. */
export function statementOf(
  db: ReadDb,
  stayId: string,
): { stayId: string; balance: number; entries: DepositEntry[] } {
  const rows = listLedger(db, stayId)
  const names = actorNames(db, [...new Set(rows.map((row) => row.recorded_by))])
  const reversed = new Set(rows.flatMap((row) => row.reverses ?? []))
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
      note: row.note,
      receipt: receiptText(row),
      isReversed: reversed.has(row.id),
      recordedBy: names.get(row.recorded_by) ?? row.recorded_by,
    }
  })
  return { stayId, balance, entries }
}

interface NewEntry {
  id: string
  stayId: string
  kind: LedgerKind
  move: LedgerMove
  at: Instant
  note: string | null
  reverses: string | null
}

/** @throws AppError `not_found`, `rule_violated` when more would go out than was given, `conflict` when written before */
function writeEntry(db: WriteDb, context: WriteContext, entry: NewEntry): string {
  const stay = findStay(db, entry.stayId)
  if (!stay || stay.cancelled_at !== null) throw new AppError('not_found')
  if (findLedgerEntry(db, entry.id)) {
    throw new AppError('conflict', 'Bút toán này đã được ghi rồi. Tải lại để xem.')
  }
  if (entry.at > context.now) {
    const message = 'Thời điểm thu, chi ở tương lai. Chọn lại ngày giờ.'
    throw ruleViolated([{ code: 'money-in-future', message, field: 'at' }])
  }
  const problems = checkMove(depositBalance(listLedger(db, entry.stayId)), entry.move)
  if (problems.length > 0) throw ruleViolated(problems)
  const register = entry.move.debit === 'cash' ? 'PTLK' : 'PCLK'
  const year = Number(dayOf(context.now).slice(0, 4))
  const number = takeReceiptNumber(db, register, year)
  insertLedgerEntry(db, {
    id: entry.id,
    stay_id: entry.stayId,
    kind: entry.kind,
    ...entry.move,
    at: entry.at,
    note: entry.note,
    register,
    year,
    number,
    reverses: entry.reverses,
    recorded_at: context.now,
    recorded_by: context.actor.key,
  })
  const receipt = receiptText({ register, year, number })
  context.audit({
    action: `deposit.${entry.kind}`,
    subject: { kind: 'ledger-entry', id: entry.id },
    personId: stay.person_id,
    facts: { amount: entry.move.amount, receipt, reverses: entry.reverses },
  })
  context.changed('deposit', entry.stayId)
  return receipt
}

/** Takes or gives back money; answers with the receipt's number. @throws AppError as the ledger refuses */
export function recordMoney(
  db: WriteDb,
  context: WriteContext,
  money: {
    id: string
    stayId: string
    kind: 'deposit' | 'withdrawal'
    amount: number
    at: Instant | null
    note: string | null
  },
): string {
  const { id, stayId, kind, amount, note } = money
  const move = { ...sidesOf(kind), amount }
  return writeEntry(db, context, {
    id,
    stayId,
    kind,
    move,
    at: money.at ?? context.now,
    note,
    reverses: null,
  })
}

/** Cancels an entry by its opposite; both stay in the book. @throws AppError `not_found`, `rule_violated` */
export function reverseMoney(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; entryId: string; reason: string },
): string {
  const entry = findLedgerEntry(db, input.entryId)
  if (!entry) throw new AppError('not_found')
  const rows = listLedger(db, entry.stay_id)
  if (entry.kind === 'reversal' || rows.some((row) => row.reverses === entry.id)) {
    const message = 'Bút toán này đã hủy hoặc chính là bút toán hủy. Ghi một bút toán mới.'
    throw ruleViolated([{ code: 'already-reversed', message, field: 'entryId' }])
  }
  writeEntry(db, context, {
    id: input.id,
    stayId: entry.stay_id,
    kind: 'reversal',
    move: { debit: entry.credit, credit: entry.debit, amount: entry.amount },
    at: context.now,
    note: input.reason,
    reverses: entry.id,
  })
  return entry.stay_id
}
