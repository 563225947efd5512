import { DEFAULT_CLOCK_SETTINGS } from '#domain/law/clock-settings.ts'
import type { ClockEvent } from '#domain/law/clock-event.ts'
import type { Obligation } from '#domain/law/due-desk.ts'
import { obligationsOf } from '#domain/law/obligations.ts'
import { buildRuleBook, type RuleBook } from '#domain/law/rule-book.ts'
import { DEFAULT_RULES } from '#domain/law/rules/default-rules.ts'
import type { TermRegime, Track } from '#domain/stay/track.ts'
import type { Day } from '#domain/time/day.ts'
import type { HolidayCalendar } from '#domain/time/holidays.ts'
import type { Instant } from '#domain/time/instant.ts'

let shippedRules: RuleBook | undefined

function rules(): RuleBook {
  shippedRules ??= buildRuleBook(DEFAULT_RULES)
  return shippedRules
}

interface Standing {
  track: Track
  regime: TermRegime | null
  endOn: Day | null
  events: readonly ClockEvent[]
}

function obligations({ track, regime, endOn, events }: Standing, calendar: HolidayCalendar): Obligation[] {
  const unknown = { decidedOn: null, startOn: null, termMonths: null, ordinal: null, birthOn: null }
  return obligationsOf(
    {
      stay: { ...unknown, track, regime, heldFrom: null, events },
      clock: { regime, termMonths: null, endOn, state: endOn === null ? 'away' : 'running', lines: [] },
    },
    rules(),
    calendar,
    DEFAULT_CLOCK_SETTINGS,
  )
}

/** What is owed towards the end of every term that ends on this day under this track and regime. */
export function duesBeforeEnd(
  group: { endOn: Day; track: Track; regime: TermRegime | null },
  calendar: HolidayCalendar,
): { notice: Obligation | undefined; certificate: Obligation | undefined } {
  const found = obligations({ ...group, events: [] }, calendar)
  return {
    notice: found.find(({ rule }) => rule === 'DIS-01' || rule === 'DIS-02'),
    certificate: found.find(({ rule }) => rule === 'DIS-03' || rule === 'DIS-04'),
  }
}

/** What is owed after an escape (INC-04), and when staying away counts as giving up (UP-03). */
export function duesAfterEscape(
  escape: { track: Track; regime: TermRegime | null; at: Instant },
  calendar: HolidayCalendar,
): Obligation[] {
  const events: ClockEvent[] = [{ kind: 'escaped', at: escape.at }]
  return obligations({ track: escape.track, regime: escape.regime, endOn: null, events }, calendar)
}
