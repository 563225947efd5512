import type { RuleBook } from '../law/rule-book.ts'
import { formatDay, type Day } from '../time/day.ts'
import { ITEM_KIND_LABELS, type ItemKind, type ItemOutcome, type MailDirection } from './contact-codes.ts'
import { contactRule, refuse, type ContactSettings, type Refusal } from './limit.ts'

/** A thing in a parcel, as the one who checks it decides. */
export interface CheckedItem {
  description: string
  kind: ItemKind
  outcome: ItemOutcome
  reason: string | null
}

const NEVER: readonly ItemKind[] = ['alcohol', 'tobacco', 'stimulant', 'banned']

/** Why the things of a parcel may not be dealt with like this (DAY-20): what may not come in, what lacks a reason. */
export function judgeParcel(
  book: RuleBook,
  settings: ContactSettings,
  parcel: { on: Day; direction: MailDirection; items: readonly CheckedItem[]; returnedTo: string | null },
): Refusal[] {
  const { on, direction, items, returnedTo } = parcel
  const gifts = contactRule(book, settings, 'DAY-20', on)
  const found: Refusal[] = []
  const remedy = 'Chọn “Trả lại”, ghi lý do và người ký nhận lại.'
  for (const [index, item] of items.entries()) {
    const field = `items.${index}.outcome`
    if (direction === 'in' && item.outcome === 'accepted' && gifts?.value === false) {
      const fact = `Không nhận “${item.description}”: từ ngày ${formatDay(gifts.effectiveFrom)} chỉ nhận tiền Việt Nam gửi vào lưu ký`
      found.push(refuse(gifts, { code: 'parcel-goods', fact, remedy, field }))
    } else if (direction === 'in' && item.outcome === 'accepted' && NEVER.includes(item.kind)) {
      const what = ITEM_KIND_LABELS[item.kind].toLowerCase()
      const fact = `Không nhận “${item.description}”: ${what} không được đưa vào cơ sở`
      found.push(refuse(gifts ?? null, { code: 'parcel-banned', fact, remedy, field }))
    }
    if (item.outcome !== 'accepted' && item.reason === null) {
      const said = { code: 'parcel-reason', fact: `Chưa ghi lý do không nhận “${item.description}”` }
      found.push(refuse(null, { ...said, remedy: 'Ghi lý do.', field: `items.${index}.reason` }))
    }
  }
  if (items.some(({ outcome }) => outcome === 'returned') && returnedTo === null) {
    const fact = 'Có đồ trả lại nhưng chưa ghi người ký nhận lại'
    const said = { code: 'parcel-signature', fact, remedy: 'Ghi họ tên người ký nhận lại.' }
    found.push(refuse(null, { ...said, field: 'returnedTo' }))
  }
  return found
}
