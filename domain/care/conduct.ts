import { CASE_FORM_LABELS, type CaseForm, type CaseKind } from '../conduct-cases/case-kinds.ts'
import { RATING_RULE } from '../conduct-cases/rating-effect.ts'
import type { Problem } from '../errors.ts'
import { numberOf, procedureRule, rangeOf, termRule, type RuleBook } from '../law/rule-book.ts'
import { fullCitation } from '../law/sources.ts'
import type { TermRegime } from '../stay/track.ts'
import { addMonths, daysBetween, formatDay, type Day } from '../time/day.ts'

/** Xếp loại tháng, best first. */
export const CONDUCT_RATINGS = ['good', 'fair', 'average', 'poor'] as const
export type ConductRating = (typeof CONDUCT_RATINGS)[number]

export const CONDUCT_LABELS: Record<ConductRating, string> = {
  good: 'Tốt',
  fair: 'Khá',
  average: 'Trung bình',
  poor: 'Kém',
}

/** The key of each rating in the grid. */
export const CONDUCT_KEYS: Record<ConductRating, string> = { good: 'T', fair: 'K', average: 'B', poor: 'E' }

/** The rating of a key pressed in the grid. */
export function ratingOfKey(key: string): ConductRating | undefined {
  const upper = key.toLocaleUpperCase('vi')
  return CONDUCT_RATINGS.find((rating) => CONDUCT_KEYS[rating] === upper)
}

/** `open`: being rated; `approved`: locked by the director, reopened with a reason only. */
export const CONDUCT_MONTH_STATES = ['open', 'approved'] as const
export type ConductMonthState = (typeof CONDUCT_MONTH_STATES)[number]

export const CONDUCT_MONTH_LABELS: Record<ConductMonthState, string> = {
  open: 'Đang xếp loại',
  approved: 'Đã duyệt, khóa',
}

/** A month, `YYYY-MM`. */
export type Month = string

const MONTH_TEXT = /^\d{4}-(0[1-9]|1[0-2])$/

export function isMonth(text: string): text is Month {
  return MONTH_TEXT.test(text)
}

/** First day of a month and first day of the next. */
export function monthSpan(month: Month): { from: Day; until: Day } {
  const from = `${month}-01`
  return { from, until: addMonths(from, 1) }
}

/** The month `months` later, earlier when negative. */
export function addToMonth(month: Month, months: number): Month {
  return addMonths(`${month}-01`, months).slice(0, 7)
}

/** `2026-06` → `06/2026`. */
export function formatMonth(month: Month): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}

/** What is known of a person's month. */
export interface ConductFacts {
  receivedOn: Day
  /** Absences from sessions without a reason. */
  absences: number
  escapes: number
  /** Times back later than set. */
  lateReturns: number
  /** Disciplines and rewards decided in the month and not revoked. */
  cases: readonly DecidedCase[]
}

/** A discipline or reward with the number of its decision. */
interface DecidedCase {
  kind: CaseKind
  form: CaseForm
  number: string
}

export interface ConductProposal {
  rating: ConductRating
  /** Why it is not better, and what raised it; empty for the best without a reward. */
  reasons: string[]
}

function caseText({ form, number }: DecidedCase): string {
  return `${CASE_FORM_LABELS[form].toLocaleLowerCase('vi')} (Quyết định ${number})`
}

function worse(one: ConductRating, other: ConductRating): ConductRating {
  return CONDUCT_RATINGS.indexOf(one) > CONDUCT_RATINGS.indexOf(other) ? one : other
}

/**
 * The rating proposed for a month, with the reasons: by escapes, late returns and absences (CON-01), by how long the
 * person was here (CON-02), lowered by discipline (CON-04) and raised by reward (CON-05). The measures are the house's own; whoever rates may differ with a reason.
 */
export function proposeConduct(facts: ConductFacts, month: Month, book: RuleBook): ConductProposal {
  const { from, until } = monthSpan(month)
  const absence = rangeOf(procedureRule(book, 'CON-01', from))
  const leastDays = numberOf(procedureRule(book, 'CON-02', from)) ?? 0
  let rating: ConductRating = 'good'
  const reasons: string[] = []
  const lower = (to: ConductRating, why: string) => {
    rating = worse(rating, to)
    reasons.push(why)
  }
  if (facts.escapes > 0) lower('poor', 'bỏ trốn trong tháng')
  if (facts.lateReturns > 0) lower('average', 'trở lại cơ sở quá hạn')
  if (absence?.max !== undefined && facts.absences >= absence.max)
    lower('average', `vắng không lý do ${facts.absences} buổi`)
  else if (absence?.min !== undefined && facts.absences >= absence.min)
    lower('fair', `vắng không lý do ${facts.absences} buổi`)
  if (facts.receivedOn > from && daysBetween(facts.receivedOn, until) < leastDays)
    lower('fair', `mới vào ngày ${formatDay(facts.receivedOn)}`)
  const disciplines = facts.cases.filter(({ kind }) => kind === 'violation')
  for (const one of disciplines) {
    const bound = procedureRule(book, RATING_RULE[one.form] ?? '', from)?.value
    const to = CONDUCT_RATINGS.find((known) => CONDUCT_LABELS[known] === bound)
    if (to !== undefined) lower(to, caseText(one))
  }
  const rewards = facts.cases.filter(({ kind }) => kind === 'reward')
  const steps = numberOf(procedureRule(book, 'CON-05', from)) ?? 0
  if (rewards.length === 0 || disciplines.length > 0 || facts.escapes > 0) return { rating, reasons }
  const raised = CONDUCT_RATINGS[Math.max(0, CONDUCT_RATINGS.indexOf(rating) - steps)] ?? rating
  return { rating: raised, reasons: [...reasons, ...rewards.map((one) => `nâng: ${caseText(one)}`)] }
}

/** A rating needs words when it is `poor`, or when it differs from what was proposed. */
export function judgeRating(
  rating: ConductRating,
  proposed: ConductRating,
  reason: string | null,
): Problem[] {
  if (reason !== null && reason.trim() !== '') return []
  if (rating === 'poor')
    return [{ code: 'conduct-poor', message: 'Xếp loại Kém phải ghi lý do.', field: 'reason' }]
  if (rating === proposed) return []
  const message = `Đề xuất là ${CONDUCT_LABELS[proposed]}. Ghi lý do xếp ${CONDUCT_LABELS[rating]}.`
  return [{ code: 'conduct-differs', message, field: 'reason' }]
}

/** What the latest ratings mean for a shorter term (RED-01, R73 only). */
export interface ReductionOutlook {
  /** How many of the latest months in a row were rated at least `fair`. */
  inARow: number
  needed: number
  isMet: boolean
  article: string
}

/**
 * How many of the latest approved months were rated at least khá, against what RED-01 asks; null where the term's law
 * knows no reduction. A month without a rating breaks the row.
 * @param ratings approved ratings by month
 * @param lastMonth the latest approved month of the centre
 */
export function reductionOutlook(
  ratings: ReadonlyMap<Month, ConductRating>,
  lastMonth: Month | null,
  regime: TermRegime | null,
  book: RuleBook,
): ReductionOutlook | null {
  if (regime === null) return null
  const needed = numberOf(termRule(book, 'CON-03', regime))
  const rule = termRule(book, 'RED-01', regime)
  if (needed === undefined || rule === undefined) return null
  let inARow = 0
  for (let month = lastMonth; month !== null; month = addToMonth(month, -1)) {
    const rating = ratings.get(month)
    if (rating !== 'good' && rating !== 'fair') break
    inARow += 1
  }
  return { inARow, needed, isMet: inARow >= needed, article: fullCitation(rule.source) }
}
