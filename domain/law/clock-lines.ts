import { formatDay, type Day } from '../time/day.ts'
import { dayOf } from '../time/instant.ts'
import type { SpanCause } from './clock-event.ts'
import type { ClockSpan } from './clock-replay.ts'
import type { TermRule } from './rule.ts'
import { fullCitation } from './sources.ts'
import type { FixedTerm } from './term-months.ts'

/** One line of the explanation of a term, written for a family member. */
export interface ClockLine {
  label: string
  /** Months the line adds to the term (negative: takes off). */
  months?: number
  /** Days the line adds to the end (negative: takes off). */
  days?: number
  from?: Day
  to?: Day
  rule: string
  source: string
  /** Last day of the term as far as this line; null while it cannot be known. */
  runningEndOn: Day | null
  note?: string
}

/** What a span does to the end: nothing, moves it, or ends the stay. */
export type SpanEffect = 'counts' | 'extends' | 'exempts'

const SPAN_NAMES: Record<SpanCause, string> = {
  escape: 'Bỏ trốn',
  prison: 'Chấp hành án phạt tù',
  suspension: 'Điều trị tại gia đình khi tạm đình chỉ',
  'home-treatment': 'Điều trị tại gia đình',
  hospital: 'Điều trị tại bệnh viện',
  funeral: 'Về chịu tang',
  proceedings: 'Được trích xuất để phục vụ tố tụng',
  court: 'Ra tòa',
  'work-outside': 'Lao động ngoài cơ sở',
  other: 'Ra ngoài',
}

function cited(rule: TermRule | undefined): string {
  return rule === undefined ? 'Chưa có văn bản quy định' : fullCitation(rule.source)
}

function noteOf(...notes: (string | undefined)[]): { note?: string } {
  const note = notes.filter((text) => text !== undefined && text !== '').join(' ')
  return note === '' ? {} : { note }
}

/** The first line: how long the term is and from when it runs. */
export function termLine(term: FixedTerm, startOn: Day, endOn: Day, note: string | undefined): ClockLine {
  const label = `${term.rule.title}: ${term.months} tháng, tính từ ngày ${formatDay(startOn)}, hết ngày ${formatDay(endOn)}.`
  return {
    label,
    months: term.months,
    from: startOn,
    to: endOn,
    rule: term.rule.id,
    source: cited(term.rule),
    runningEndOn: endOn,
    ...noteOf(note),
  }
}

/** Days in the centre while the dossier was made come off the term (TERM-07). */
export function heldLine(
  heldFrom: Day,
  startOn: Day,
  days: number,
  rule: TermRule | undefined,
  runningEndOn: Day,
): ClockLine {
  const label = `Trừ ${days} ngày đã ở cơ sở trong khi lập hồ sơ, từ ngày ${formatDay(heldFrom)} đến ngày ${formatDay(startOn)}.`
  return {
    label,
    days: -days,
    from: heldFrom,
    to: startOn,
    rule: 'TERM-07',
    source: cited(rule),
    runningEndOn,
  }
}

/** The only line about the term of someone held without a decision: there is none yet. */
export function holdingLine(heldFrom: Day | null, rule: TermRule | undefined): ClockLine {
  const since = heldFrom === null ? '' : ` từ ngày ${formatDay(heldFrom)}`
  const label = `Đang được quản lý trong khi lập hồ sơ${since}: chưa có quyết định nên chưa có ngày hết thời hạn. Những ngày này sẽ được trừ vào thời hạn.`
  const from = heldFrom === null ? {} : { from: heldFrom }
  return { label, ...from, rule: 'TERM-07', source: cited(rule), runningEndOn: null }
}

/** A stretch not spent inside, and what it does to the end. `days` is what it adds. */
export function spanLine(
  span: ClockSpan,
  effect: SpanEffect,
  days: number,
  id: string,
  rule: TermRule | undefined,
  runningEndOn: Day | null,
): ClockLine {
  const from = dayOf(span.at)
  const to = span.toAt === null ? undefined : dayOf(span.toAt)
  const name = SPAN_NAMES[span.cause]
  const when =
    to === undefined ? `từ ngày ${formatDay(from)}` : `từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`
  const label = spanLabel(span, effect, days, name, when)
  const unsettled = rule === undefined || rule.confidence === 'unsettled'
  return {
    label,
    days,
    from,
    ...(to === undefined ? {} : { to }),
    rule: id,
    source: cited(rule),
    runningEndOn,
    ...noteOf(unsettled ? 'Văn bản không quy định rõ; hỏi cơ quan cấp trên khi cần.' : undefined, rule?.note),
  }
}

function spanLabel(span: ClockSpan, effect: SpanEffect, days: number, name: string, when: string): string {
  if (effect === 'exempts') return `${name} ${when}: được miễn phần thời hạn còn lại.`
  if (effect === 'counts') return `${name} ${when}: vẫn được tính vào thời hạn.`
  if (span.toAt !== null && span.cause === 'prison') {
    return `${name} ${when}: thời hạn dừng lại ${days} ngày, sau đó tiếp tục phần còn lại.`
  }
  if (span.toAt !== null) return `${name} ${when}: ${days} ngày không được tính, cộng thêm vào thời hạn.`
  if (span.cause === 'prison')
    return `${name} ${when}: thời hạn dừng lại, chấp hành xong sẽ tiếp tục phần còn lại.`
  return `${name} ${when}, chưa trở lại: thời gian này không được tính nên chưa xác định được ngày hết thời hạn.`
}

/** A reduction decided under the old law (RED-01, RED-02). */
export function reducedLine(
  on: Day,
  months: number,
  rule: TermRule,
  runningEndOn: Day | null,
  note: string | undefined,
): ClockLine {
  const label = `Được giảm ${months} tháng theo quyết định ngày ${formatDay(on)}.`
  return {
    label,
    months: -months,
    from: on,
    rule: rule.id,
    source: cited(rule),
    runningEndOn,
    ...noteOf(note),
  }
}

/** The rest of the term is exempted: the stay ends that day. */
export function exemptedLine(on: Day, rule: TermRule | undefined): ClockLine {
  const label = `Được miễn phần thời hạn còn lại từ ngày ${formatDay(on)}.`
  return { label, from: on, rule: 'SUSP-07', source: cited(rule), runningEndOn: on }
}

/** The last line: the day and hour at which the term ends (CNT-01). */
export function endLine(endOn: Day, expiryTime: string, rule: TermRule | undefined): ClockLine {
  const label = `Hết thời hạn lúc ${expiryTime} ngày ${formatDay(endOn)}.`
  return { label, to: endOn, rule: 'CNT-01', source: cited(rule), runningEndOn: endOn }
}
