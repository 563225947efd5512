import type { Problem } from '../errors.ts'
import type { TermRegime, Track } from '../stay/track.ts'
import { addDays, addMonths, dayFromNumber, dayNumber, formatDay, type Day } from '../time/day.ts'
import { dayOf } from '../time/instant.ts'
import type { ClockEvent } from './clock-event.ts'
import {
  endLine,
  exemptedLine,
  heldLine,
  holdingLine,
  reducedLine,
  spanLine,
  termLine,
  type ClockLine,
} from './clock-lines.ts'
import { replayClockEvents, type ClockSpan, type ClockStep } from './clock-replay.ts'
import type { ClockSettings } from './clock-settings.ts'
import { checkReduction } from './reduction.ts'
import { procedureRegime, termRegime } from './regime.ts'
import { termRule, type RuleBook } from './rule-book.ts'
import { fixTerm, type FixedTerm } from './term-months.ts'

/** What is known of a stay for its clock. Days are calendar days in Viet Nam, months whole. */
export interface StayClockInput {
  track: Track
  /** The regime stored on the stay; absent: from `decidedOn`. */
  regime?: TermRegime | null
  decidedOn: Day | null
  startOn: Day | null
  /** Needed for R73; for R120 it must agree with the ordinal where given. */
  termMonths: number | null
  ordinal: number | null
  birthOn: Day | null
  heldFrom: Day | null
  /** In any order: `at` decides. */
  events: readonly ClockEvent[]
}

/** Why the clock has an end or has none: `no-decision`, `away` and `prison` have none. */
type ClockState = 'running' | 'no-decision' | 'away' | 'prison' | 'exempted'

export interface StayClock {
  regime: TermRegime | null
  /** Months of the term as decided, before reductions. */
  termMonths: number | null
  /** Last day of the term; null while it cannot be known. */
  endOn: Day | null
  state: ClockState
  lines: ClockLine[]
}

type Refusal = { refused: Problem[] }

/** A term being added up: the end is the start plus `months`, then `days` (CNT-01, CNT-04). */
interface Run {
  input: StayClockInput
  book: RuleBook
  settings: ClockSettings
  regime: TermRegime | null
  startOn: Day | null
  heldDays: number
  months: number
  /** Day number of the start plus `months`. */
  monthsEnd: number
  days: number
  /** Last day as far as added up; null while it cannot be known. */
  endOn: Day | null
  state: ClockState
  lines: ClockLine[]
}

/** Which rule says whether time out for a cause counts; null: in the centre's custody, so it does. */
const SPAN_RULES: Record<ClockSpan['cause'], string | null> = {
  escape: 'TERM-09',
  prison: 'TERM-14',
  suspension: 'TERM-11',
  'home-treatment': 'TERM-11',
  hospital: 'TERM-10',
  funeral: 'TERM-12',
  proceedings: 'TERM-13',
  court: 'TERM-13',
  'work-outside': null,
  other: null,
}

function refused(code: string, message: string, field: string): Refusal {
  return { refused: [{ code, message, field }] }
}

function setMonths(run: Run, startOn: Day, months: number): void {
  run.months = months
  run.monthsEnd = dayNumber(addMonths(startOn, months))
  settleEnd(run)
}

function addDaysTo(run: Run, days: number): void {
  run.days += days
  settleEnd(run)
}

function settleEnd(run: Run): void {
  const unknown = run.startOn === null || run.state === 'away' || run.state === 'prison'
  run.endOn = unknown ? null : dayFromNumber(run.monthsEnd + run.days)
}

function addPrisonExemption(run: Run, span: ClockSpan): Refusal | null {
  if (span.toAt !== null) {
    const message = `Người có thời hạn theo Luật 73/2021 bị phạt tù thì được miễn phần thời hạn còn lại (Nghị định 116/2021/NĐ-CP Điều 58.3d), không thể tiếp tục đợt này từ ngày ${formatDay(dayOf(span.toAt))}. Mở đợt mới nếu có quyết định mới.`
    return refused('continued-after-exemption', message, 'events')
  }
  run.endOn = dayOf(span.at)
  run.state = 'exempted'
  const rule = termRule(run.book, 'TERM-14', 'R73')
  run.lines.push(spanLine(span, 'exempts', 0, 'TERM-14', rule, run.endOn))
  return null
}

function addSpan(run: Run, span: ClockSpan): Refusal | null {
  const id = SPAN_RULES[span.cause]
  if (id === null) return null
  const on = dayOf(span.at)
  const exempts = procedureRegime(on) === 'R73' || run.settings.r73PrisonExemptsUnderR120
  if (span.cause === 'prison' && run.regime === 'R73' && exempts) return addPrisonExemption(run, span)
  const rule = termRule(run.book, id, run.regime ?? termRegime(on))
  // Escape and prison stop the clock unless a rule says they count; every other time counts unless one says not.
  const stops = span.cause === 'escape' || span.cause === 'prison'
  const counts = stops ? rule?.value === true : rule?.value !== false
  let days = 0
  if (!counts && span.toAt === null) run.state = span.cause === 'prison' ? 'prison' : 'away'
  if (!counts && span.toAt !== null) {
    const bothDays = span.cause === 'escape' && run.settings.escapedDaysCounting === 'both-days'
    days = dayNumber(dayOf(span.toAt)) - dayNumber(on) + (bothDays ? 1 : 0)
  }
  if (!counts) addDaysTo(run, days)
  run.lines.push(spanLine(span, counts ? 'counts' : 'extends', days, id, rule, run.endOn))
  return null
}

function addReduction(run: Run, on: Day, months: number): Refusal | null {
  const { endOn } = run
  const startOn = run.startOn ?? on
  const servedFrom = addDays(startOn, -run.heldDays)
  const voluntary = run.input.track === 'voluntary'
  const found = checkReduction(
    { on, months, regime: run.regime, voluntary, servedFrom, endOn },
    run.book,
    run.settings,
  )
  if ('refused' in found) return found
  setMonths(run, startOn, run.months - months)
  if (run.endOn !== null && run.endOn < on) {
    const message = `Mức giảm ${months} tháng ngày ${formatDay(on)} vượt quá thời hạn còn lại (hết ngày ${formatDay(endOn ?? on)}). Kiểm tra lại số tháng được giảm.`
    return refused('reduction-too-large', message, 'events')
  }
  run.lines.push(reducedLine(on, months, found.rule, run.endOn, found.note))
  return null
}

function addStep(run: Run, step: ClockStep): Refusal | null {
  const on = dayOf(step.at)
  const { endOn } = run
  const changesTerm = step.step !== 'span' || step.cause === 'escape' || step.cause === 'prison'
  if (endOn !== null && on > endOn && changesTerm) {
    const message = `Có sự việc ngày ${formatDay(on)} sau khi thời hạn đã kết thúc ngày ${formatDay(endOn)}. Kiểm tra lại ngày của sự việc và của quyết định.`
    return refused('event-after-end', message, 'events')
  }
  if (step.step === 'span') return addSpan(run, step)
  if (step.step === 'reduced') return addReduction(run, on, step.months)
  if (run.regime === null) {
    const message = `Chưa có quyết định nên không có thời hạn để miễn (ngày ${formatDay(on)}). Xóa sự việc này.`
    return refused('exemption-without-term', message, 'events')
  }
  run.endOn = on
  run.state = 'exempted'
  run.lines.push(exemptedLine(on, termRule(run.book, 'SUSP-07', run.regime)))
  return null
}

/** The stay has a term: its start, its months, the days held taken off. */
function beginTerm(run: Run, correctedMonths: number): FixedTerm | Refusal {
  const { input, book } = run
  const regime = input.regime ?? termRegime(input.decidedOn)
  if (regime === null) {
    return refused(
      'decision-missing',
      'Chưa có ngày quyết định. Ghi ngày quyết định để tính thời hạn.',
      'decidedOn',
    )
  }
  if (input.startOn === null) {
    return refused(
      'start-missing',
      'Chưa có ngày bắt đầu tính thời hạn. Ghi ngày theo quyết định.',
      'startOn',
    )
  }
  const { startOn, heldFrom } = input
  if (heldFrom !== null && heldFrom > startOn) {
    const message = `Ngày bắt đầu quản lý khi lập hồ sơ (${formatDay(heldFrom)}) sau ngày bắt đầu tính thời hạn (${formatDay(startOn)}). Sửa lại một trong hai ngày.`
    return refused('held-after-start', message, 'heldFrom')
  }
  const termMonths = input.termMonths === null ? null : input.termMonths + correctedMonths
  const term = fixTerm({ ...input, regime, startOn, termMonths }, book)
  if ('refused' in term) return term
  run.regime = regime
  run.startOn = startOn
  setMonths(run, startOn, term.months)
  const early = input.decidedOn !== null && startOn < input.decidedOn
  const note = early
    ? 'Ngày bắt đầu tính thời hạn sớm hơn ngày quyết định: đối chiếu với quyết định.'
    : undefined
  run.lines.push(termLine(term, startOn, dayFromNumber(run.monthsEnd), note))
  run.heldDays = heldFrom === null ? 0 : dayNumber(startOn) - dayNumber(heldFrom)
  if (heldFrom === null || run.heldDays === 0) return term
  addDaysTo(run, -run.heldDays)
  const endOn = dayFromNumber(run.monthsEnd + run.days)
  if (endOn <= startOn) {
    const message = `Số ngày ở cơ sở khi lập hồ sơ (${run.heldDays} ngày) không ít hơn thời hạn ${term.months} tháng. Kiểm tra lại ngày bắt đầu quản lý.`
    return refused('held-longer-than-term', message, 'heldFrom')
  }
  run.lines.push(heldLine(heldFrom, startOn, run.heldDays, termRule(book, 'TERM-07', regime), endOn))
  return term
}

function beginHolding(run: Run): null {
  const rule = termRule(run.book, 'TERM-07', termRegime(run.input.heldFrom) ?? 'R120')
  run.state = 'no-decision'
  run.lines.push(holdingLine(run.input.heldFrom, rule))
  return null
}

function firstDay(input: StayClockInput): Day | null {
  if (input.heldFrom === null || input.startOn === null) return input.heldFrom ?? input.startOn
  return input.heldFrom < input.startOn ? input.heldFrom : input.startOn
}

/**
 * The stay clock: `end = start + term - days held (TERM-07) + days escaped (TERM-09) - months reduced (RED-01/02)
 * + days in prison (TERM-14)`, with one line of explanation per part. Hospital, funeral, suspension and proceedings
 * count (TERM-10..13). The regime comes from the day of the decision (L120 Điều 56.1-2); without a decision a held
 * person has no end. What cannot have been is refused with reasons. Pure and quick: no clock, no time zones.
 */
export function computeStayClock(
  input: StayClockInput,
  book: RuleBook,
  settings: ClockSettings,
): StayClock | { refused: Problem[] } {
  const replay = replayClockEvents(input.events, firstDay(input))
  if ('refused' in replay) return replay
  const run: Run = {
    input,
    book,
    settings,
    regime: null,
    startOn: null,
    heldDays: 0,
    months: 0,
    monthsEnd: 0,
    days: 0,
    endOn: null,
    state: 'running',
    lines: [],
  }
  const undecided = input.track === 'held' && input.decidedOn === null
  const term = undecided ? beginHolding(run) : beginTerm(run, replay.correctedMonths)
  if (term !== null && 'refused' in term) return term
  for (const step of replay.steps) {
    const refusal = addStep(run, step)
    if (refusal !== null) return refusal
  }
  const { endOn } = run
  if (endOn !== null && run.state !== 'exempted') {
    run.lines.push(
      endLine(endOn, settings.expiryTime, termRule(book, 'CNT-01', run.regime ?? termRegime(endOn))),
    )
  }
  const state = undecided && run.state === 'running' ? 'no-decision' : run.state
  return { regime: run.regime, termMonths: term?.months ?? null, endOn, state, lines: run.lines }
}
