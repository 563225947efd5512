import type { ReadDb } from '#db/connection/handles.ts'
import { findStayFacts, listCustodyEvents } from '#db/queries/custody/reader.ts'
import { readClockRules, readRuleBook } from '#db/queries/rules/reader.ts'
import type { OutingRequestInput } from '#domain/contract/goings-out-shapes.ts'
import { positionOf } from '#domain/custody/custody-span.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { CUSTODY_POSITION_LABELS, type CustodyPosition } from '#domain/custody/transitions.ts'
import { AppError, type Problem } from '#domain/errors.ts'
import { judgeRequest, type OutingPerson, type OutingRequest } from '#domain/goings-out/judge-outing.ts'
import { OUTING_RULES, type OutingKind } from '#domain/goings-out/outing-kinds.ts'
import type { LawRule } from '#domain/law/rule.ts'
import { RULE_UNIT_LABELS } from '#domain/law/rule.ts'
import { procedureRule, rangeOf, termRule, type RuleBook } from '#domain/law/rule-book.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { clockOfStay } from '#domain/stay/clock-of-stay.ts'
import type { TermRegime } from '#domain/stay/track.ts'
import type { Day } from '#domain/time/day.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'

/** A stay as far as going out looks at it. */
export interface OutingStay extends OutingPerson {
  personId: string
  name: string
  termRegime: TermRegime | null
  position: CustodyPosition
  sinceAt: Instant | null
}

/** Reads where somebody stands and what is left of the term. @throws AppError `not_found` */
export function readOutingStay(db: ReadDb, stayId: string, now: Instant): OutingStay {
  const facts = findStayFacts(db, stayId)
  if (!facts || facts.isCancelled) throw new AppError('not_found', 'Không tìm thấy đợt cai nghiện này.')
  const events = listCustodyEvents(db, stayId)
  const { current } = replayCustody(events, { initialTrack: facts.initialTrack })
  const ended = current === null || current.state === 'ended'
  const inHospital = current?.state === 'out' && current.outKind === 'hospital'
  return {
    now,
    personId: facts.personId,
    name: facts.name,
    termRegime: facts.termRegime,
    endOn: ended ? null : clockOfStay(facts, events, readClockRules(db)).endOn,
    birthOn: facts.birthPrecision === 'day' ? facts.birthOn : null,
    inHospitalSince: inHospital ? current.since : null,
    position: positionOf(current),
    sinceAt: current?.since ?? null,
  }
}

const GONE: readonly CustodyPosition[] = ['expected', 'escaped', 'interrupted', 'ended']

/** Why nobody can be let out who is not there: “Hứa Văn A đang bỏ trốn từ …”. */
export function absenceProblem(stay: OutingStay, act: string): Problem[] {
  if (!GONE.includes(stay.position)) return []
  const since = stay.sinceAt === null ? '' : ` từ ${formatInstant(stay.sinceAt)}`
  const where = CUSTODY_POSITION_LABELS[stay.position].toLocaleLowerCase('vi')
  const message = `Không ${act} được: ${stay.name} ${where}${since}.`
  return [{ code: 'not-here', message }]
}

/** A request as the rules look at it. */
export function requestOf(input: Omit<OutingRequestInput, 'stayId'>, now: Instant): OutingRequest {
  const { kind, leaveAt, returnAt, travelDays, relation, proof, requestBody, destination, reason, scope } =
    input
  return {
    kind,
    requestedAt: input.requestedAt ?? now,
    leaveAt,
    returnAt,
    travelDays,
    relation,
    proof,
    requestBody,
    destination,
    reason,
    scope,
  }
}

/** Everything that forbids a request. */
export function requestProblems(db: ReadDb, stay: OutingStay, request: OutingRequest): Problem[] {
  return [...absenceProblem(stay, 'ghi đơn'), ...judgeRequest(request, stay, readRuleBook(db))]
}

function valueText(rule: LawRule): string {
  const unit = RULE_UNIT_LABELS[rule.unit]
  const range = rangeOf(rule)
  if (range !== undefined) {
    const { min, max } = range
    if (min !== undefined && max !== undefined)
      return min === max ? `${min} ${unit}` : `${min} - ${max} ${unit}`
    return min === undefined ? `không quá ${max ?? ''} ${unit}` : `từ ${min} ${unit}`
  }
  if (typeof rule.value === 'boolean') return rule.value ? 'có' : 'không'
  return typeof rule.value === 'string' ? rule.value : ''
}

/** The rules a kind of outing stands under on a day, in words. */
export function rulesInWords(kind: OutingKind, on: Day, regime: TermRegime | null, book: RuleBook) {
  const { rules, clockRule } = OUTING_RULES[kind]
  const found: LawRule[] = rules.flatMap((id) => procedureRule(book, id, on) ?? [])
  const counts = clockRule === null || regime === null ? undefined : termRule(book, clockRule, regime)
  if (counts) found.push(counts)
  return found.map((rule) => ({
    id: rule.id,
    title: rule.title,
    value: valueText(rule),
    source: fullCitation(rule.source),
    form: rule.form ?? null,
    note: rule.note ?? null,
    confidence: rule.confidence,
  }))
}
