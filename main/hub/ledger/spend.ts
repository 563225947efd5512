import type { WriteDb } from '#db/connection/handles.ts'
import { findLedgerEntry, readPersonMoney } from '#db/queries/deposit/ledger.ts'
import { insertCanteenLine, listItems } from '#db/queries/ledger/canteen.ts'
import { spentAtCanteen } from '#db/queries/ledger/moves.ts'
import { findInside } from '#db/queries/ledger/inside.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { ledgerContract } from '#domain/contract/ledger.ts'
import { formatDong } from '#domain/deposit/ledger.ts'
import { checkSpending } from '#domain/deposit/money-rules.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import { writeMove } from '../deposit/write-move.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'

type Input = Parameters<NonNullable<WriteUseCases<typeof ledgerContract>['spend']>>[2]
type Line = Input['lines'][number]
type Item = ReturnType<typeof listItems>[number]

interface Purchase {
  amount: number
  bought: { item: Item; quantity: number }[]
  problems: Problem[]
}

/** What a line comes to: the sum of its items, or the amount typed. */
function purchaseOf(line: Line, items: ReadonlyMap<string, Item>): Purchase {
  const problems: Problem[] = []
  const bought = line.items.flatMap(({ itemId, quantity }) => {
    const item = items.get(itemId)
    if (item && item.retired_at === null) return [{ item, quantity }]
    const message = 'Mặt hàng này không còn bán. Tải lại danh sách hàng.'
    problems.push({ code: 'item-missing', message, field: 'items' })
    return []
  })
  const sum = bought.reduce((total, { item, quantity }) => total + item.price * quantity, 0)
  const amount = line.items.length > 0 ? sum : (line.amount ?? 0)
  if (amount === 0 && problems.length === 0) {
    problems.push({ code: 'amount-missing', message: 'Ghi số tiền hoặc chọn mặt hàng.', field: 'amount' })
  }
  return { amount, bought, problems }
}

/**
 * Writes a list of purchases, whole or not at all: one entry per line, taken from the money of each person.
 * @throws AppError `rule_violated` naming the line (`lines.2.amount`) of everybody who may not buy this
 */
export function spendAtCanteen(
  db: WriteDb,
  context: WriteContext,
  input: Input,
): { moves: number; amount: number } {
  const today = dayOf(context.now)
  const limit = readSetting(db, 'canteen.daily-limit')
  const items = new Map(listItems(db).map((item) => [item.id, item]))
  const wanted = new Map<string, number>()
  const problems: Problem[] = []
  const purchases = input.lines.map((line, index) => {
    const purchase = purchaseOf(line, items)
    const before = wanted.get(line.stayId) ?? 0
    wanted.set(line.stayId, before + purchase.amount)
    const found = [...purchase.problems]
    const person = findInside(db, line.stayId)
    if (!person) {
      const message = 'Người này không có mặt trong khu, không mua hàng được. Bỏ dòng này.'
      found.push({ code: 'not-inside', message, field: 'stayId' })
    } else {
      const spentToday = spentAtCanteen(db, line.stayId, today) + before
      found.push(...checkSpending({ name: person.name, spentToday, amount: purchase.amount }, limit))
      const left = readPersonMoney(db, line.stayId).deposits - before
      if (left < purchase.amount) {
        const message = `Tiền lưu ký của ${person.name} còn ${formatDong(left)}, không đủ ${formatDong(purchase.amount)}.`
        found.push({ code: 'deposit-overdrawn', message, field: 'amount' })
      }
    }
    if (findLedgerEntry(db, line.id)) throw new AppError('conflict', 'Danh sách này đã được ghi rồi.')
    problems.push(...found.map((problem) => ({ ...problem, field: `lines.${index}.${problem.field ?? ''}` })))
    return { line, ...purchase }
  })
  if (problems.length > 0) throw ruleViolated(problems)
  for (const { line, amount, bought } of purchases) {
    const note =
      line.note ?? (bought.map(({ item, quantity }) => `${quantity} ${item.name}`).join(', ') || null)
    const facts = { id: line.id, stayId: line.stayId, at: context.now, note, batchId: input.batchId }
    writeMove(db, context, 'canteen', amount, facts)
    for (const { item, quantity } of bought) {
      insertCanteenLine(db, { move_id: line.id, item_id: item.id, quantity, price: item.price })
    }
  }
  const amount = purchases.reduce((sum, purchase) => sum + purchase.amount, 0)
  context.audit({
    action: 'deposit.spent',
    subject: { kind: 'canteen-list', id: input.batchId },
    facts: { people: wanted.size, amount },
  })
  return { moves: purchases.length, amount }
}
