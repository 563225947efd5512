import type { EndingKind } from '../custody/event-kinds.ts'
import type { DutyCode } from '../law/duties.ts'
import {
  obligationsOfStay,
  type ObligationFacts,
  type ObligationRules,
  type StayObligation,
} from '../obligations/obligations-of-stay.ts'
import type { ObligationState } from '../obligations/obligation-state.ts'
import { clockOfStay } from '../stay/clock-of-stay.ts'
import type { Day } from '../time/day.ts'
import { daysBetween } from '../time/day.ts'
import { dayOf, type Instant } from '../time/instant.ts'
import { endAfter, recoveryOf, standingEvents } from './escape-standing.ts'

/** What became of one thing due by an escape: another moment, newly owed, or owed no longer. */
interface MovedDuty {
  key: string
  duty: DutyCode
  what: string
  change: 'moved' | 'new' | 'gone'
  before: Instant | null
  after: Instant | null
  state: ObligationState | null
  rule: string
  article: string
  note: string | null
}

/** What an escape, and the return from it, did to a stay. */
export interface EscapeEffect {
  escapedAt: Instant
  recoveredAt: Instant | null
  /** The end of the stay while the person was away; null when it did not end so. */
  ended: { kind: EndingKind; at: Instant } | null
  /** Days that do not count, by the house's way of counting (TERM-09, CNT-04); null while away or where no term runs. */
  daysAway: number | null
  endBefore: Day | null
  /** Null while away: no end can be known. */
  endAfter: Day | null
  /** By how many days the end moved; null while it is not known. */
  endMovedBy: number | null
  /** Why the end moved, as the stay clock says it. */
  line: { label: string; rule: string; article: string } | null
  duties: MovedDuty[]
}

/**
 * Compares a stay as it stands with what it would be had the person not escaped: the end of the term and every due
 * moment, each with the rule behind it (TERM-09: D116 Điều 56.4, D163 Điều 109.3). Depends on its input alone. A duty
 * of other escapes of the same stay stays out: it is there in both. Null for an event that is no escape that counts.
 */
export function explainEscape(
  facts: ObligationFacts,
  escapeEventId: string,
  rules: ObligationRules,
): EscapeEffect | null {
  const standing = standingEvents(facts.events)
  const escape = standing.find(({ id, kind }) => id === escapeEventId && kind === 'escaped')
  if (escape === undefined) return null
  const recovery = recoveryOf(standing, escape)
  const without = standing.filter(({ id }) => id !== escape.id && id !== recovery?.id)
  const before = clockOfStay(facts.stay, without, rules)
  const after = clockOfStay(facts.stay, standing, rules)
  const line = after.lines.find(
    ({ rule, from }) => rule === 'TERM-09' && from === dayOf(escape.at) && recovery !== undefined,
  )
  const endMovedBy =
    before.endOn === null || after.endOn === null ? null : daysBetween(before.endOn, after.endOn)
  return {
    escapedAt: escape.at,
    recoveredAt: recovery?.at ?? null,
    ended: recovery === undefined ? (endAfter(standing, escape) ?? null) : null,
    daysAway: line?.days ?? null,
    endBefore: before.endOn,
    endAfter: after.endOn,
    endMovedBy,
    line: line === undefined ? null : { label: line.label, rule: line.rule, article: line.source },
    duties: movedDuties(
      obligationsOfStay({ ...facts, events: without }, rules),
      obligationsOfStay({ ...facts, events: standing }, rules),
    ),
  }
}

function movedDuties(before: readonly StayObligation[], after: readonly StayObligation[]): MovedDuty[] {
  const old = new Map(before.map((one) => [one.key, one]))
  const now = new Map(after.map((one) => [one.key, one]))
  const found: MovedDuty[] = []
  for (const one of after) {
    const was = old.get(one.key)
    if (was === undefined) found.push(moved(one, 'new', null, one.dueAt))
    else if (was.dueAt !== one.dueAt) found.push(moved(one, 'moved', was.dueAt, one.dueAt))
  }
  for (const one of before) if (!now.has(one.key)) found.push(moved(one, 'gone', one.dueAt, null))
  const place = (one: MovedDuty) => one.after ?? one.before ?? ''
  return found.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) < place(b) ? -1 : 1))
}

function moved(
  one: StayObligation,
  change: MovedDuty['change'],
  before: Instant | null,
  after: Instant | null,
): MovedDuty {
  const { key, duty, what, rule, article, note = null } = one
  return {
    key,
    duty,
    what,
    change,
    before,
    after,
    state: change === 'gone' ? null : one.state,
    rule,
    article,
    note,
  }
}
