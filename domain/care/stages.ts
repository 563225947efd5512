import type { Problem } from '../errors.ts'
import { procedureRegime } from '../law/regime.ts'
import { numberOf, procedureRule, rangeOf, type RuleBook } from '../law/rule-book.ts'
import { fullCitation } from '../law/sources.ts'
import type { ProcedureRule } from '../law/rule.ts'
import { addDays, addMonths, daysBetween, formatDay, type Day } from '../time/day.ts'

/** The five stages of rehabilitation, in their order (D163 Điều 84-88; D116 Điều 22-26). */
export const STAGES = [1, 2, 3, 4, 5] as const
export type Stage = (typeof STAGES)[number]

export const STAGE_LABELS: Record<Stage, string> = {
  1: 'Tiếp nhận, phân loại',
  2: 'Cắt cơn, giải độc, điều trị',
  3: 'Giáo dục, tư vấn, phục hồi hành vi',
  4: 'Lao động trị liệu, học nghề',
  5: 'Chuẩn bị tái hòa nhập',
}

const STAGE_RULES: Record<Stage, string> = { 1: 'ST-1', 2: 'ST-2', 3: 'ST-3', 4: 'ST-4', 5: 'ST-5' }

/** How a stage, or a part of a plan, went (Mẫu 18 of D163). */
export const STAGE_RESULTS = ['good', 'pass', 'fail'] as const
export type StageResult = (typeof STAGE_RESULTS)[number]

export const STAGE_RESULT_LABELS: Record<StageResult, string> = {
  good: 'Tốt',
  pass: 'Đạt',
  fail: 'Không đạt',
}

/** A stage as recorded. */
export interface StageSpan {
  stage: Stage
  startedOn: Day
  endedOn: Day | null
  result: StageResult | null
}

/** What the stages of a stay are judged by. */
export interface StageCase {
  /** Records that were not withdrawn. */
  records: readonly StageSpan[]
  receivedOn: Day
  /** Last day of the term; null while it cannot be computed. */
  endOn: Day | null
  today: Day
}

/** Hard problems forbid; soft ones ask for a reason. */
export interface StageVerdict {
  hard: Problem[]
  soft: Problem[]
}

function ruleOf(book: RuleBook, stage: Stage, on: Day): ProcedureRule | undefined {
  return procedureRule(book, STAGE_RULES[stage], on)
}

function cite(rule: ProcedureRule | undefined): string {
  return rule === undefined ? '' : ` (${rule.id}, ${fullCitation(rule.source)})`
}

function passed(records: readonly StageSpan[], stage: Stage): StageSpan | undefined {
  return records.find((one) => one.stage === stage && one.endedOn !== null && one.result !== 'fail')
}

/** First day on which a stage may end, by the rule in force on `on`; null where the law sets no least length. */
function earliestEnd(book: RuleBook, stage: Stage, startedOn: Day, on: Day): Day | null {
  const rule = ruleOf(book, stage, on)
  if (stage === 5) return null
  const min = rangeOf(rule)?.min
  if (rule === undefined || min === undefined) return null
  return rule.unit === 'months' ? addMonths(startedOn, min) : addDays(startedOn, min)
}

/** Last day on which a stage should end, by the rule in force on `on`; null where the law sets none. */
export function latestEnd(book: RuleBook, stage: Stage, startedOn: Day, on: Day): Day | null {
  if (stage === 5) return null
  const max = rangeOf(ruleOf(book, stage, on))?.max
  return max === undefined ? null : addDays(startedOn, max)
}

/** First day of stage 5: so many days before the end as ST-5 says on that day; null without an end or a rule. */
export function reintegrationFrom(book: RuleBook, endOn: Day | null): Day | null {
  if (endOn === null) return null
  const days = numberOf(ruleOf(book, 5, endOn))
  return days === undefined ? null : addDays(endOn, -days)
}

function judgeOrder(it: StageCase, stage: Stage, on: Day, book: RuleBook): StageVerdict {
  const verdict: StageVerdict = { hard: [], soft: [] }
  const rule = ruleOf(book, stage, on)
  if (stage === 2 && !passed(it.records, 1)) {
    const message = `Giai đoạn 1 chưa kết thúc${cite(ruleOf(book, 1, on))}. Kết thúc giai đoạn 1 trước, hoặc ghi lý do bắt đầu điều trị ngay.`
    verdict.soft.push({ code: 'stage-order', message, field: 'startedOn' })
  }
  if (stage === 3 || stage === 4) {
    const second = passed(it.records, 2)
    if (!second) {
      const message = `Giai đoạn 2 chưa kết thúc đạt${cite(rule)}. Kết thúc giai đoạn 2 trước khi bắt đầu giai đoạn ${stage}.`
      verdict.hard.push({ code: 'stage-order', message, field: 'startedOn' })
    } else if (second.endedOn !== null && on < second.endedOn) {
      const message = `Giai đoạn 2 kết thúc ngày ${formatDay(second.endedOn)}; giai đoạn ${stage} bắt đầu từ ngày đó${cite(rule)}.`
      verdict.hard.push({ code: 'stage-order', message, field: 'startedOn' })
    }
  }
  if (stage === 5) {
    if (!passed(it.records, 3)) {
      const message = `Giai đoạn 3 chưa kết thúc đạt${cite(ruleOf(book, 3, on))}. Kết thúc giai đoạn 3 trước, hoặc ghi lý do.`
      verdict.soft.push({ code: 'stage-order', message, field: 'startedOn' })
    }
    const from = reintegrationFrom(book, it.endOn)
    if (it.endOn === null) {
      const message = 'Chưa tính được ngày hết thời hạn. Bổ sung quyết định, thời hạn; hoặc ghi lý do.'
      verdict.soft.push({ code: 'stage-no-end', message, field: 'startedOn' })
    } else if (from !== null && on < from && procedureRegime(on) === 'R120') {
      const message = `Giai đoạn 5 là ${daysBetween(from, it.endOn)} ngày trước khi hết thời hạn${cite(rule)}: bắt đầu từ ${formatDay(from)}.`
      verdict.hard.push({ code: 'stage-too-early', message, field: 'startedOn' })
    }
  }
  return verdict
}

/** May this stage begin on this day? Names the rule in force on the day and its article. */
export function judgeStageStart(it: StageCase, stage: Stage, on: Day, book: RuleBook): StageVerdict {
  const hard: Problem[] = []
  if (on > it.today)
    hard.push({ code: 'in-future', message: 'Ngày bắt đầu ở tương lai. Chọn lại ngày.', field: 'startedOn' })
  if (on < it.receivedOn) {
    const message = `Người này được tiếp nhận ngày ${formatDay(it.receivedOn)}. Chọn ngày từ đó trở đi.`
    hard.push({ code: 'before-reception', message, field: 'startedOn' })
  }
  const open = it.records.find((one) => one.stage === stage && one.endedOn === null)
  if (open) {
    const message = `Giai đoạn ${stage} đã bắt đầu ngày ${formatDay(open.startedOn)} và chưa kết thúc.`
    hard.push({ code: 'stage-open', message, field: 'stage' })
  } else if (passed(it.records, stage)) {
    const message = `Giai đoạn ${stage} đã kết thúc đạt. Nếu ghi nhầm, hủy dòng đó trước.`
    hard.push({ code: 'stage-done', message, field: 'stage' })
  }
  const order = judgeOrder(it, stage, on, book)
  return { hard: [...hard, ...order.hard], soft: order.soft }
}

/**
 * May an open stage end on this day with this result? Before the least length of D163 the end is refused; for a stage
 * begun under the old law the new length is not settled, so that a reason is asked.
 */
export function judgeStageEnd(
  it: StageCase,
  open: { stage: Stage; startedOn: Day },
  on: Day,
  book: RuleBook,
): StageVerdict {
  const verdict: StageVerdict = { hard: [], soft: [] }
  const { stage, startedOn } = open
  if (on > it.today)
    verdict.hard.push({
      code: 'in-future',
      message: 'Ngày kết thúc ở tương lai. Chọn lại ngày.',
      field: 'endedOn',
    })
  if (on < startedOn) {
    const message = `Giai đoạn này bắt đầu ngày ${formatDay(startedOn)}. Ngày kết thúc phải từ đó trở đi.`
    verdict.hard.push({ code: 'ended-before-start', message, field: 'endedOn' })
    return verdict
  }
  const rule = ruleOf(book, stage, on)
  const earliest = earliestEnd(book, stage, startedOn, on)
  if (earliest !== null && on < earliest) {
    const length = `${rangeOf(rule)?.min} ${rule?.unit === 'months' ? 'tháng' : 'ngày'}`
    const message = `Giai đoạn ${stage} ít nhất ${length}${cite(rule)}: sớm nhất là ${formatDay(earliest)}.`
    const isOld = procedureRegime(startedOn) === 'R73'
    if (isOld)
      verdict.soft.push({
        code: 'stage-too-short',
        message: `${message} Giai đoạn này bắt đầu theo Luật 73/2021, chưa có quy định chuyển tiếp: ghi lý do.`,
        field: 'endedOn',
      })
    else verdict.hard.push({ code: 'stage-too-short', message, field: 'endedOn' })
  }
  const latest = latestEnd(book, stage, startedOn, on)
  if (latest !== null && on > latest) {
    const message = `Giai đoạn ${stage} không quá ${rangeOf(rule)?.max} ngày${cite(rule)}: hạn là ${formatDay(latest)}. Ghi lý do quá hạn.`
    verdict.soft.push({ code: 'stage-too-long', message, field: 'endedOn' })
  }
  if (stage === 4 && it.endOn !== null && on < it.endOn && procedureRegime(on) === 'R120') {
    const message = `Giai đoạn 4 kéo dài đến hết thời hạn ${formatDay(it.endOn)}${cite(rule)}. Ghi lý do kết thúc trước.`
    verdict.soft.push({ code: 'stage-before-term', message, field: 'endedOn' })
  }
  return verdict
}

/** How an open stage stands on a day. */
export interface StageStanding {
  days: number
  /** `under`: may not end yet; `over`: should have ended; `ready`: may end. */
  state: 'under' | 'ready' | 'over'
  earliestEnd: Day | null
  latestEnd: Day | null
  /** Article behind the bounds; null where the law sets none. */
  article: string | null
}

/** How many days an open stage has lasted, and whether it is under its least or over its greatest length. */
export function stageStanding(
  book: RuleBook,
  open: { stage: Stage; startedOn: Day },
  today: Day,
): StageStanding {
  const { stage, startedOn } = open
  const earliest = earliestEnd(book, stage, startedOn, today)
  const latest = latestEnd(book, stage, startedOn, today)
  const rule = ruleOf(book, stage, today)
  return {
    days: daysBetween(startedOn, today),
    state:
      latest !== null && today > latest ? 'over' : earliest !== null && today < earliest ? 'under' : 'ready',
    earliestEnd: earliest,
    latestEnd: latest,
    article: rule === undefined ? null : fullCitation(rule.source),
  }
}
