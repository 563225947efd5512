import { atTime } from '../time/instant.ts'
import type { ClockEvent, ClockEventKind } from './clock-event.ts'
import { buildRuleBook } from './rule-book.ts'
import { DEFAULT_RULES } from './rules/default-rules.ts'
import type { StayClockInput } from './stay-clock.ts'

export const CLOCK_BOOK = buildRuleBook(DEFAULT_RULES)

/** First compulsory rehab of an adult under Luật 120/2025: 10/08/2026 + 24 months. */
export const FIRST_R120: StayClockInput = {
  track: 'compulsory',
  decidedOn: '2026-08-10',
  startOn: '2026-08-10',
  termMonths: null,
  ordinal: 1,
  birthOn: '1990-01-01',
  heldFrom: null,
  events: [],
}

/** Compulsory rehab of an adult under Luật 73/2021: 01/03/2025 + 24 months. */
export const ADULT_R73: StayClockInput = {
  ...FIRST_R120,
  decidedOn: '2025-03-01',
  startOn: '2025-03-01',
  termMonths: 24,
}

/** `happened('escaped', '2027-03-01 22:00')`: an event at Vietnamese time. */
export function happened(kind: ClockEventKind, when: string, months?: number): ClockEvent {
  const at = atTime(when.slice(0, 10), when.slice(11) || '09:00')
  return months === undefined ? { kind, at } : { kind, at, months }
}
