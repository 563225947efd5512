import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyHistory, possibleHistory } from '#tests/random-custody-history.ts'
import { stateAt, type CustodySpan } from '../custody/custody-span.ts'
import { CUSTODY_EVENT_KINDS } from '../custody/event-kinds.ts'
import { replayCustody } from '../custody/replay.ts'
import { addDays, type Day } from '../time/day.ts'
import { atTime, dayOf, endOfDay, instantFromMs, instantMs } from '../time/instant.ts'
import {
  addToRollBreakdown,
  emptyRollBreakdown,
  rollKeyOf,
  type RollBreakdown,
  type RollContext,
  type RollCount,
} from './roll-count.ts'
import { rollDeltas, type RollDelta } from './roll-deltas.ts'

const CONTEXT: RollContext = {
  sex: 'male',
  zoneOfBed: (bedId) => (bedId === 'bed-1' || bedId === 'bed-2' ? 'zone-A' : 'zone-B'),
}

function span(day: Day, time: string, change: Partial<CustodySpan>): CustodySpan {
  const from = atTime(day, time)
  return {
    from,
    to: null,
    since: from,
    state: 'inside',
    suspended: false,
    outKind: null,
    outUntil: null,
    bedId: null,
    lastBedId: null,
    track: 'held',
    endedKind: null,
    eventId: `e-${from}`,
    ...change,
  }
}

const BED = { bedId: 'bed-1', lastBedId: 'bed-1' }

describe('rollDeltas', () => {
  it('takes the census at the end of the day in Viet Nam', () => {
    const timeline = [
      span('2026-11-01', '23:59', BED),
      span('2026-11-02', '00:00', { ...BED, state: 'out', outKind: 'hospital' }),
      span('2026-11-04', '15:00', { state: 'ended', lastBedId: 'bed-1', endedKind: 'released' }),
    ]
    const key = { zoneId: 'zone-A', track: 'held', sex: 'male' }
    expect(rollDeltas(timeline, CONTEXT)).toEqual([
      { day: '2026-11-01', ...key, state: 'inside', delta: 1 },
      { day: '2026-11-02', ...key, state: 'inside', delta: -1 },
      { day: '2026-11-02', ...key, state: 'out:hospital', delta: 1 },
      { day: '2026-11-04', ...key, state: 'out:hospital', delta: -1 },
    ])
  })

  it('leaves no trace of an outing of one day, nor of a stay of one day', () => {
    const outing = [
      span('2026-11-01', '08:00', BED),
      span('2026-11-02', '08:00', { ...BED, state: 'out', outKind: 'court' }),
      span('2026-11-02', '17:00', BED),
    ]
    expect(rollDeltas(outing, CONTEXT)).toHaveLength(1)
    const day = [span('2026-11-01', '08:00', {}), span('2026-11-01', '20:00', { state: 'ended' })]
    expect(rollDeltas(day, CONTEXT)).toEqual([])
  })

  it('says nothing of a move within the zone', () => {
    const moved = [
      span('2026-11-01', '08:00', BED),
      span('2026-11-02', '08:00', { bedId: 'bed-2', lastBedId: 'bed-2' }),
    ]
    expect(rollDeltas(moved, CONTEXT)).toHaveLength(1)
  })

  it('sums up, to any day, to the people counted in that day’s last millisecond', () => {
    const histories = fc.array(fc.oneof(possibleHistory, anyHistory(CUSTODY_EVENT_KINDS)), { maxLength: 6 })
    fc.assert(
      fc.property(histories, (centre) => {
        const timelines = centre.map((events) => replayCustody(events, { initialTrack: 'held' }).timeline)
        const deltas = timelines.flatMap((timeline) => rollDeltas(timeline, CONTEXT))
        for (const day of daysToTry(timelines)) {
          const summed = summedTo(deltas, day)
          expect(countsOf(summed)).toEqual(countsOf(countedAt(timelines, day)))
          expect(wordsHold(summed)).toBe(true)
        }
      }),
    )
  })
})

function daysToTry(timelines: readonly CustodySpan[][]): Set<Day> {
  const days = timelines.flat().map(({ from }) => dayOf(from))
  return new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))
}

function summedTo(deltas: readonly RollDelta[], day: Day): RollBreakdown {
  const breakdown = emptyRollBreakdown()
  for (const delta of deltas) if (delta.day <= day) addToRollBreakdown(breakdown, delta, delta.delta)
  return breakdown
}

function countedAt(timelines: readonly CustodySpan[][], day: Day): RollBreakdown {
  const lastMoment = instantFromMs(instantMs(endOfDay(day)) - 1)
  const breakdown = emptyRollBreakdown()
  for (const timeline of timelines) {
    const key = rollKeyOf(stateAt(timeline, lastMoment), CONTEXT)
    if (key) addToRollBreakdown(breakdown, key, 1)
  }
  return breakdown
}

/** Everything counted, without zones in which nobody is any more. */
function countsOf({ byZone, ...rest }: RollBreakdown): unknown {
  const zones = [...byZone].filter(([, { onRoll }]) => onRoll !== 0)
  return { ...rest, zones: Object.fromEntries(zones.map(([zone, count]) => [zone ?? 'none', count])) }
}

function wordsHold(breakdown: RollBreakdown): boolean {
  const { total } = breakdown
  const sums = [
    breakdown.byZone.values(),
    Object.values(breakdown.byTrack),
    Object.values(breakdown.bySex),
  ].map((counts) => [...counts].reduce((sum, { onRoll }) => sum + onRoll, 0))
  return sums.every((sum) => sum === total.onRoll) && nested(total)
}

function nested({ onRoll, present, inZone, awaitingBed }: RollCount): boolean {
  return onRoll >= present && present >= inZone && inZone >= awaitingBed && awaitingBed >= 0
}
