import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, type Day } from '../time/day.ts'
import { addHours, startOfDay } from '../time/instant.ts'
import type { ClockEvent, ClockEventKind } from './clock-event.ts'
import { DEFAULT_CLOCK_SETTINGS } from './clock-settings.ts'
import { buildRuleBook } from './rule-book.ts'
import { DEFAULT_RULES } from './rules/default-rules.ts'
import { computeStayClock, type StayClock, type StayClockInput } from './stay-clock.ts'

const book = buildRuleBook(DEFAULT_RULES)

const PAIRS = [
  ['escaped', 'recovered'],
  ['imprisoned', 'continued'],
  ['hospital-out', 'hospital-back'],
  ['funeral-out', 'funeral-back'],
  ['proceedings-out', 'proceedings-back'],
  ['suspended', 'resumed'],
] as const satisfies readonly (readonly [ClockEventKind, ClockEventKind])[]

interface Outing {
  pair: (typeof PAIRS)[number]
  gapDays: number
  lastDays: number
}

// Ten outings of at most 25 + 30 days stay within the 24 months of the term.
const outings = fc.array(
  fc.record({
    pair: fc.constantFrom(...PAIRS),
    gapDays: fc.integer({ min: 1, max: 25 }),
    lastDays: fc.integer({ min: 0, max: 30 }),
  }),
  { maxLength: 10 },
)
const starts = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-07-01', days))
const histories = fc.record({ startOn: starts, heldDays: fc.integer({ min: 0, max: 60 }), outings })

function eventsOf(startOn: Day, list: readonly Outing[]): ClockEvent[] {
  let day = startOn
  return list.flatMap(({ pair, gapDays, lastDays }) => {
    const from = addDays(day, gapDays)
    day = addDays(from, lastDays)
    return [
      { kind: pair[0], at: addHours(startOfDay(from), 8) },
      { kind: pair[1], at: addHours(startOfDay(day), 20) },
    ]
  })
}

function compute(startOn: Day, heldDays: number, events: readonly ClockEvent[]): StayClock {
  const input: StayClockInput = {
    track: 'compulsory',
    decidedOn: startOn,
    startOn,
    termMonths: null,
    ordinal: 1,
    birthOn: '1990-01-01',
    heldFrom: addDays(startOn, -heldDays),
    events,
  }
  const clock = computeStayClock(input, book, DEFAULT_CLOCK_SETTINGS)
  if ('refused' in clock) throw new Error(clock.refused.map((problem) => problem.message).join(' '))
  return clock
}

function notCounted(list: readonly Outing[]): number {
  return list
    .filter(({ pair }) => pair[0] === 'escaped' || pair[0] === 'imprisoned')
    .reduce((sum, { lastDays }) => sum + lastDays, 0)
}

test('end = start + 24 months - days held + days escaped or in prison (TERM-04, 07, 09, 14)', () => {
  fc.assert(
    fc.property(histories, ({ startOn, heldDays, outings: list }) => {
      const expected = addDays(addMonths(startOn, 24), notCounted(list) - heldDays)
      expect(compute(startOn, heldDays, eventsOf(startOn, list)).endOn).toBe(expected)
    }),
  )
})

test('the clock does not depend on the order in which events were recorded', () => {
  const shuffled = histories.chain((history) => {
    const events = eventsOf(history.startOn, history.outings)
    const all = { minLength: events.length, maxLength: events.length }
    return fc.tuple(fc.constant(history), fc.constant(events), fc.shuffledSubarray(events, all))
  })
  fc.assert(
    fc.property(shuffled, ([{ startOn, heldDays }, events, recorded]) => {
      expect(compute(startOn, heldDays, recorded)).toEqual(compute(startOn, heldDays, events))
    }),
    { numRuns: 2000 },
  )
})

test('months and days of the lines add up to the end', () => {
  fc.assert(
    fc.property(histories, ({ startOn, heldDays, outings: list }) => {
      const { lines, endOn } = compute(startOn, heldDays, eventsOf(startOn, list))
      const months = lines.reduce((sum, line) => sum + (line.months ?? 0), 0)
      const days = lines.reduce((sum, line) => sum + (line.days ?? 0), 0)
      expect(endOn).toBe(addDays(addMonths(startOn, months), days))
      expect(lines.at(-1)?.runningEndOn).toBe(endOn)
    }),
  )
})

test('the end is never earlier for having escaped longer, and never later for having been held longer', () => {
  fc.assert(
    fc.property(histories, fc.nat(9), ({ startOn, heldDays, outings: list }, index) => {
      const longer = list.map((outing, at) =>
        at === index ? { ...outing, lastDays: outing.lastDays + 1 } : outing,
      )
      const end = compute(startOn, heldDays, eventsOf(startOn, list)).endOn ?? ''
      expect((compute(startOn, heldDays, eventsOf(startOn, longer)).endOn ?? '') >= end).toBe(true)
      expect((compute(startOn, heldDays + 1, eventsOf(startOn, list)).endOn ?? '') <= end).toBe(true)
    }),
  )
})

test('leaving out the return from an escape leaves no end, whatever came before', () => {
  fc.assert(
    fc.property(histories, ({ startOn, heldDays, outings: list }) => {
      const open: Outing = { pair: PAIRS[0], gapDays: 1, lastDays: 0 }
      const events = eventsOf(startOn, [...list, open]).slice(0, -1)
      expect(compute(startOn, heldDays, events)).toMatchObject({ endOn: null, state: 'away' })
    }),
  )
})
