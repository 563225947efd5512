import type { Problem } from '../errors.ts'
import type { TermRegime } from '../stay/track.ts'
import { dayNumber, formatDay, type Day } from '../time/day.ts'
import type { ClockSettings } from './clock-settings.ts'
import { procedureRegime } from './regime.ts'
import { rangeOf, termRule, type RuleBook } from './rule-book.ts'
import type { TermRule } from './rule.ts'
import { fullCitation } from './sources.ts'

/** A decision to reduce a term by whole months, and the term it meets. */
export interface Reduction {
  on: Day
  months: number
  /** Null while there is no decision. */
  regime: TermRegime | null
  voluntary: boolean
  /** First day of the term, days held taken off. */
  servedFrom: Day
  endOn: Day | null
}

function refused(code: string, message: string): { refused: Problem[] } {
  return { refused: [{ code, message, field: 'events' }] }
}

function within(rule: TermRule | undefined, months: number): boolean {
  const bounds = rangeOf(rule)
  return bounds !== undefined && months >= (bounds.min ?? 1) && months <= (bounds.max ?? months)
}

/**
 * Whether a term can be reduced so: only compulsory terms under Luật 73/2021, by 1-3 months, or 3-6 with merit
 * (D116 Điều 58.1; none under L120 Điều 39). Doubts the law leaves open come back as a note, not a refusal.
 */
export function checkReduction(
  reduction: Reduction,
  book: RuleBook,
  settings: ClockSettings,
): { rule: TermRule; note: string | undefined } | { refused: Problem[] } {
  const { on, months, regime } = reduction
  if (regime === null) {
    return refused(
      'reduction-without-term',
      `Chưa có quyết định nên không có thời hạn để giảm (ngày ${formatDay(on)}).`,
    )
  }
  const none = termRule(book, 'RED-04', regime)
  if (none?.value === false) {
    const message = `Thời hạn theo Luật 120/2025 không được giảm (${fullCitation(none.source)}). Xóa sự việc giảm ngày ${formatDay(on)} hoặc kiểm tra lại ngày quyết định.`
    return refused('reduction-not-allowed', message)
  }
  const short = termRule(book, 'RED-01', regime)
  const long = termRule(book, 'RED-02', regime)
  if (reduction.voluntary) {
    const message = `Chỉ giảm thời hạn cai nghiện bắt buộc (${fullCitation('D116 Điều 58')}). Xóa sự việc giảm ngày ${formatDay(on)}.`
    return refused('reduction-not-allowed', message)
  }
  const rule = within(short, months) ? short : long
  if (rule === undefined || !within(rule, months)) {
    const most = rangeOf(long)?.max ?? 0
    const message = `Mức giảm ${months} tháng trái quy định: mỗi lần từ ${rangeOf(short)?.min ?? 1} đến ${most} tháng (${fullCitation('D116 Điều 58.1')}). Kiểm tra lại quyết định.`
    return refused('reduction-out-of-bounds', message)
  }
  const late = procedureRegime(on) === 'R120'
  if (late && !settings.r73ReducedUnderR120) {
    const message = `Từ 01/07/2026 cơ sở không áp dụng việc giảm thời hạn theo Nghị định 116/2021/NĐ-CP (thiết lập của cơ sở). Kiểm tra lại quyết định ngày ${formatDay(on)}.`
    return refused('reduction-not-allowed', message)
  }
  const notes: string[] = []
  if (late) notes.push('Văn bản chưa nói rõ việc giảm còn áp dụng từ 01/07/2026 hay không.')
  if (reduction.endOn !== null) {
    const served = dayNumber(on) - dayNumber(reduction.servedFrom)
    const whole = dayNumber(reduction.endOn) - dayNumber(reduction.servedFrom)
    if (served * 2 < whole)
      notes.push('Khi giảm chưa chấp hành đủ một nửa thời hạn: kiểm tra lại quyết định.')
  }
  return { rule, note: notes.length === 0 ? undefined : notes.join(' ') }
}
