import { refuse } from '../contacts/limit.ts'
import type { Problem } from '../errors.ts'
import { numberOf, procedureRule, type RuleBook } from '../law/rule-book.ts'
import { addDays, formatDay, type Day } from '../time/day.ts'

/**
 * Last day on which a decision may be complained of (CASE-07, Luật Khiếu nại Điều 9).
 * @param receivedOn day the person was told of the decision; null while it was not read out
 * @returns null while nothing runs
 */
export function appealUntil(receivedOn: Day | null, book: RuleBook): Day | null {
  const days = receivedOn === null ? undefined : numberOf(procedureRule(book, 'CASE-07', receivedOn))
  return receivedOn === null || days === undefined ? null : addDays(receivedOn, days)
}

/** A complaint after CASE-07 says what kept the person from it: those days do not count. */
export function judgeAppeal(
  asked: { receivedOn: Day | null; comment: string | null },
  today: Day,
  book: RuleBook,
): Problem[] {
  const until = appealUntil(asked.receivedOn, book)
  if (until === null || today <= until || asked.comment !== null) return []
  const rule = procedureRule(book, 'CASE-07', today) ?? null
  const fact = `Thời hiệu khiếu nại đã hết ngày ${formatDay(until)}`
  const remedy =
    'Nếu vì ốm đau hoặc trở ngại khách quan, ghi rõ ở ô “Vì sao nộp muộn”; nếu không, nhận đơn ở Đơn từ và trả lời là hết thời hiệu.'
  return [refuse(rule, { code: 'appeal-late', fact, remedy, field: 'comment' })]
}
