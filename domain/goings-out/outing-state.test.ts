import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { CustodyEvent } from '../custody/custody-event.ts'
import { positionOf } from '../custody/custody-span.ts'
import type { CustodyAct } from '../custody/facts.ts'
import { replayCustody } from '../custody/replay.ts'
import { possibleEvents, type CustodyMove } from '../custody/transitions.ts'
import { courseOf, type OutingPapers } from './outing-state.ts'

const NOW = '2027-03-10T00:00:00.000Z'
const AT = { now: NOW, initialTrack: 'compulsory' } as const

function at(hour: number): string {
  return new Date(Date.parse('2027-03-01T00:00:00.000Z') + hour * 3_600_000).toISOString()
}

function event(seq: number, hour: number, act: CustodyAct): CustodyEvent {
  return { ...act, id: `e${seq}`, stayId: 's', seq, at: at(hour), recordedAt: NOW } as CustodyEvent
}

const RECEIVED: CustodyAct = { kind: 'received', facts: { how: 'escort' } }
const LEFT: CustodyAct = { kind: 'left', facts: { outKind: 'funeral', until: at(100) } }
const SAID: OutingPapers = { verdict: 'approved', firstApprovedAt: null, withdrawnAt: null, leftEvent: 'e2' }

describe('how an outing stands', () => {
  it.each<[string, CustodyAct[], string]>([
    ['nothing more', [], 'out'],
    ['the person came back', [{ kind: 'returned', facts: {} }], 'returned'],
    ['the person escaped', [{ kind: 'escaped', facts: { manner: 'single' } }], 'escaped'],
    ['the bed was given up meanwhile', [{ kind: 'unplaced', facts: { reason: 'Hết chỗ' } }], 'out'],
    ['the person died outside', [{ kind: 'died', facts: {} }], 'ended'],
    [
      'the court suspended meanwhile',
      [{ kind: 'suspended', facts: { decision: { number: '1', on: '2027-03-01', issuer: 'TAND' } } }],
      'suspended',
    ],
    [
      'the departure was taken back',
      [{ kind: 'corrected', facts: { cancels: 'e2', why: 'Ghi nhầm' } }],
      'approved',
    ],
  ])('%s', (_title, acts, state) => {
    const events = [
      event(1, 1, RECEIVED),
      event(2, 2, LEFT),
      ...acts.map((act, i) => event(3 + i, 3 + i, act)),
    ]
    expect(courseOf(SAID, events, AT).state).toBe(state)
  })

  it('is overdue from the minute after the hour set, and no longer when back', () => {
    const events = [event(1, 1, RECEIVED), event(2, 2, LEFT)]
    expect(courseOf(SAID, events, { ...AT, now: at(100) }).isOverdue).toBe(false)
    expect(courseOf(SAID, events, { ...AT, now: at(101) }).isOverdue).toBe(true)
    const back = [...events, event(3, 120, { kind: 'returned', facts: {} })]
    expect(courseOf(SAID, back, { ...AT, now: at(130) })).toMatchObject({
      isOverdue: false,
      state: 'returned',
    })
  })

  it('goes and returns in one moment, and is returned', () => {
    const events = [event(1, 1, RECEIVED), event(2, 2, LEFT), event(3, 2, { kind: 'returned', facts: {} })]
    expect(courseOf(SAID, events, AT).state).toBe('returned')
  })

  it.each<[Partial<OutingPapers>, string]>([
    [{ verdict: null }, 'requested'],
    [{ verdict: null, firstApprovedAt: NOW }, 'first-approved'],
    [{ verdict: 'denied' }, 'denied'],
    [{ withdrawnAt: NOW }, 'withdrawn'],
    [{}, 'approved'],
  ])('on paper %j: %s', (papers, state) => {
    expect(courseOf({ ...SAID, leftEvent: null, ...papers }, [], AT).state).toBe(state)
  })
})

function actOf(kind: CustodyMove, step: number): CustodyAct | null {
  const decision = { number: '1', on: '2027-03-01', issuer: 'TAND' }
  switch (kind) {
    case 'left':
      return { kind, facts: { outKind: 'hospital', until: at(step + 3) } }
    case 'suspended':
      return { kind, facts: { decision } }
    case 'returned':
    case 'resumed':
    case 'recovered':
    case 'interrupted':
    case 'continued':
    case 'released':
    case 'died':
      return { kind, facts: {} }
    case 'escaped':
      return { kind, facts: { manner: 'single' } }
    case 'placed':
    case 'moved':
      return { kind, facts: { bedId: `b${step}` } }
    case 'unplaced':
      return { kind, facts: { reason: 'Sửa phòng' } }
    default:
      return null
  }
}

/** A history in which each event was possible when it was written; some are cancelled later. */
function history(choices: readonly number[]): CustodyEvent[] {
  const events: CustodyEvent[] = [event(1, 1, RECEIVED)]
  choices.forEach((choice, index) => {
    const { current } = replayCustody(events, AT)
    const seq = events.length + 1
    if (choice % 9 === 8 && events.length > 2) {
      const target = events[1 + (choice % (events.length - 1))]
      if (target && target.kind !== 'corrected')
        events.push(event(seq, index + 2, { kind: 'corrected', facts: { cancels: target.id, why: 'Nhầm' } }))
      return
    }
    const possible = possibleEvents(positionOf(current), (current?.bedId ?? null) !== null)
    const kind = possible[choice % Math.max(1, possible.length)]
    const act = kind === undefined ? null : actOf(kind, index + 2)
    // Every third event happens in the moment of the one before.
    if (act) events.push(event(seq, choice % 3 === 0 ? index + 1 : index + 2, act))
  })
  return events
}

test('over random histories exactly the outing of the current departure is out, and its end is the roll’s', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 40 }), (choices) => {
      const events = history(choices)
      const { current } = replayCustody(events, AT)
      const departures = events.filter(({ kind }) => kind === 'left' || kind === 'suspended')
      const out = departures.filter(
        ({ id }) => courseOf({ ...SAID, leftEvent: id }, events, AT).state === 'out',
      )
      expect(out.length).toBe(current?.state === 'out' ? 1 : 0)
      const [only] = out
      if (only === undefined) return
      const course = courseOf({ ...SAID, leftEvent: only.id }, events, AT)
      expect(course.until).toBe(current?.outUntil)
      expect(course.leftAt).toBe(current?.since)
      expect(only.kind === 'suspended').toBe(current?.suspended)
    }),
    { numRuns: 2000 },
  )
})
