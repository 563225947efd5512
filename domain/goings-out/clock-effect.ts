import type { LawRule, RuleConfidence } from '../law/rule.ts'
import { termRule, type RuleBook } from '../law/rule-book.ts'
import { fullCitation } from '../law/sources.ts'
import type { TermRegime } from '../stay/track.ts'
import { OUTING_KIND_LABELS, OUTING_RULES, type OutingKind } from './outing-kinds.ts'

/** What an outing does to the term, as it is said before it is saved. */
export interface ClockEffect {
  counts: boolean
  sentence: string
  rule: string | null
  /** Null where the law that fixed the term says nothing. */
  confidence: RuleConfidence | null
}

function sourceOf(rule: LawRule): string {
  return `${rule.id}, ${fullCitation(rule.source)}`
}

/**
 * Whether the time outside counts towards the term (TERM-10..13), by the law that fixed the term. What no row says
 * counts, as the stay clock has it, and is marked as unsettled.
 */
export function clockEffect(kind: OutingKind, regime: TermRegime | null, book: RuleBook): ClockEffect {
  const label = OUTING_KIND_LABELS[kind].toLocaleLowerCase('vi')
  if (kind === 'transfer') {
    const sentence = 'Đợt ở cơ sở này kết thúc; thời hạn còn lại chấp hành tiếp ở nơi đến.'
    return { counts: true, sentence, rule: null, confidence: null }
  }
  if (regime === null) {
    const sentence = 'Chưa có quyết định nên chưa tính thời hạn; thời gian này ở trong thời gian lập hồ sơ.'
    return { counts: true, sentence, rule: null, confidence: null }
  }
  const id = OUTING_RULES[kind].clockRule
  if (id === null) {
    const sentence = `Thời gian ${label} được tính vào thời hạn: học viên vẫn do cơ sở quản lý.`
    return { counts: true, sentence, rule: null, confidence: null }
  }
  const rule = termRule(book, id, regime)
  if (rule === undefined) {
    const sentence = `Thời gian ${label} được tính vào thời hạn theo thiết lập; luật ấn định thời hạn không nói đến (${id}).`
    return { counts: true, sentence, rule: id, confidence: 'unsettled' }
  }
  const counts = rule.value !== false
  const word = counts ? 'được tính' : 'không được tính'
  const open = rule.confidence === 'unsettled' && rule.note ? ` ${rule.note}.` : ''
  const sentence = `Thời gian ${label} ${word} vào thời hạn (${sourceOf(rule)}).${open}`
  return { counts, sentence, rule: id, confidence: rule.confidence }
}
