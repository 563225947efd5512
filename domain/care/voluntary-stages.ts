import type { Problem } from '../errors.ts'
import { rangeOf, termRule, type RuleBook } from '../law/rule-book.ts'
import { RULE_CONFIDENCE_LABELS, type TermRule } from '../law/rule.ts'
import { fullCitation } from '../law/sources.ts'
import type { TermRegime, Track } from '../stay/track.ts'
import { STAGES, type Stage, type StageResult, type StageSpan } from './stages.ts'

/** What ST-6 judges: it speaks of voluntary people alone, by the law that fixed their term. */
export interface VoluntaryCase {
  track: Track | null
  regime: TermRegime | null
  /** Records that were not withdrawn. */
  records: readonly StageSpan[]
}

function ruleOf(book: RuleBook, it: VoluntaryCase): { rule: TermRule; first: number } | null {
  if (it.track !== 'voluntary' || it.regime === null) return null
  const rule = termRule(book, 'ST-6', it.regime)
  const first = rangeOf(rule)?.min
  return rule === undefined || first === undefined ? null : { rule, first }
}

function cite({ id, source, confidence }: TermRule): string {
  const doubt =
    confidence === undefined || confidence === 'verified'
      ? ''
      : `; ${RULE_CONFIDENCE_LABELS[confidence].toLocaleLowerCase('vi')}`
  return `(${id}, ${fullCitation(source)}${doubt})`
}

/**
 * What stands against letting a voluntary person go: the first stages that were not finished (ST-6, L73 Điều 29.2 and
 * D163 Điều 84-88). A reason overrides it, as the rule was not checked against its text.
 */
export function judgeVoluntaryRelease(it: VoluntaryCase, book: RuleBook): Problem[] {
  const found = ruleOf(book, it)
  if (found === null) return []
  const missing = STAGES.filter(
    (stage) =>
      stage <= found.first &&
      !it.records.some((one) => one.stage === stage && one.endedOn !== null && one.result !== 'fail'),
  )
  if (missing.length === 0) return []
  const message = `Người cai nghiện tự nguyện phải hoàn thành ít nhất ${found.first} giai đoạn đầu ${cite(found.rule)}. Chưa hoàn thành: giai đoạn ${missing.join(', ')}. Ghi lý do vào ô ghi chú để cho ra.`
  return [{ code: 'voluntary-stages', message, field: 'act.facts.note' }]
}

/** Closing one of those stages without a result that counts leaves the duty open: a reason is asked (ST-6). */
export function judgeVoluntaryEnd(
  it: VoluntaryCase,
  end: { stage: Stage; result: StageResult },
  book: RuleBook,
): Problem[] {
  const found = ruleOf(book, it)
  if (found === null || end.result !== 'fail' || end.stage > found.first) return []
  const message = `Giai đoạn ${end.stage} kết thúc không đạt: chưa đủ ${found.first} giai đoạn đầu của người cai nghiện tự nguyện ${cite(found.rule)}. Ghi lý do.`
  return [{ code: 'voluntary-stages', message, field: 'result' }]
}
