import { describe, expect, it } from 'vitest'
import type { CustodySpan } from '../custody/custody-span.ts'
import { OUT_KINDS } from '../custody/event-kinds.ts'
import {
  addToRollBreakdown,
  addToRollCount,
  emptyRollBreakdown,
  emptyRollCount,
  ROLL_STATES,
  rollKeyOf,
  type RollContext,
  type RollKey,
} from './roll-count.ts'

const CONTEXT: RollContext = { sex: 'female', zoneOfBed: (bedId) => (bedId === 'bed-1' ? 'zone-A' : null) }
const INSIDE: CustodySpan = {
  from: '2026-11-01T00:00:00.000Z',
  to: null,
  since: '2026-11-01T00:00:00.000Z',
  state: 'inside',
  suspended: false,
  outKind: null,
  outUntil: null,
  bedId: 'bed-1',
  lastBedId: 'bed-1',
  track: 'compulsory',
  endedKind: null,
  eventId: 'e1',
}

describe('rollKeyOf', () => {
  it.each([
    { who: 'someone in a bed', span: {}, state: 'inside', zoneId: 'zone-A' },
    { who: 'someone who lost the bed', span: { bedId: null }, state: 'inside', zoneId: null },
    {
      who: 'someone in hospital',
      span: { state: 'out', outKind: 'hospital' },
      state: 'out:hospital',
      zoneId: 'zone-A',
    },
    {
      who: 'someone at court whose bed was given away',
      span: { state: 'out', outKind: 'court', bedId: null },
      state: 'out:court',
      zoneId: 'zone-A',
    },
    {
      who: 'someone suspended',
      span: { state: 'out', outKind: 'home-treatment', suspended: true, bedId: null },
      state: 'suspended',
      zoneId: 'zone-A',
    },
    { who: 'someone escaped', span: { state: 'escaped', bedId: null }, state: 'escaped', zoneId: 'zone-A' },
    {
      who: 'someone in prison who never had a bed',
      span: { state: 'interrupted', bedId: null, lastBedId: null },
      state: 'interrupted',
      zoneId: null,
    },
  ] as const)('counts $who as $state of zone $zoneId', ({ span, state, zoneId }) => {
    const key = { state, zoneId, track: 'compulsory', sex: 'female' }
    expect(rollKeyOf({ ...INSIDE, ...span }, CONTEXT)).toEqual(key)
  })

  it('counts nobody before reception and after the end', () => {
    expect(rollKeyOf(null, CONTEXT)).toBeNull()
    expect(rollKeyOf({ ...INSIDE, state: 'ended', bedId: null }, CONTEXT)).toBeNull()
  })
})

describe('the counts of the roll', () => {
  it.each(ROLL_STATES)('keep their words for %s: on roll ≥ present ≥ in zone', (state) => {
    const count = emptyRollCount()
    addToRollCount(count, { zoneId: null, track: 'held', sex: 'male', state }, 3)
    const out = OUT_KINDS.reduce((sum, kind) => sum + count.out[kind], 0)
    expect(count.onRoll).toBe(3)
    expect(count.present).toBe(count.onRoll - count.escaped - count.suspended - count.interrupted)
    expect(count.inZone).toBe(count.present - out)
    expect(count.awaitingBed).toBe(state === 'inside' ? 3 : 0)
    expect(count.inZone + out + count.suspended + count.escaped + count.interrupted).toBe(3)
  })

  it('add up alike by zone, track and sex, and to nothing when taken away again', () => {
    const keys: RollKey[] = [
      { zoneId: 'A', track: 'compulsory', sex: 'male', state: 'inside' },
      { zoneId: 'A', track: 'held', sex: 'female', state: 'out:hospital' },
      { zoneId: null, track: 'voluntary', sex: 'male', state: 'inside' },
      { zoneId: 'B', track: 'compulsory', sex: 'male', state: 'escaped' },
    ]
    const breakdown = emptyRollBreakdown()
    for (const key of keys) addToRollBreakdown(breakdown, key, 1)
    expect(breakdown.total).toMatchObject({ onRoll: 4, present: 3, inZone: 2, escaped: 1, awaitingBed: 1 })
    expect(breakdown.total.out.hospital).toBe(1)
    expect(breakdown.byZone.get('A')).toMatchObject({ onRoll: 2, inZone: 1 })
    expect(breakdown.byTrack.compulsory.onRoll).toBe(2)
    expect(breakdown.bySex.female.onRoll).toBe(1)
    for (const key of keys) addToRollBreakdown(breakdown, key, -1)
    expect(breakdown.total).toEqual(emptyRollCount())
    expect([...breakdown.byZone.values()].every(({ onRoll }) => onRoll === 0)).toBe(true)
  })
})
