import type { CustodyEvent } from '../custody/custody-event.ts'
import type { CustodySpan } from '../custody/custody-span.ts'
import { OUT_KIND_LABELS } from '../custody/event-kinds.ts'
import { searchDecisionOf } from '../incidents/search-decision.ts'
import type { Obligation } from '../law/due-desk.ts'
import type { DutyCode } from '../law/duties.ts'
import { numberOf, procedureRule, rangeOf } from '../law/rule-book.ts'
import type { ProcedureRule } from '../law/rule.ts'
import { fullCitation } from '../law/sources.ts'
import { addDays } from '../time/day.ts'
import { addHours, atTime, dayOf, formatInstant, type Instant } from '../time/instant.ts'
import type { ObligationRules } from './obligations-of-stay.ts'

/** What the duties around one stay are read from. */
export interface CustodyDesk {
  events: readonly CustodyEvent[]
  rules: ObligationRules
  timeline: readonly CustodySpan[]
  current: CustodySpan
  receivedAt: Instant
}

interface Owed {
  duty: DutyCode
  anchor?: string
  triggerAt: Instant
  dueAt: Instant
  what?: string
  note?: string
  opensAt?: Instant
}

/** Writes what is owed under a rule, if one is in force on the day; the row's version goes with it. */
export function owe(rule: ProcedureRule | undefined, owed: Owed): Obligation[] {
  if (rule === undefined) return []
  const { duty, anchor, triggerAt, dueAt, opensAt } = owed
  const note = [owed.note, rule.note].filter((text) => text !== undefined).join('. ')
  return [
    {
      key: anchor === undefined ? duty : `${duty}@${anchor}`,
      duty,
      rule: rule.id,
      ruleFrom: rule.effectiveFrom,
      triggerAt,
      what: owed.what ?? rule.title,
      ...(opensAt === undefined ? {} : { opensAt }),
      dueAt,
      article: fullCitation(rule.source),
      form: rule.form ?? null,
      ...(note === '' ? {} : { note }),
    },
  ]
}

/**
 * What follows from the line of custody beside the term: reception (IN-02, IN-03, IN-17, UP-12), outings and their
 * return (OUT-01, SUSP-06, LEAVE-06, HOUSE-08), escape (INC-02, INC-03, INC-05, INC-08), a bed (HOUSE-05), and the end (INC-14, INC-15,
 * TRF-01, DIS-13). Where the law names no hours the house's own rule counts (HOUSE-05..07).
 */
export function dutiesOfCustody(desk: CustodyDesk): Obligation[] {
  return [...atReception(desk), ...ofSpans(desk), ...afterEnd(desk)]
}

/** Hours within which a thing is done that the law wants done at once (HOUSE-07). */
function atOnce({ rules }: CustodyDesk, at: Instant): Instant {
  return addHours(at, numberOf(procedureRule(rules.book, 'HOUSE-07', dayOf(at))) ?? 24)
}

function atReception(desk: CustodyDesk): Obligation[] {
  const { rules, receivedAt, events } = desk
  const on = dayOf(receivedAt)
  const dueAt = atOnce(desk, receivedAt)
  const track = desk.timeline[0]?.track ?? desk.current.track
  const record = track === 'held' ? 'IN-06' : track === 'voluntary' ? 'IN-09' : 'IN-03'
  const recordRule = procedureRule(rules.book, record, on) ?? procedureRule(rules.book, 'IN-03', on)
  const found = [
    ...owe(procedureRule(rules.book, 'IN-02', on), { duty: 'IN-02', triggerAt: receivedAt, dueAt }),
    ...owe(recordRule, {
      duty: 'IN-03',
      triggerAt: receivedAt,
      dueAt,
      what: 'Lập biên bản giao nhận người vào cơ sở',
    }),
    ...owe(procedureRule(rules.book, 'IN-17', on), {
      duty: 'IN-17',
      triggerAt: receivedAt,
      dueAt,
      what: 'Cấp đồ khi vào cơ sở: màn, chăn, gối',
    }),
  ]
  if (track !== 'held') return found
  const decided = events.find((event) => event.kind === 'track-changed' && event.facts.track !== 'held')
  if (decided === undefined) return found
  return [
    ...found,
    ...owe(procedureRule(rules.book, 'UP-12', dayOf(decided.at)), {
      duty: 'UP-12',
      triggerAt: decided.at,
      dueAt: atOnce(desk, decided.at),
      what: 'Thông báo quyết định của Tòa án cho người đang được quản lý, tiếp tục cai nghiện',
    }),
  ]
}

function ofSpans(desk: CustodyDesk): Obligation[] {
  const { rules, timeline } = desk
  return timeline.flatMap((span, index): Obligation[] => {
    const before = timeline[index - 1]
    const on = dayOf(span.from)
    if (span.state === 'escaped' && before?.state !== 'escaped') return ofEscape(desk, span, before)
    if (span.state === 'out') {
      const isNew = before?.state !== 'out' || before.outKind !== span.outKind
      return isNew ? ofOuting(desk, span) : []
    }
    if (span.state !== 'inside') return []
    const found: Obligation[] = []
    if (before?.state === 'out' && before.outKind === 'funeral') {
      const rule = procedureRule(rules.book, 'LEAVE-06', on)
      const dueAt = atOnce(desk, span.from)
      found.push(...owe(rule, { duty: 'LEAVE-06', anchor: span.from, triggerAt: span.from, dueAt }))
    }
    const isLast = index === timeline.length - 1
    if (span.bedId === null && isLast) found.push(...ofBed(desk, span))
    return found
  })
}

function ofBed({ rules }: CustodyDesk, span: CustodySpan): Obligation[] {
  const rule = procedureRule(rules.book, 'HOUSE-05', dayOf(span.since))
  const hours = numberOf(rule)
  if (hours === undefined) return []
  const dueAt = addHours(span.since, hours)
  return owe(rule, { duty: 'HOUSE-05', triggerAt: span.since, dueAt, what: `Xếp giường trong ${hours} giờ` })
}

/** No text says that the decision falls away with the return: it stays due, and the desk says so when it is not made. */
function backBeforeSearch(at: Instant): string {
  return `Đã trở lại lúc ${formatInstant(at)}; không văn bản nào nói thôi ra quyết định truy tìm khi đó. Không ra thì ghi không phải làm, kèm lý do`
}

/** The decision on the search, and who must hear of the escape (INC-02, INC-03, INC-05, INC-08). */
function ofEscape(desk: CustodyDesk, span: CustodySpan, before: CustodySpan | undefined): Obligation[] {
  const { rules } = desk
  const at = span.from
  const on = dayOf(at)
  const hours = numberOf(procedureRule(rules.book, 'INC-04', on))
  const dueAt = hours === undefined ? atOnce(desk, at) : addHours(at, hours)
  const owed = { anchor: at, triggerAt: at, dueAt }
  const isBack = desk.events.some((event) => event.kind === 'recovered' && event.at === span.to)
  const searched = span.to !== null && isBack && span.to <= dueAt ? { note: backBeforeSearch(span.to) } : {}
  const situation = before?.outKind === 'funeral' ? 'funeral-leave' : 'centre'
  const decision = searchDecisionOf(rules.book, { track: span.track, situation, at })
  const found: Obligation[] = []
  if (decision !== null && decision.isOurs && !decision.isOptional) {
    const duty = SEARCH_DUTIES[decision.rule.id] ?? 'INC-02'
    const what = 'Ra quyết định truy tìm người bỏ trốn khỏi cơ sở'
    found.push(...owe(decision.rule, { ...owed, ...searched, duty, what }))
  }
  if (decision !== null && !decision.isOurs) {
    const what = 'Báo cơ quan ra quyết định giao quản lý, gia đình để cùng truy tìm'
    found.push(...owe(decision.rule, { ...owed, duty: 'INC-03/told', what }))
  }
  return [...found, ...owe(procedureRule(rules.book, 'INC-05', on), { ...owed, duty: 'INC-05' })]
}

const SEARCH_DUTIES: Readonly<Record<string, DutyCode>> = { 'INC-03': 'INC-03', 'INC-08': 'INC-08' }

function ofOuting({ rules }: CustodyDesk, span: CustodySpan): Obligation[] {
  // Funeral leave is the law's own (LEAVE-02), with or without an hour of return.
  if (span.outUntil === null || span.outKind === 'funeral') return []
  const on = dayOf(span.from)
  const base = { anchor: span.from, triggerAt: span.from, dueAt: span.outUntil }
  if (span.suspended) {
    const rule = procedureRule(rules.book, 'SUSP-06', on)
    const months = rangeOf(rule)?.min
    const what =
      months === undefined
        ? 'Hết hạn tạm đình chỉ: trở lại cơ sở'
        : `Hết hạn tạm đình chỉ: trở lại cơ sở khi thời hạn còn từ ${months} tháng`
    return owe(rule, { ...base, duty: 'SUSP-06', what })
  }
  if (span.outKind === 'proceedings') {
    const what = 'Trở lại cơ sở sau khi trích xuất để tố tụng'
    return owe(procedureRule(rules.book, 'OUT-01', on), { ...base, duty: 'OUT-01', what })
  }
  const what = `Trở lại cơ sở: ${OUT_KIND_LABELS[span.outKind ?? 'other'].toLocaleLowerCase('vi')}`
  return owe(procedureRule(rules.book, 'HOUSE-08', on), { ...base, duty: 'HOUSE-08', what })
}

function afterEnd(desk: CustodyDesk): Obligation[] {
  const { rules, current } = desk
  if (current.state !== 'ended') return []
  const at = current.from
  const on = dayOf(at)
  if (current.endedKind === 'died') {
    const absent = procedureRule(rules.book, 'INC-15', on)
    const hours = numberOf(absent) ?? 24
    return [
      ...owe(procedureRule(rules.book, 'INC-14', on), {
        duty: 'INC-14',
        triggerAt: at,
        dueAt: atOnce(desk, at),
      }),
      ...owe(absent, {
        duty: 'INC-15',
        triggerAt: at,
        opensAt: addHours(at, hours),
        dueAt: addHours(at, 2 * hours),
        what: `Gia đình không đến sau ${hours} giờ: lập biên bản, tổ chức mai táng`,
      }),
    ]
  }
  const days = numberOf(procedureRule(rules.book, 'HOUSE-06', on)) ?? 3
  const dueAt = atTime(addDays(on, days), rules.settings.dayDeadlineTime)
  if (current.endedKind === 'transferred-out') {
    const what = 'Bàn giao hồ sơ, biên bản cho cơ sở nhận'
    return owe(procedureRule(rules.book, 'TRF-01', on), { duty: 'TRF-01', triggerAt: at, dueAt, what })
  }
  if (current.endedKind !== 'released') return []
  const what = 'Kiểm đủ giấy tờ lưu trong hồ sơ ra về'
  return owe(procedureRule(rules.book, 'DIS-13', on), { duty: 'DIS-13', triggerAt: at, dueAt, what })
}
