import type { Problem } from '../errors.ts'
import { buildRuleBook, numberOf, procedureRule, type RuleBook } from '../law/rule-book.ts'
import { LABOUR_MONEY_RULES } from '../law/rules/labour-money.ts'
import { fullCitation } from '../law/sources.ts'
import { addDays, formatDay, type Day } from '../time/day.ts'
import { dayOf, formatInstant, type Instant } from '../time/instant.ts'
import { formatDong } from './ledger.ts'

const BOOK = buildRuleBook(LABOUR_MONEY_RULES)

/** Why money may not be written at a moment: not yet come, or the cash box was closed after it. */
export function checkMoneyMoment(at: Instant, now: Instant, closedAt: Instant | null): Problem[] {
  if (at > now) {
    const message = 'Thời điểm thu, chi ở tương lai. Chọn lại ngày giờ.'
    return [{ code: 'money-in-future', message, field: 'at' }]
  }
  if (closedAt !== null && at <= closedAt) {
    const message = `Sổ quỹ đã khóa lúc ${formatInstant(closedAt)}. Ghi khoản này vào thời điểm sau khi khóa và nêu ngày thật trong ghi chú.`
    return [{ code: 'day-closed', message, field: 'at' }]
  }
  return []
}

/** The rule under which a part of the labour money is kept for the person, as in force on the day. */
export function labourShareOn(
  day: Day,
  book: RuleBook = BOOK,
): { percent: number; article: string } | undefined {
  const rule = procedureRule(book, 'DAY-13', day)
  const percent = numberOf(rule)
  return rule && percent !== undefined ? { percent, article: fullCitation(rule.source) } : undefined
}

/** Why a share of labour money may not be credited on a day: no rule keeps one (DAY-13, D163 Điều 118.2c). */
export function checkLabourShare(day: Day, book: RuleBook = BOOK): Problem[] {
  if (labourShareOn(day, book)) return []
  const message = `Ngày ${formatDay(day)} chưa có quy định giữ lại phần tiền lao động cho học viên (DAY-13: Nghị định 163/2026/NĐ-CP Điều 118.2c, áp dụng từ 01/07/2026). Ghi là tiền gửi lưu ký nếu cơ sở trả bằng tiền.`
  return [{ code: 'labour-share-not-in-force', message, field: 'kind' }]
}

/** Why a person may not spend this much at the canteen: the house's own limit of a day. A limit of 0 is none. */
export function checkSpending(
  spending: { name: string; spentToday: number; amount: number },
  limit: number,
): Problem[] {
  const { name, spentToday, amount } = spending
  if (limit === 0 || spentToday + amount <= limit) return []
  const left = Math.max(0, limit - spentToday)
  const message = `${name} hôm nay chỉ còn được chi ${formatDong(left)}: mức chi căng-tin một ngày là ${formatDong(limit)} (cơ sở tự đặt, chưa có văn bản quy định).`
  return [{ code: 'daily-limit', message, field: 'amount' }]
}

/** From which day things nobody came for may be disposed of; `afterDays` calendar days after the end of the stay. */
export function disposableFrom(endedAt: Instant, afterDays: number): Day {
  return addDays(dayOf(endedAt), afterDays)
}

/** Why a bag may not be disposed of: its owner is here, or has not been gone long enough (DIS-06). */
export function checkDisposal(
  bag: { sealNumber: string; endedAt: Instant | null; minutes: string | null },
  afterDays: number,
  today: Day,
): Problem[] {
  const problems: Problem[] = []
  if (bag.endedAt === null) {
    const message = `Túi ${bag.sealNumber} của người còn trong cơ sở: phải trả lại khi ra (DIS-06: ${fullCitation('D163 Điều 97.3, 123.3')}), không xử lý được.`
    problems.push({ code: 'owner-here', message, field: 'kind' })
  } else if (today < disposableFrom(bag.endedAt, afterDays)) {
    const from = formatDay(disposableFrom(bag.endedAt, afterDays))
    const message = `Túi ${bag.sealNumber} còn phải giữ để trả (DIS-06: ${fullCitation('D163 Điều 97.3, 123.3')}). Chỉ xử lý từ ngày ${from}, sau ${afterDays} ngày không ai nhận (cơ sở tự đặt, chưa có văn bản quy định).`
    problems.push({ code: 'too-early', message, field: 'kind' })
  }
  if (bag.minutes === null) {
    problems.push({ code: 'minutes-missing', message: 'Ghi số biên bản xử lý tài sản.', field: 'minutes' })
  }
  return problems
}
