import type { Problem } from '../errors.ts'
import { DEFAULT_CLOCK_SETTINGS } from '../law/clock-settings.ts'
import type { ProcedureRule } from '../law/rule.ts'
import { numberOf, procedureRule, rangeOf, type RuleBook } from '../law/rule-book.ts'
import { fullCitation } from '../law/sources.ts'
import { addDays, addMonths, daysBetween, formatDay, type Day } from '../time/day.ts'
import { addHours, atTime, dayOf, formatInstant, type Instant } from '../time/instant.ts'
import {
  DEATH_PROOF_LABELS,
  MOURNED_RELATION_LABELS,
  OUTING_RULES,
  type DeathProof,
  type MournedRelation,
  type OutingKind,
  type TransferScope,
} from './outing-kinds.ts'

/** What is asked for, as far as rules look at it. */
export interface OutingRequest {
  kind: OutingKind
  /** When the application or the written request reached the centre. */
  requestedAt: Instant
  leaveAt: Instant
  returnAt: Instant | null
  /** Days on the way, there and back together; not counted in the leave (LEAVE-02). */
  travelDays: number
  relation: MournedRelation | null
  proof: DeathProof | null
  /** Number and body of the written request (OUT-01). */
  requestBody: string | null
  destination: string | null
  reason: string | null
  scope: TransferScope | null
}

/** What is known of the person beside the request. */
export interface OutingPerson {
  now: Instant
  /** Last day of the term; null while it is unknown. */
  endOn: Day | null
  birthOn: Day | null
  /** Since when the person lies in hospital; null when not there. */
  inHospitalSince: Instant | null
}

function cited(rule: ProcedureRule): string {
  return `${rule.id}, ${fullCitation(rule.source)}`
}

/** What a rule says in words; nothing where its value is no text. */
function wordsOf(rule: ProcedureRule): string {
  return typeof rule.value === 'string' ? rule.value : ''
}

/** The parts of a list in words, the last two joined by “hoặc”. */
function anyOf(rule: ProcedureRule): string {
  return wordsOf(rule)
    .replace(/;\s*(?=[^;]*$)/, ' hoặc ')
    .replaceAll(';', ',')
}

function problem(code: string, field: string, message: string): Problem {
  return { code, field, message }
}

function isListed(rule: ProcedureRule, label: string): boolean {
  return wordsOf(rule)
    .split(';')
    .some((part) => part.trim().toLocaleLowerCase('vi') === label.toLocaleLowerCase('vi'))
}

/**
 * The last moment at which somebody must be back from a funeral: the day of leaving plus the days of LEAVE-02 and
 * those on the way, at the hour deadlines end. Null where no rule is in force that day.
 */
export function latestFuneralReturn(leaveAt: Instant, travelDays: number, book: RuleBook): Instant | null {
  const on = dayOf(leaveAt)
  const days = rangeOf(procedureRule(book, 'LEAVE-02', on))?.max
  if (days === undefined) return null
  return atTime(addDays(on, days + travelDays), DEFAULT_CLOCK_SETTINGS.dayDeadlineTime)
}

/** By when the head decides about an application for a funeral (LEAVE-04: 1 day, since 01/07/2026 24 hours). */
export function decisionDue(kind: OutingKind, requestedAt: Instant, book: RuleBook): Instant | null {
  if (kind !== 'funeral') return null
  const on = dayOf(requestedAt)
  const rule = procedureRule(book, 'LEAVE-04', on)
  const count = numberOf(rule)
  if (rule === undefined || count === undefined) return null
  if (rule.unit === 'hours') return addHours(requestedAt, count)
  return atTime(addDays(on, count), DEFAULT_CLOCK_SETTINGS.dayDeadlineTime)
}

function funeralProblems(request: OutingRequest, book: RuleBook): Problem[] {
  const problems: Problem[] = []
  const on = dayOf(request.requestedAt)
  const whom = procedureRule(book, 'LEAVE-01', on)
  if (request.relation === null) {
    problems.push(problem('relation-missing', 'relation', 'Chọn người chết là ai của học viên.'))
  } else if (whom && !isListed(whom, MOURNED_RELATION_LABELS[request.relation])) {
    const label = MOURNED_RELATION_LABELS[request.relation].toLocaleLowerCase('vi')
    const message =
      `Không được về chịu tang ${label}: ngày ${formatDay(on)} chỉ cho về khi chết là ` +
      `${anyOf(whom)} (${cited(whom)}).`
    problems.push(problem('relation-not-listed', 'relation', message))
  }
  problems.push(...proofProblems(request, book))
  const latest = latestFuneralReturn(request.leaveAt, request.travelDays, book)
  const length = procedureRule(book, 'LEAVE-02', dayOf(request.leaveAt))
  if (request.returnAt !== null && latest !== null && length && request.returnAt > latest) {
    const travel = request.travelDays === 0 ? '' : ` và ${request.travelDays} ngày đi đường`
    const message =
      `Về chịu tang không quá ${rangeOf(length)?.max ?? 0} ngày, chưa kể thời gian đi đường ` +
      `(${cited(length)})${travel}: phải trở lại trước ${formatInstant(latest)}.`
    problems.push(problem('leave-too-long', 'returnAt', message))
  }
  return problems
}

function proofProblems(request: Pick<OutingRequest, 'proof' | 'requestedAt'>, book: RuleBook): Problem[] {
  const on = dayOf(request.requestedAt)
  const rule = procedureRule(book, 'LEAVE-03', on)
  if (request.proof === null || !rule || isListed(rule, DEATH_PROOF_LABELS[request.proof])) return []
  const message =
    `“${DEATH_PROOF_LABELS[request.proof]}” không dùng được cho đơn ngày ${formatDay(on)}: cần ` +
    `${anyOf(rule)} (${cited(rule)}).`
  return [problem('proof-not-listed', 'proof', message)]
}

function suspensionProblems(request: OutingRequest, person: OutingPerson, book: RuleBook): Problem[] {
  const on = dayOf(request.leaveAt)
  const rule = procedureRule(book, 'SUSP-05', on)
  if (!rule) return []
  const days = rangeOf(rule)?.min
  if (days === undefined) {
    if (request.reason !== null) return []
    const message = `Ghi bệnh và tình trạng: chỉ tạm đình chỉ khi ${wordsOf(rule).toLocaleLowerCase('vi')} (${cited(rule)}).`
    return [problem('illness-missing', 'reason', message)]
  }
  const inside = person.inHospitalSince === null ? 0 : daysBetween(dayOf(person.inHospitalSince), on)
  if (inside > days) return []
  const message =
    `Chưa đủ điều kiện tạm đình chỉ: phải điều trị nội trú hơn ${days} ngày (${cited(rule)}), ` +
    `đến ngày ${formatDay(on)} mới được ${inside} ngày.`
  return [problem('inpatient-too-short', 'leaveAt', message)]
}

function transferProblems(request: OutingRequest, person: OutingPerson, book: RuleBook): Problem[] {
  const problems: Problem[] = []
  if (request.scope === null) problems.push(problem('scope-missing', 'scope', 'Chọn nơi chuyển đến.'))
  if (request.destination === null)
    problems.push(problem('destination-missing', 'destination', 'Ghi tên cơ sở nơi đến.'))
  if (request.scope !== 'adult-centre') return problems
  const on = dayOf(request.leaveAt)
  const rule = procedureRule(book, 'AGE-03', on)
  const months = rangeOf(rule)?.min
  if (!rule || months === undefined) return problems
  const adultOn = person.birthOn === null ? null : addMonths(person.birthOn, 18 * 12)
  if (adultOn === null || adultOn > on) {
    const when = adultOn === null ? 'chưa ghi ngày sinh' : `đủ 18 tuổi ngày ${formatDay(adultOn)}`
    const message = `Chưa chuyển sang cơ sở cho người từ đủ 18 tuổi được (${cited(rule)}): ${when}.`
    problems.push(problem('not-adult', 'scope', message))
  } else if (person.endOn !== null && addMonths(on, months) > person.endOn) {
    const message =
      `Thời hạn còn lại dưới ${months} tháng (hết ngày ${formatDay(person.endOn)}) thì ở lại chấp hành tiếp ` +
      `(${cited(rule)}).`
    problems.push(problem('too-little-left', 'scope', message))
  }
  return problems
}

/** What forbids a request, each with its rule, article and field. An empty list: it can be put on file. */
export function judgeRequest(request: OutingRequest, person: OutingPerson, book: RuleBook): Problem[] {
  const problems: Problem[] = []
  if (request.requestedAt > person.now)
    problems.push(
      problem('request-in-future', 'requestedAt', 'Giờ nhận đơn ở tương lai. Sửa lại ngày, giờ nhận.'),
    )
  if (request.returnAt !== null && request.returnAt <= request.leaveAt)
    problems.push(problem('return-before-leave', 'returnAt', 'Giờ hẹn về phải sau giờ đi. Sửa lại.'))
  const opened = OUTING_RULES[request.kind].begins !== 'transferred-out' && request.kind !== 'suspension'
  if (opened && request.returnAt === null)
    problems.push(
      problem('return-missing', 'returnAt', 'Ghi ngày, giờ hẹn về: quá giờ này chương trình báo quá hạn.'),
    )
  switch (request.kind) {
    case 'funeral':
      problems.push(...funeralProblems(request, book))
      break
    case 'proceedings':
    case 'court':
      if (request.requestBody === null) {
        const rule = procedureRule(book, 'OUT-01', dayOf(request.requestedAt))
        const basis = rule ? ` (${cited(rule)})` : ''
        const message = `Ghi cơ quan yêu cầu: chỉ đưa ra theo yêu cầu bằng văn bản${basis}.`
        problems.push(problem('request-body-missing', 'requestBody', message))
      }
      break
    case 'suspension':
      problems.push(...suspensionProblems(request, person, book))
      break
    case 'transfer':
      problems.push(...transferProblems(request, person, book))
      break
    case 'hospital':
      if (request.destination === null)
        problems.push(problem('destination-missing', 'destination', 'Ghi tên bệnh viện.'))
      break
    case 'home-treatment':
    case 'work-outside':
    case 'other':
      if (request.destination === null)
        problems.push(problem('destination-missing', 'destination', 'Ghi nơi đến.'))
  }
  return problems
}

/** What still forbids the approval of what was asked: papers that must be there by then (LEAVE-03, SUSP-08, TRF-01). */
export function judgeApproval(
  request: OutingRequest,
  decision: { number: string; on: Day; issuer: string } | null,
  book: RuleBook,
): Problem[] {
  const problems: Problem[] = []
  const rule = procedureRule(book, 'LEAVE-03', dayOf(request.requestedAt))
  if (request.kind === 'funeral' && request.proof === null && rule) {
    const message = `Chưa có ${anyOf(rule)} (${cited(rule)}). Bổ sung rồi duyệt.`
    problems.push(problem('proof-missing', 'proof', message))
  }
  if (OUTING_RULES[request.kind].decidedElsewhere && decision === null) {
    const id =
      request.kind === 'suspension' ? 'SUSP-08' : request.scope === 'reform-school' ? 'TRF-03' : 'TRF-01'
    const who = procedureRule(book, id, dayOf(request.leaveAt))
    const basis = who ? `: ${wordsOf(who)} (${cited(who)})` : ''
    const message = `Ghi số, ngày và nơi ban hành quyết định${basis}.`
    problems.push(problem('decision-missing', 'decision', message))
  }
  return problems
}

/** What forbids a later return than was set: the new moment must lie later, a funeral keeps to LEAVE-02. */
export function judgeExtension(
  outing: Pick<OutingRequest, 'kind' | 'travelDays'> & { leftAt: Instant; until: Instant | null },
  to: Instant,
  book: RuleBook,
): Problem[] {
  if (outing.until !== null && to <= outing.until)
    return [
      problem(
        'not-later',
        'until',
        `Giờ hẹn về mới phải sau ${formatInstant(outing.until)}. Nếu ghi nhầm thì dùng “Đính chính”.`,
      ),
    ]
  const latest =
    outing.kind === 'funeral' ? latestFuneralReturn(outing.leftAt, outing.travelDays, book) : null
  const rule = procedureRule(book, 'LEAVE-02', dayOf(outing.leftAt))
  if (latest === null || to <= latest || !rule) return []
  const message =
    `Không gia hạn được: về chịu tang không quá ${rangeOf(rule)?.max ?? 0} ngày, chưa kể đi đường ` +
    `(${cited(rule)}), phải trở lại trước ${formatInstant(latest)}.`
  return [problem('leave-too-long', 'until', message)]
}
