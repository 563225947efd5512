import type { Problem } from '../errors.ts'
import type { TermRegime, Track } from '../stay/track.ts'
import { ageOn, formatDay, type Day } from '../time/day.ts'
import { numberOf, rangeOf, termRule, type RuleBook } from './rule-book.ts'
import type { TermRule } from './rule.ts'
import { fullCitation } from './sources.ts'

/** What fixes the length of a term. `decidedOn` may be unknown when the stay keeps its regime; `birthOn` too. */
export interface TermFacts {
  track: Track
  regime: TermRegime
  decidedOn: Day | null
  startOn: Day
  termMonths: number | null
  ordinal: number | null
  birthOn: Day | null
}

export interface FixedTerm {
  months: number
  rule: TermRule
  minor: boolean
}

function refused(code: string, message: string, field: string): { refused: Problem[] } {
  return { refused: [{ code, message, field }] }
}

function ruleMissing(id: string, regime: TermRegime): { refused: Problem[] } {
  const message = `Bảng quy định thiếu dòng ${id} của ${regime}. Khôi phục dòng này trong phần quy định.`
  return refused('rule-missing', message, 'rules')
}

function fixedByOrdinal(
  facts: TermFacts,
  book: RuleBook,
  minor: boolean,
): FixedTerm | { refused: Problem[] } {
  if (facts.ordinal === null || facts.ordinal < 1) {
    return refused(
      'ordinal-missing',
      'Chưa có số lần cai nghiện. Ghi lần thứ mấy để biết thời hạn 24 hay 36 tháng.',
      'ordinal',
    )
  }
  const id = facts.ordinal === 1 ? 'TERM-04' : 'TERM-05'
  const rule = termRule(book, id, facts.regime)
  const months = numberOf(rule)
  if (rule === undefined || months === undefined) return ruleMissing(id, facts.regime)
  if (facts.termMonths !== null && facts.termMonths !== months) {
    const which = facts.ordinal === 1 ? 'lần đầu' : 'từ lần thứ hai'
    const message = `Thời hạn ${facts.termMonths} tháng trái quy định: cai nghiện ${which} là đúng ${months} tháng (${fullCitation(rule.source)}). Kiểm tra lại quyết định và số lần cai nghiện.`
    return refused('term-out-of-bounds', message, 'termMonths')
  }
  return { months, rule, minor }
}

function fixedByDecision(
  facts: TermFacts,
  book: RuleBook,
  minor: boolean,
): FixedTerm | { refused: Problem[] } {
  const id = facts.track === 'voluntary' ? 'TERM-01' : minor ? 'TERM-03' : 'TERM-02'
  const rule = termRule(book, id, facts.regime)
  const bounds = rangeOf(rule)
  if (rule === undefined || bounds === undefined) return ruleMissing(id, facts.regime)
  const { min = 1, max = Number.POSITIVE_INFINITY } = bounds
  if (facts.termMonths === null) {
    const message = `Chưa có thời hạn. Ghi số tháng trong quyết định, từ ${min} đến ${max} tháng (${fullCitation(rule.source)}).`
    return refused('term-missing', message, 'termMonths')
  }
  if (facts.termMonths < min || facts.termMonths > max) {
    const message = `Thời hạn ${facts.termMonths} tháng ngoài khung ${min} đến ${max} tháng: ${rule.title.toLowerCase()} (${fullCitation(rule.source)}). Kiểm tra lại quyết định.`
    return refused('term-out-of-bounds', message, 'termMonths')
  }
  return { months: facts.termMonths, rule, minor }
}

/**
 * The months of a term and the rule they follow: by the ordinal under Luật 120/2025 (Điều 29.1), by the decision
 * within its bounds under Luật 73/2021 (Điều 31.1, 33.3; XLVPHC Điều 95.2). Age counts on the day of the decision.
 */
export function fixTerm(facts: TermFacts, book: RuleBook): FixedTerm | { refused: Problem[] } {
  const ageDay = facts.decidedOn ?? facts.startOn
  const age = facts.birthOn === null ? null : ageOn(facts.birthOn, ageDay)
  if (facts.birthOn !== null && facts.birthOn > ageDay) {
    const message = `Ngày sinh ${formatDay(facts.birthOn)} sau ngày quyết định ${formatDay(ageDay)}. Kiểm tra lại hai ngày này.`
    return refused('birth-after-decision', message, 'birthOn')
  }
  const youngest = termRule(book, 'AGE-01', facts.regime)
  const leastAge = numberOf(youngest) ?? 0
  if (youngest !== undefined && age !== null && age < leastAge) {
    const message = `Ngày ${formatDay(ageDay)} người này mới ${age} tuổi, chưa đủ ${leastAge} tuổi (${fullCitation(youngest.source)}). Kiểm tra lại ngày sinh và ngày quyết định.`
    return refused('too-young', message, 'birthOn')
  }
  const minor = age !== null && age < (numberOf(termRule(book, 'AGE-02', facts.regime)) ?? 0)
  const bySpan = facts.regime === 'R73'
  return bySpan ? fixedByDecision(facts, book, minor) : fixedByOrdinal(facts, book, minor)
}
