import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import {
  cashAfter,
  findClose,
  insertClose,
  lastClose,
  lastEntrySeq,
  listCloses,
  type CashCloseRow,
} from '#db/queries/ledger/closes.ts'
import type { CashBox, CashClose } from '#domain/contract/ledger-shapes.ts'
import { formatDong } from '#domain/deposit/ledger.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { dayOf, formatInstant, type Instant } from '#domain/time/instant.ts'
import { writeMove } from '../deposit/write-move.ts'
import type { WriteContext } from '../use-case.ts'

function closeLine(row: CashCloseRow, names: ReadonlyMap<string, string>): CashClose {
  const { id, day, opening, received, paid, counted, explanation, witness } = row
  return {
    id,
    day,
    opening,
    received,
    paid,
    counted,
    difference: counted - (opening + received - paid),
    explanation,
    witness,
    closedAt: row.closed_at,
    closedBy: names.get(row.closed_by) ?? row.closed_by,
  }
}

/** One count of the cash box. @throws AppError `not_found` */
export function closeLineOf(db: ReadDb, id: string): CashClose {
  const row = findClose(db, id)
  if (!row) throw new AppError('not_found')
  return closeLine(row, actorNames(db, [row.closed_by]))
}

/** The last days on which the box was closed, the newest first. */
export function closeLines(db: ReadDb, limit: number): CashClose[] {
  const rows = listCloses(db, limit)
  const names = actorNames(db, [...new Set(rows.map((row) => row.closed_by))])
  return rows.map((row) => closeLine(row, names))
}

/** The cash box since it was last closed: what it should hold now. */
export function cashBox(db: ReadDb, now: Instant): CashBox {
  const last = lastClose(db)
  const { received, paid, moves, firstDay } = cashAfter(db, last?.until_seq ?? 0)
  const opening = last?.counted ?? 0
  return {
    opening,
    received,
    paid,
    computed: opening + received - paid,
    moves,
    since: firstDay,
    isOverdue: firstDay !== null && firstDay < dayOf(now),
    last: closeLines(db, 1)[0] ?? null,
  }
}

/**
 * Closes the day: what was counted stands against what the book says, a difference is explained and booked, and
 * nothing can be written before this moment any more.
 * @throws AppError `rule_violated` for a second close of a day, a difference without a word; `conflict` when money
 *   moved since the desk looked
 */
export function closeBox(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; computed: number; counted: number; explanation: string | null; witness: string },
): CashClose {
  const { now } = context
  const today = dayOf(now)
  const box = cashBox(db, now)
  if (box.last?.day === today) {
    const message = `Hôm nay sổ quỹ đã khóa lúc ${formatInstant(box.last.closedAt)}. Khoản ghi thêm thuộc lần khóa sau.`
    throw ruleViolated([{ code: 'closed-today', message }])
  }
  if (box.computed !== input.computed) {
    const message = `Vừa có khoản thu, chi mới: quỹ theo sổ nay là ${formatDong(box.computed)}. Xem lại rồi khóa.`
    throw new AppError('conflict', message)
  }
  const difference = input.counted - box.computed
  if (difference !== 0 && input.explanation === null) {
    const word = difference < 0 ? 'thiếu' : 'thừa'
    const message = `Quỹ ${word} ${formatDong(Math.abs(difference))} so với sổ. Ghi giải thích trước khi khóa.`
    throw ruleViolated([{ code: 'explanation-missing', message, field: 'explanation' }])
  }
  if (difference !== 0) {
    const facts = { id: context.newId(), stayId: null, at: now, note: input.explanation }
    writeMove(db, context, difference < 0 ? 'shortage' : 'surplus', Math.abs(difference), facts)
  }
  insertClose(db, {
    id: input.id,
    day: today,
    until_seq: lastEntrySeq(db),
    opening: box.opening,
    received: box.received,
    paid: box.paid,
    counted: input.counted,
    explanation: difference === 0 ? null : input.explanation,
    witness: input.witness,
    closed_at: now,
    closed_by: context.actor.key,
  })
  context.audit({
    action: 'deposit.cash-closed',
    subject: { kind: 'cash-close', id: input.id },
    facts: { day: today, counted: input.counted, difference },
  })
  context.changed('deposit', input.id)
  const [close] = closeLines(db, 1)
  if (!close) throw new AppError('internal')
  return close
}
