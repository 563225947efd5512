import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import {
  findLedgerEntry,
  fundsFor,
  insertLedgerEntry,
  isEntryReversed,
  takeReceiptNumber,
} from '#db/queries/deposit/ledger.ts'
import { lastClose } from '#db/queries/ledger/closes.ts'
import { findStay } from '#db/queries/people/reader.ts'
import {
  checkMove,
  registerOf,
  reversedRegister,
  sidesOf,
  type LedgerKind,
  type LedgerMove,
  type MoneyWay,
  type MoveKind,
  type ReceiptRegister,
} from '#domain/deposit/ledger.ts'
import { checkMoneyMoment, checkLabourShare } from '#domain/deposit/money-rules.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import { receiptOf } from './money.ts'

/** What is written of a move beside its sides. */
export interface MoveFacts {
  id: string
  /** Null: between accounts of the house. */
  stayId: string | null
  at: Instant
  way?: MoneyWay | null
  party?: string | null
  note: string | null
  batchId?: string | null
}

interface NewEntry extends MoveFacts {
  kind: LedgerKind
  move: LedgerMove
  register: ReceiptRegister | null
  reverses: string | null
}

/** Whose money it is. @throws AppError `not_found` */
function ownerOf(db: ReadDb, stayId: string | null): string | undefined {
  if (stayId === null) return undefined
  const stay = findStay(db, stayId)
  if (!stay || stay.cancelled_at !== null) throw new AppError('not_found')
  return stay.person_id
}

/** @throws AppError `not_found`, `rule_violated` when more would go out than there is, `conflict` when written before */
function writeEntry(db: WriteDb, context: WriteContext, entry: NewEntry): string | null {
  const personId = ownerOf(db, entry.stayId)
  if (findLedgerEntry(db, entry.id)) {
    throw new AppError('conflict', 'Bút toán này đã được ghi rồi. Tải lại để xem.')
  }
  const closedAt = lastClose(db)?.closed_at ?? null
  const problems: Problem[] = [
    ...checkMoneyMoment(entry.at, context.now, closedAt),
    ...checkMove(fundsFor(db, entry.stayId), entry.move),
  ]
  if (problems.length > 0) throw ruleViolated(problems)
  const { register } = entry
  const year = register === null ? null : Number(dayOf(context.now).slice(0, 4))
  const number = register === null || year === null ? null : takeReceiptNumber(db, register, year)
  insertLedgerEntry(db, {
    id: entry.id,
    kind: entry.kind,
    ...entry.move,
    stay_id: entry.stayId,
    at: entry.at,
    day: dayOf(entry.at),
    way: entry.way ?? null,
    party: entry.party ?? null,
    note: entry.note,
    batch_id: entry.batchId ?? null,
    register,
    year,
    number,
    reverses: entry.reverses,
    recorded_at: context.now,
    recorded_by: context.actor.key,
  })
  const receipt = receiptOf({ register, year, number })
  context.audit({
    action: `deposit.${entry.kind}`,
    subject: { kind: 'ledger-entry', id: entry.id },
    ...(personId === undefined ? {} : { personId }),
    facts: { amount: entry.move.amount, receipt, reverses: entry.reverses },
  })
  context.changed('deposit', entry.stayId ?? entry.id)
  return receipt
}

/**
 * Writes one move between the two accounts of its kind.
 * @returns how its receipt is cited, null where none is given out
 * @throws AppError `not_found`, `conflict`, `rule_violated` as the ledger refuses
 */
export function writeMove(
  db: WriteDb,
  context: WriteContext,
  kind: MoveKind,
  amount: number,
  facts: MoveFacts,
): string | null {
  const problems = kind === 'labour-share' ? checkLabourShare(dayOf(facts.at)) : []
  if (problems.length > 0) throw ruleViolated(problems)
  return writeEntry(db, context, {
    ...facts,
    kind,
    move: { ...sidesOf(kind), amount },
    register: registerOf(kind),
    reverses: null,
  })
}

/** Takes or gives back money at the desk; answers with the receipt's number. @throws AppError as the ledger refuses */
export function recordMoney(
  db: WriteDb,
  context: WriteContext,
  money: Omit<MoveFacts, 'at' | 'stayId'> & {
    stayId: string
    kind: MoveKind
    amount: number
    at: Instant | null
  },
): string | null {
  const { kind, amount, at, ...facts } = money
  return writeMove(db, context, kind, amount, { ...facts, at: at ?? context.now })
}

/** The moment under which money of an earlier act is booked: that of the act, or now when the box was closed since. */
export function bookingMoment(db: ReadDb, at: Instant, now: Instant): Instant {
  const closedAt = lastClose(db)?.closed_at
  return closedAt !== undefined && at <= closedAt ? now : at
}

/**
 * Cancels an entry by its opposite; both stay in the book.
 * @returns whose money it was; null for an entry of the house
 * @throws AppError `not_found`, `rule_violated`
 */
export function reverseMoney(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; entryId: string; reason: string },
): string | null {
  const entry = findLedgerEntry(db, input.entryId)
  if (!entry) throw new AppError('not_found')
  if (entry.kind === 'reversal' || isEntryReversed(db, entry.id)) {
    const message = 'Bút toán này đã hủy hoặc chính là bút toán hủy. Ghi một bút toán mới.'
    throw ruleViolated([{ code: 'already-reversed', message, field: 'entryId' }])
  }
  if (entry.kind === 'shortage' || entry.kind === 'surplus') {
    const message =
      'Chênh lệch đã ghi khi khóa sổ quỹ không hủy được. Lần kiểm quỹ sau sẽ ghi chênh lệch mới.'
    throw ruleViolated([{ code: 'close-difference', message, field: 'entryId' }])
  }
  writeEntry(db, context, {
    id: input.id,
    stayId: entry.stay_id,
    kind: 'reversal',
    move: { debit: entry.credit, credit: entry.debit, amount: entry.amount },
    register: reversedRegister(entry.register),
    at: context.now,
    note: input.reason,
    batchId: entry.batch_id,
    reverses: entry.id,
  })
  return entry.stay_id
}
