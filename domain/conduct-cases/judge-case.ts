import { refuse } from '../contacts/limit.ts'
import type { Problem } from '../errors.ts'
import { procedureRule, numberOf, rangeOf, type RuleBook } from '../law/rule-book.ts'
import { procedureRegime } from '../law/regime.ts'
import { fullCitation } from '../law/sources.ts'
import { addDays, daysBetween, formatDay, type Day } from '../time/day.ts'
import {
  CASE_FORM_LABELS,
  FORM_RULE,
  formsOf,
  type CaseForm,
  type CaseKind,
  type CouncilMember,
} from './case-kinds.ts'
import { daysCovered, spansTogether, zoneSpanText, type ZoneSpan } from './zone-days.ts'

function problem(code: string, message: string, field: string): Problem {
  return { code, message, field }
}

/** The form must be one that the law of the day of the act knows (INC-10, INC-12). */
export function judgeForm(kind: CaseKind, form: CaseForm, on: Day, book: RuleBook): Problem[] {
  const known = formsOf(kind, procedureRegime(on))
  if (known.includes(form)) return []
  const rule = procedureRule(book, FORM_RULE[kind], on) ?? null
  const fact = `Ngày ${formatDay(on)} không có hình thức “${CASE_FORM_LABELS[form]}”`
  const remedy = `Chọn: ${known.map((one) => CASE_FORM_LABELS[one].toLocaleLowerCase('vi')).join(', ')}.`
  return [refuse(rule, { code: 'case-form', fact, remedy, field: 'form' })]
}

/** Who sits on the council: enough people by CASE-05, nobody twice. */
export function judgeCouncil(members: readonly CouncilMember[], on: Day, book: RuleBook): Problem[] {
  const least = rangeOf(procedureRule(book, 'CASE-05', on))?.min ?? 1
  const names = members.map(({ name }) => name.trim().toLocaleLowerCase('vi'))
  const twice = members.find(
    ({ name }, index) => names.indexOf(name.trim().toLocaleLowerCase('vi')) !== index,
  )
  if (twice) {
    const message = `${twice.name} được ghi hai lần trong hội đồng. Bỏ một dòng.`
    return [problem('council-twice', message, 'members')]
  }
  if (members.length >= least) return []
  const message = `Hội đồng có ${members.length} người, mức của cơ sở ít nhất ${least} người (CASE-05). Ghi thêm thành viên.`
  return [problem('council-few', message, 'members')]
}

/** Votes of a council that has met. */
export function countVotes(members: readonly CouncilMember[]): {
  for: number
  against: number
  abstain: number
} {
  const count = (vote: CouncilMember['vote']) => members.filter((one) => one.vote === vote).length
  return { for: count('for'), against: count('against'), abstain: count('abstain') }
}

/** The council has met: not in the future, everybody's vote written down. */
export function judgeHearing(members: readonly CouncilMember[], metOn: Day, today: Day): Problem[] {
  if (metOn > today) {
    const message = `Hội đồng hẹn họp ngày ${formatDay(metOn)}, chưa họp. Ghi kết quả sau khi họp hoặc đổi ngày họp.`
    return [problem('council-future', message, 'at')]
  }
  const silent = members.find(({ vote }) => vote === null)
  if (!silent) return []
  return [problem('council-votes', `Ghi biểu quyết của ${silent.name}.`, 'members')]
}

/** Days of a measure, first and last counted. */
export function measureDays(from: Day, to: Day): number {
  return daysBetween(from, to) + 1
}

/** The measure a decision gives, its days inclusive. */
export interface Measure {
  form: CaseForm
  fromOn: Day
  toOn: Day | null
  reviewOn: Day | null
}

function tooLong(id: 'INC-11a' | 'INC-11b', from: Day, to: Day, on: Day, book: RuleBook): Problem[] {
  const rule = procedureRule(book, id, on)
  const most = rangeOf(rule)?.max
  const days = measureDays(from, to)
  if (rule === undefined || most === undefined || days <= most) return []
  const fact = `${rule.title}: ${days} ngày, quá mức ${most} ngày của cơ sở`
  const remedy = `Chọn đến ngày ${formatDay(addDays(from, most - 1))} hoặc trước đó; mức này đổi ở Quy định (${id}).`
  return [refuse(rule, { code: 'zone-too-long', fact, remedy, field: 'toOn' })]
}

/** What the days of a measure are held against. */
export interface MeasureGround {
  book: RuleBook
  /** Other decisions by which the same person is, was or will be in the special zone. */
  before: readonly ZoneSpan[]
}

/** Decisions that follow one another closely (INC-11d) last no longer together than one that is extended (INC-11b). */
function tooLongTogether(from: Day, to: Day, on: Day, { book, before }: MeasureGround): Problem[] {
  const rule = procedureRule(book, 'INC-11b', on)
  const most = rangeOf(rule)?.max
  const within = numberOf(procedureRule(book, 'INC-11d', on))
  if (rule === undefined || most === undefined || within === undefined) return []
  const others = (toOn: Day) => spansTogether({ fromOn: from, toOn }, before, within)
  const sum = (toOn: Day) => daysCovered([{ fromOn: from, toOn }, ...others(toOn)])
  if (sum(to) <= most) return []
  let last = to
  while (last >= from && sum(last) > most) last = addDays(last, -1)
  const named = others(to).map(zoneSpanText).join(', ')
  const fact = `Cộng với ${named} là ${sum(to)} ngày ở khu dành riêng, quá mức ${most} ngày của cơ sở (INC-11b, tính chung các quyết định cách nhau dưới ${within} ngày: INC-11d)`
  const choice = last < from ? 'Chọn hình thức khác' : `Chọn đến ngày ${formatDay(last)} hoặc trước đó`
  const remedy = `${choice}; mức này đổi ở Quy định.`
  return [refuse(rule, { code: 'zone-together', fact, remedy, field: 'toOn' })]
}

/** The next review of somebody in the special zone: set, within INC-11c of the day before, not after the last day. */
function judgeReview(measure: Measure, after: Day, on: Day, book: RuleBook): Problem[] {
  const { toOn, reviewOn } = measure
  const rule = procedureRule(book, 'INC-11c', on)
  const days = numberOf(rule)
  if (rule === undefined || days === undefined || toOn === null) return []
  const latest = addDays(after, days)
  if (toOn <= latest && reviewOn === null) return []
  const least = toOn < latest ? toOn : latest
  if (reviewOn === null || reviewOn <= after || reviewOn > least) {
    const fact = `${rule.title} ${days} ngày`
    const remedy = `Chọn ngày xem lại sau ${formatDay(after)}, muộn nhất ${formatDay(least)}.`
    return [refuse(rule, { code: 'zone-review', fact, remedy, field: 'reviewOn' })]
  }
  return []
}

/**
 * The days of a measure: in order; for the special zone with an end within INC-11a, together with others within INC-11b,
 * and a review within INC-11c.
 */
export function judgeMeasure(measure: Measure, decidedOn: Day, ground: MeasureGround): Problem[] {
  const { book } = ground
  const { form, fromOn, toOn } = measure
  if (fromOn < decidedOn)
    return [
      problem('measure-early', 'Biện pháp không bắt đầu trước ngày quyết định. Sửa lại ngày.', 'fromOn'),
    ]
  if (toOn !== null && toOn < fromOn)
    return [problem('measure-days', 'Ngày kết thúc trước ngày bắt đầu. Sửa lại ngày.', 'toOn')]
  if (form !== 'special-zone') return []
  if (toOn === null) {
    const rule = procedureRule(book, 'INC-11a', decidedOn) ?? null
    const fact = 'Đưa vào khu dành riêng phải có ngày kết thúc'
    return [refuse(rule, { code: 'zone-open', fact, remedy: 'Chọn ngày kết thúc.', field: 'toOn' })]
  }
  const long = tooLong('INC-11a', fromOn, toOn, decidedOn, book)
  const together = long.length > 0 ? long : tooLongTogether(fromOn, toOn, decidedOn, ground)
  return together.length > 0 ? together : judgeReview(measure, fromOn, decidedOn, book)
}

/** A later end of a measure in force: later than before, and for the special zone within INC-11b in all. */
export function judgeExtension(
  measure: Measure & { toOn: Day },
  before: Day,
  decidedOn: Day,
  ground: MeasureGround,
): Problem[] {
  const { book } = ground
  if (measure.toOn <= before) {
    const message = `Đang thi hành đến ${formatDay(before)}. Chọn ngày sau đó.`
    return [problem('extension-days', message, 'toOn')]
  }
  if (measure.form !== 'special-zone') return []
  const { fromOn, toOn } = measure
  const long = tooLong('INC-11b', fromOn, toOn, decidedOn, book)
  const together = long.length > 0 ? long : tooLongTogether(fromOn, toOn, decidedOn, ground)
  return together.length > 0 ? together : judgeReview(measure, decidedOn, decidedOn, book)
}

/** What a decision rests on. */
export interface DecisionCase {
  form: CaseForm
  decidedOn: Day
  proposedOn: Day
  /** Day of the council; null when none has met. */
  heardOn: Day | null
  votes: { for: number; against: number }
  comment: string | null
  today: Day
}

/** A decision: on a day it could be signed, by a council where CASE-06 asks for one, with words where it did not agree. */
export function judgeDecision(asked: DecisionCase, book: RuleBook): Problem[] {
  const { decidedOn, proposedOn, heardOn, today } = asked
  const since = heardOn ?? proposedOn
  if (decidedOn > today)
    return [
      problem('decision-future', 'Ngày quyết định ở tương lai. Chọn hôm nay hoặc trước đó.', 'decidedOn'),
    ]
  if (decidedOn < since) {
    const what = heardOn === null ? 'ngày đề xuất' : 'ngày họp hội đồng'
    const message = `Ngày quyết định trước ${what} ${formatDay(since)}. Sửa lại ngày.`
    return [problem('decision-early', message, 'decidedOn')]
  }
  const council = procedureRule(book, 'CASE-06', decidedOn)
  if (asked.form === 'special-zone' && heardOn === null && council?.value === true) {
    const message = `${council.title} (CASE-06, mức của cơ sở, ${fullCitation(council.source)}). Hẹn họp hội đồng trước.`
    return [problem('council-missing', message, 'form')]
  }
  if (heardOn !== null && asked.votes.against >= asked.votes.for && asked.comment === null) {
    const message = 'Hội đồng không tán thành. Ghi lý do vẫn quyết định, hoặc chọn “Không xử lý”.'
    return [problem('council-against', message, 'comment')]
  }
  return []
}

/** The dossier of a serious violation: asked for by D116 Điều 60 only, of the day of the violation (INC-13). */
export function judgeSerious(occurredOn: Day, sentOn: Day, today: Day, book: RuleBook): Problem[] {
  if (procedureRule(book, 'INC-13', occurredOn) === undefined) {
    const message =
      'Nghị định 163/2026/NĐ-CP không còn việc lập hồ sơ này (INC-13, Nghị định 116/2021/NĐ-CP Điều 60, đến 30/06/2026). Vi phạm có dấu hiệu tội phạm thì báo cơ quan điều tra.'
    return [problem('serious-regime', message, 'sentOn')]
  }
  if (sentOn < occurredOn || sentOn > today) {
    const message = 'Ngày gửi hồ sơ phải từ ngày vi phạm đến hôm nay. Sửa lại ngày.'
    return [problem('serious-day', message, 'sentOn')]
  }
  return []
}
