import type { CustodyEvent } from '../custody/custody-event.ts'
import { replayCustody } from '../custody/replay.ts'
import { clockEventsOf } from '../law/custody-clock.ts'
import { clockSettingsOf } from '../law/clock-settings.ts'
import type { Obligation } from '../law/due-desk.ts'
import { DUTIES, type DutyCode } from '../law/duties.ts'
import { obligationsOf } from '../law/obligations.ts'
import { numberOf, procedureRule, type RuleBook } from '../law/rule-book.ts'
import { clockOfStay, type ClockOfStay, type ClockRules, type StayTermFacts } from '../stay/clock-of-stay.ts'
import type { ReturnPlace } from '../stay/return-place.ts'
import type { Day } from '../time/day.ts'
import { daysBetween } from '../time/day.ts'
import type { HolidayCalendar } from '../time/holidays.ts'
import { addHours, dayOf, type Instant } from '../time/instant.ts'
import { dutiesOfCustody } from './custody-duties.ts'
import { dutiesOfCases, type OpenCase } from './conduct-duties.ts'
import { dutiesOfDesk, type AwaitedPaper, type OpenAlert } from './desk-duties.ts'
import { EARLY_DUTIES, type DutyEvidence } from './evidence.ts'
import type { ObligationMark, ObligationState } from './obligation-state.ts'

/** All that the obligations of one stay follow from. */
export interface ObligationFacts {
  stay: StayTermFacts
  events: readonly CustodyEvent[]
  papers: readonly AwaitedPaper[]
  alerts: readonly OpenAlert[]
  /** Where the person goes on leaving; absent: nobody wrote it down. */
  returnPlace?: ReturnPlace
  /** Cases of conduct that are not ended; none when left out. */
  cases?: readonly OpenCase[]
  evidence: readonly DutyEvidence[]
  /** Oldest first. */
  marks: readonly ObligationMark[]
}

/** An obligation with how it stands and who is told when. */
export interface StayObligation extends Obligation {
  state: ObligationState
  doneAt: Instant | null
  /** From when it stands on the list of the role. */
  warnAt: Instant
  /** From when it stands before the head of the centre. */
  escalateAt: Instant
}

export interface ObligationRules extends ClockRules {
  calendar: HolidayCalendar
  /** Nothing that fell due before this day is asked for: what happened before the program was there. */
  trackedFrom: Day
}

/** A reception written down so much later comes from an old list: what fell due before is not asked for. */
const OLD_LIST_DAYS = 30

/**
 * Everything owed for a stay, by due moment: what the law asks (obligationsOf), what follows from custody and from
 * the dossier, with what is done, exempt, or met by the record. Depends on its input alone: no clock, and the order
 * in which things were recorded does not matter.
 */
export function obligationsOfStay(facts: ObligationFacts, rules: ObligationRules): StayObligation[] {
  const { stay, events } = facts
  const { timeline, current } = replayCustody(events, { initialTrack: stay.initialTrack })
  const first = timeline[0]
  if (first === undefined || current === null) return []
  const clock = clockOfStay(stay, events, rules)
  const ended = current.state === 'ended' ? current : null
  const receivedOn = dayOf(first.from)
  const desk = { ...facts, rules, timeline, current, receivedAt: first.from }
  const raw: Obligation[] = [
    ...lawOf(facts, timeline, clock, current.track, receivedOn, rules),
    ...dutiesOfCustody(desk),
    ...(ended === null
      ? [...dutiesOfDesk(desk), ...dutiesOfCases({ ...desk, cases: facts.cases ?? [] })]
      : []),
  ]
  const since = trackedSince(facts, first.eventId, first.from, rules.trackedFrom)
  const standing = raw
    .filter(({ dueAt }) => dueAt >= since)
    .flatMap((one): StayObligation[] => {
      const stands = standingOf(one, facts, timeline)
      if (ended !== null && stands.state === 'scheduled' && !outlivesEnd(one, ended.from)) return []
      return [{ ...one, ...stands, ...stepsOf(one, rules.book) }]
    })
  const all = [...standing, ...(ended === null ? corrections(standing, facts, rules.book) : [])]
  return all.sort((a, b) => (a.dueAt === b.dueAt ? (a.key < b.key ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1))
}

function lawOf(
  facts: ObligationFacts,
  timeline: Parameters<typeof clockEventsOf>[0],
  clock: ClockOfStay,
  track: StayTermFacts['initialTrack'],
  receivedOn: Day,
  rules: ObligationRules,
): Obligation[] {
  const { stay } = facts
  const input = {
    track,
    regime: clock.regime,
    decidedOn: stay.decisionOn,
    startOn: stay.startOn,
    termMonths: clock.termMonths,
    ordinal: stay.ordinal,
    birthOn: stay.birthOn,
    heldFrom: stay.heldFrom,
    events: clockEventsOf(timeline, facts.events),
  }
  const state = clock.state === 'incomplete' ? 'away' : clock.state
  const { regime, termMonths, endOn, lines } = clock
  const settings = rules.settings
  return obligationsOf(
    {
      stay: input,
      clock: { regime, termMonths, endOn, state, lines },
      receivedOn,
      ...(facts.returnPlace ? { returnPlace: facts.returnPlace } : {}),
    },
    rules.book,
    rules.calendar,
    settings,
  )
}

function trackedSince(
  facts: ObligationFacts,
  eventId: string,
  receivedAt: Instant,
  trackedFrom: Day,
): Instant {
  const from = `${trackedFrom}T00:00:00.000Z`
  const recordedAt = facts.events.find(({ id }) => id === eventId)?.recordedAt ?? receivedAt
  const isOldList = daysBetween(dayOf(receivedAt), dayOf(recordedAt)) > OLD_LIST_DAYS
  return isOldList && recordedAt > from ? recordedAt : from
}

/** After the end of a stay only what follows from that end is still to be done. */
function outlivesEnd({ triggerAt, duty }: Obligation, endedAt: Instant): boolean {
  // The end may be written down at any hour of the day on which somebody counts as gone.
  if (duty === 'INC-07') return true
  return triggerAt >= endedAt && AFTER_END.has(duty)
}

const AFTER_END: ReadonlySet<DutyCode> = new Set(['INC-14', 'INC-15', 'DIS-13', 'TRF-01'])

type Standing = Pick<StayObligation, 'state' | 'doneAt'>

function standingOf(
  one: Obligation,
  facts: ObligationFacts,
  timeline: readonly { from: Instant; state: string }[],
): Standing {
  const mark = facts.marks.findLast(({ key }) => key === one.key)
  if (mark?.kind === 'done') return { state: 'done', doneAt: mark.at }
  if (mark?.kind === 'exempt') return { state: 'exempt', doneAt: mark.at }
  if (DUTIES[one.duty].isMetByRecord === true) {
    const back = timeline.find((span) => span.from > one.triggerAt && span.state !== 'out')
    // Papers and alerts leave by themselves once they came or were looked at.
    if (RETURNS.has(one.duty) && back !== undefined) return { state: 'done', doneAt: back.from }
    return { state: 'scheduled', doneAt: null }
  }
  const since = EARLY_DUTIES.has(one.duty) ? '' : addHours(one.triggerAt, -48)
  const met = facts.evidence.find(({ duty, at }) => duty === one.duty && at >= since)
  if (met !== undefined && mark?.kind !== 'reopened') return { state: 'done', doneAt: met.at }
  return { state: 'scheduled', doneAt: null }
}

const RETURNS: ReadonlySet<DutyCode> = new Set(['LEAVE-02', 'OUT-01', 'SUSP-06', 'HOUSE-08'])

/** When the list of the role and the head of the centre see it (HOUSE-01..04). */
function stepsOf({ duty, dueAt }: Obligation, book: RuleBook): Pick<StayObligation, 'warnAt' | 'escalateAt'> {
  const [warnId, lateId, unit] =
    DUTIES[duty].counts === 'hours'
      ? (['HOUSE-01', 'HOUSE-03', 1] as const)
      : (['HOUSE-02', 'HOUSE-04', 24] as const)
  const on = dayOf(dueAt)
  const warn = numberOf(procedureRule(book, warnId, on)) ?? 0
  const late = numberOf(procedureRule(book, lateId, on)) ?? 0
  return { warnAt: addHours(dueAt, -warn * unit), escalateAt: addHours(dueAt, late * unit) }
}

/** A notice that was sent names the day of the end: once that day moved, the addressees need another. */
function corrections(
  standing: readonly StayObligation[],
  facts: ObligationFacts,
  book: RuleBook,
): StayObligation[] {
  return standing.flatMap((notice): StayObligation[] => {
    const duty = DUTIES[notice.duty].correction
    if (duty === undefined || notice.state !== 'done') return []
    const told = facts.marks.findLast(
      ({ key, kind }) => kind === 'done' && (key === notice.key || key.startsWith(`${duty}@`)),
    )
    if (told === undefined) return []
    const key = `${duty}@${notice.dueAt}`
    if (told.key === notice.key && told.dueAt === notice.dueAt) return []
    const mark = facts.marks.findLast((one) => one.key === key)
    const isDone = mark?.kind === 'done' || mark?.kind === 'exempt'
    const one: Obligation = {
      ...notice,
      key,
      duty,
      what: 'Gửi thông báo đính chính: ngày hết thời hạn đã đổi sau khi thông báo',
      note: 'Thông báo trước đã gửi theo hạn cũ; gửi lại cho đủ nơi nhận',
    }
    const state = mark?.kind === 'done' ? 'done' : isDone ? 'exempt' : 'scheduled'
    return [{ ...notice, ...one, state, doneAt: isDone && mark ? mark.at : null, ...stepsOf(one, book) }]
  })
}

/** The rules with the house's choices as they stand on a day, ready for the obligations. */
export function rulesOn(
  book: RuleBook,
  asOf: Day,
  calendar: HolidayCalendar,
  trackedFrom: Day,
): ObligationRules {
  return { book, settings: clockSettingsOf(book, asOf), calendar, trackedFrom }
}
