import { describe, expect, it } from 'vitest'
import { CUSTODY_EVENT_KINDS, CUSTODY_STATES, ENDING_KINDS } from './event-kinds.ts'
import {
  CUSTODY_POSITION_LABELS,
  CUSTODY_POSITIONS,
  CUSTODY_TRANSITIONS,
  isPossible,
  possibleEvents,
  type CustodyMove,
  type CustodyPosition,
} from './transitions.ts'

/** The design's table of custody, written a second time: the only acts possible from each position. */
const POSSIBLE: Record<CustodyPosition, readonly CustodyMove[]> = {
  expected: ['received', 'transferred-in'],
  'awaiting-bed': [
    'placed',
    'left',
    'escaped',
    'suspended',
    'track-changed',
    'term-changed',
    'transferred-out',
    'interrupted',
    'released',
    'exempted',
    'left-on-own-will',
    'to-social-protection',
    'to-prison',
    'died',
  ],
  'in-bed': [
    'moved',
    'swapped',
    'unplaced',
    'left',
    'escaped',
    'suspended',
    'track-changed',
    'term-changed',
    'transferred-out',
    'interrupted',
    'released',
    'exempted',
    'left-on-own-will',
    'to-social-protection',
    'to-prison',
    'died',
  ],
  out: [
    'unplaced',
    'returned',
    'escaped',
    'suspended',
    'track-changed',
    'term-changed',
    'transferred-out',
    'interrupted',
    'released',
    'exempted',
    'left-on-own-will',
    'to-social-protection',
    'to-prison',
    'died',
  ],
  suspended: [
    'escaped',
    'resumed',
    'track-changed',
    'term-changed',
    'interrupted',
    'released',
    'exempted',
    'to-social-protection',
    'to-prison',
    'died',
  ],
  escaped: ['recovered', 'track-changed', 'term-changed', 'left-on-own-will', 'to-prison', 'died'],
  interrupted: ['track-changed', 'term-changed', 'continued', 'exempted', 'to-prison', 'died'],
  ended: [],
}

describe('the custody state machine', () => {
  it.each(CUSTODY_POSITIONS)('offers exactly the acts of the design from %s', (position) => {
    const holdsBed = position === 'in-bed' || position === 'out'
    expect(possibleEvents(position, holdsBed).toSorted()).toEqual([...POSSIBLE[position]].toSorted())
  })

  it('does not take a bed from someone out who has none reserved', () => {
    expect(isPossible('unplaced', 'out', false)).toBe(false)
    expect(isPossible('unplaced', 'out', true)).toBe(true)
  })

  it('knows every kind of event but the correction, and every kind that ends a stay', () => {
    const kinds = CUSTODY_EVENT_KINDS.filter((kind) => kind !== 'corrected')
    expect(Object.keys(CUSTODY_TRANSITIONS).toSorted()).toEqual(kinds.toSorted())
    const ending = kinds.filter((kind) => CUSTODY_TRANSITIONS[kind].to === 'ended')
    expect(ending.toSorted()).toEqual([...ENDING_KINDS].toSorted())
  })

  it('frees the bed wherever nobody will be back in it, and keeps it on leave', () => {
    const freeing = Object.entries(CUSTODY_TRANSITIONS)
      .filter(([, { bed }]) => bed === 'free')
      .map(([kind]) => kind)
    expect(freeing).toEqual(expect.arrayContaining(['escaped', 'suspended', 'interrupted', ...ENDING_KINDS]))
    expect(CUSTODY_TRANSITIONS.left.bed).toBe('keep')
    expect(CUSTODY_TRANSITIONS.returned.bed).toBe('keep')
  })

  it('names every position, and leads to states that exist', () => {
    expect(new Set(Object.values(CUSTODY_POSITION_LABELS)).size).toBe(CUSTODY_POSITIONS.length)
    for (const { to } of Object.values(CUSTODY_TRANSITIONS)) expect(['same', ...CUSTODY_STATES]).toContain(to)
  })
})
