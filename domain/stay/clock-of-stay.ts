import type { CustodyEvent } from '../custody/custody-event.ts'
import { replayCustody } from '../custody/replay.ts'
import type { Problem } from '../errors.ts'
import type { ClockLine } from '../law/clock-lines.ts'
import { DEFAULT_CLOCK_SETTINGS, type ClockSettings } from '../law/clock-settings.ts'
import { clockEventsOf } from '../law/custody-clock.ts'
import { termRegime } from '../law/regime.ts'
import { buildRuleBook, type RuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import { computeStayClock, type StayClock, type StayClockInput } from '../law/stay-clock.ts'
import type { Day } from '../time/day.ts'
import { dayOf } from '../time/instant.ts'
import type { TermRegime, Track } from './track.ts'

/** What a stay's row and its person's say for the clock. Days are calendar days in Viet Nam, months whole. */
export interface StayTermFacts {
  initialTrack: Track
  /** The law that fixed the term, stored once; null: from the day of the decision. */
  termRegime: TermRegime | null
  decisionOn: Day | null
  startOn: Day | null
  termMonths: number | null
  ordinal: number | null
  heldFrom: Day | null
  birthOn: Day | null
}

/** The rules and the house's choices a clock is computed with. */
export interface ClockRules {
  book: RuleBook
  settings: ClockSettings
}

/** A stay's clock, or why it cannot be computed: then there is no end and the problems say what to repair. */
export interface ClockOfStay {
  endOn: Day | null
  state: StayClock['state'] | 'incomplete'
  regime: TermRegime | null
  termMonths: number | null
  lines: ClockLine[]
  problems: Problem[]
}

let shipped: ClockRules | undefined

/** The rules as shipped, made into a book once: for what is invented or tried without a centre. */
export function shippedRules(): ClockRules {
  shipped ??= { book: buildRuleBook(DEFAULT_RULES), settings: DEFAULT_CLOCK_SETTINGS }
  return shipped
}

/** A change of track brings its own decision, start and months; those of the stay's row hold until then. */
function withTrackChanges(
  stay: StayTermFacts,
  events: readonly CustodyEvent[],
): Omit<StayClockInput, 'events'> {
  const input = {
    track: stay.initialTrack,
    regime: stay.termRegime,
    decidedOn: stay.decisionOn,
    startOn: stay.startOn,
    termMonths: stay.termMonths,
    ordinal: stay.ordinal,
    birthOn: stay.birthOn,
    heldFrom: stay.heldFrom,
  }
  const changes = events.filter((event) => event.kind === 'track-changed')
  if (changes.length === 0) return input
  const cancelled = new Set(
    events.flatMap((event) => (event.kind === 'corrected' ? [event.facts.cancels] : [])),
  )
  const inOrder = changes.toSorted((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1))
  for (const { id, facts } of inOrder) {
    if (cancelled.has(id)) continue
    input.track = facts.track
    if (facts.decision) {
      input.decidedOn = facts.decision.on
      input.regime = termRegime(facts.decision.on)
    }
    if (facts.startOn !== undefined) input.startOn = facts.startOn
    if (facts.termMonths !== undefined) input.termMonths = facts.termMonths
  }
  return input
}

/**
 * The clock of a stay from its row and its custody events, which may come in any order and hold corrections. Someone
 * received while the dossier is made counts the days held from reception when no other day is given (TERM-07).
 * Never throws for facts that are missing or contradict each other: `problems` says what to repair.
 */
export function clockOfStay(
  stay: StayTermFacts,
  events: readonly CustodyEvent[],
  rules: ClockRules,
): ClockOfStay {
  const { timeline } = replayCustody(events, { initialTrack: stay.initialTrack })
  const input = withTrackChanges(stay, events)
  const receivedAt = timeline[0]?.from
  if (stay.initialTrack === 'held' && input.heldFrom === null && receivedAt !== undefined)
    input.heldFrom = dayOf(receivedAt)
  const clock = computeStayClock(
    { ...input, events: clockEventsOf(timeline, events) },
    rules.book,
    rules.settings,
  )
  if ('refused' in clock) {
    return {
      endOn: null,
      state: 'incomplete',
      regime: input.regime ?? termRegime(input.decidedOn),
      termMonths: input.termMonths,
      lines: [],
      problems: clock.refused,
    }
  }
  return { ...clock, problems: [] }
}
