import { contactRule, type ContactSettings } from '../contacts/limit.ts'
import { procedureRule, rangeOf, termRule, numberOf, type RuleBook } from '../law/rule-book.ts'
import type { LawRule } from '../law/rule.ts'
import { RULE_CONFIDENCE_LABELS } from '../law/rule.ts'
import { fullCitation } from '../law/sources.ts'
import type { TermRegime } from '../stay/track.ts'
import type { Day } from '../time/day.ts'
import type { CaseForm, CaseKind } from './case-kinds.ts'
import { RATING_RULE } from './rating-effect.ts'

/** What follows from a case, with the rule it follows from. */
export interface CaseEffect {
  rule: string
  text: string
  article: string
  confidence: string
  isUnsettled: boolean
}

function effect(rule: LawRule, text: string): CaseEffect {
  return {
    rule: rule.id,
    text,
    article: fullCitation(rule.source),
    confidence: RULE_CONFIDENCE_LABELS[rule.confidence],
    isUnsettled: rule.confidence === 'unsettled',
  }
}

/** The sentence a rule holds; empty for numbers and flags. */
function wordsOf({ value }: LawRule): string {
  return typeof value === 'string' ? value : ''
}

interface EffectCase {
  kind: CaseKind
  form: CaseForm
  /** Day of the decision, or today while there is none. */
  on: Day
  occurredOn: Day
  isSerious: boolean
  termRegime: TermRegime | null
}

/** Whether somebody whose discipline is considered or served receives no visits that day (DAY-17d, Q1567 Điều 24). */
export function stopsVisits(book: RuleBook, settings: ContactSettings, on: Day): boolean {
  return contactRule(book, settings, 'DAY-17d', on) !== undefined
}

/**
 * What a case means beyond itself: visits (DAY-17d), the month's rating (CON-04, CON-05), a shorter term (RED-01,
 * RED-02, RED-04), the days in the special zone (INC-11), the dossier of a serious violation (INC-13).
 */
export function effectsOf(asked: EffectCase, book: RuleBook, settings: ContactSettings): CaseEffect[] {
  const { kind, form, on, termRegime } = asked
  const found: CaseEffect[] = []
  const rating = procedureRule(book, RATING_RULE[form] ?? 'CON-05', on)
  if (kind === 'violation') {
    const visits = procedureRule(book, 'DAY-17d', on)
    if (visits !== undefined) {
      const text = stopsVisits(book, settings, on)
        ? 'Không thăm gặp, gọi điện khi đang bị xem xét (từ lúc hẹn họp hội đồng) và trong thời gian thi hành.'
        : 'Vẫn được thăm gặp: cơ sở không áp dụng tiếp Quyết định 1567 (đặt ở Thăm gặp, Quy định).'
      found.push(effect(visits, text))
    }
    if (rating) found.push(effect(rating, `Xếp loại tháng: đề xuất không quá ${wordsOf(rating)}.`))
  } else if (rating) {
    found.push(effect(rating, `Xếp loại tháng: đề xuất cao hơn ${numberOf(rating) ?? 1} mức.`))
  }
  found.push(...termEffects(kind, form, termRegime, book))
  if (form === 'special-zone') {
    const one = procedureRule(book, 'INC-11a', on)
    const all = rangeOf(procedureRule(book, 'INC-11b', on))?.max
    const review = numberOf(procedureRule(book, 'INC-11c', on))
    const within = numberOf(procedureRule(book, 'INC-11d', on))
    if (one) {
      const text = `Chưa tìm thấy văn bản quy định số ngày tối đa ở khu dành riêng. Mức của cơ sở: ${rangeOf(one)?.max} ngày một quyết định, ${all} ngày kể cả kéo dài và các quyết định cách nhau dưới ${within} ngày, xem lại sau mỗi ${review} ngày.`
      found.push(effect(one, text))
    }
  }
  const serious = procedureRule(book, 'INC-13', asked.occurredOn)
  if (asked.isSerious && serious) found.push(effect(serious, `${serious.title}: ${wordsOf(serious)}.`))
  return found
}

function termEffects(
  kind: CaseKind,
  form: CaseForm,
  regime: TermRegime | null,
  book: RuleBook,
): CaseEffect[] {
  if (regime === null) return []
  const none = termRule(book, 'RED-04', regime)
  if (none?.value === false)
    return [
      effect(none, 'Luật tính thời hạn của học viên không có giảm thời hạn: không ảnh hưởng ngày hết hạn.'),
    ]
  const monthly = termRule(book, 'RED-01', regime)
  if (kind === 'violation') {
    const text = 'Tháng xếp dưới khá làm đứt số tháng liên tiếp để xét giảm thời hạn.'
    return monthly ? [effect(monthly, text)] : []
  }
  if (form !== 'propose-reduction') return []
  const merit = termRule(book, 'RED-02', regime)
  const range = rangeOf(merit)
  return merit
    ? [effect(merit, `Lập công được xét giảm từ ${range?.min} đến ${range?.max} tháng; Tòa án quyết định.`)]
    : []
}
