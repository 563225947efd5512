import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyHistory, possibleHistory } from '#tests/random-custody-history.ts'
import type { CustodyEvent } from './custody-event.ts'
import { countingWords, positionOf, stateAt, type CustodySpan } from './custody-span.ts'
import { CUSTODY_EVENT_KINDS } from './event-kinds.ts'
import type { CustodyAct } from './facts.ts'
import { replayCustody } from './replay.ts'

const DECISION = { number: '07/QĐ-TA', on: '2026-08-01', issuer: 'Tòa án nhân dân khu vực 1' }

/** Acts on consecutive days of August 2026 at 08:00 in Viet Nam, recorded in the order given. */
function line(...acts: CustodyAct[]): CustodyEvent[] {
  return acts.map((act, index) => {
    const at = `2026-08-${String(index + 1).padStart(2, '0')}T01:00:00.000Z`
    return { ...act, id: `e${index + 1}`, stayId: 's', seq: index + 1, at, recordedAt: at }
  })
}

function replay(...acts: CustodyAct[]) {
  return replayCustody(line(...acts), { initialTrack: 'held' })
}

const received: CustodyAct = { kind: 'received', facts: { how: 'escort' } }
const placed: CustodyAct = { kind: 'placed', facts: { bedId: 'A' } }
const moved: CustodyAct = { kind: 'moved', facts: { bedId: 'B' } }
const swapped: CustodyAct = { kind: 'swapped', facts: { bedId: 'C', withStayId: 'other' } }
const unplaced: CustodyAct = { kind: 'unplaced', facts: { reason: 'Sửa giường' } }
const left: CustodyAct = { kind: 'left', facts: { outKind: 'hospital', until: '2026-08-20T10:00:00.000Z' } }
const returned: CustodyAct = { kind: 'returned', facts: {} }
const escaped: CustodyAct = { kind: 'escaped', facts: { manner: 'single' } }
const recovered: CustodyAct = { kind: 'recovered', facts: {} }
const suspended: CustodyAct = { kind: 'suspended', facts: { decision: DECISION } }
const resumed: CustodyAct = { kind: 'resumed', facts: {} }
const interrupted: CustodyAct = { kind: 'interrupted', facts: {} }
const continued: CustodyAct = { kind: 'continued', facts: {} }
const compulsory: CustodyAct = { kind: 'track-changed', facts: { track: 'compulsory', decision: DECISION } }
const reduced: CustodyAct = { kind: 'term-changed', facts: { months: -3, reason: 'reduced' } }
const released: CustodyAct = { kind: 'released', facts: {} }

const NONE = { onRoll: false, present: false, inZone: false }
const ROLL_ONLY = { onRoll: true, present: false, inZone: false }
const PRESENT = { onRoll: true, present: true, inZone: false }
const IN_ZONE = { onRoll: true, present: true, inZone: true }

describe('replayCustody', () => {
  it.each([
    { acts: [], position: 'expected', bed: null, words: NONE },
    { acts: [received], position: 'awaiting-bed', bed: null, words: IN_ZONE },
    { acts: [received, placed], position: 'in-bed', bed: 'A', words: IN_ZONE },
    { acts: [received, placed, moved], position: 'in-bed', bed: 'B', words: IN_ZONE },
    { acts: [received, placed, swapped], position: 'in-bed', bed: 'C', words: IN_ZONE },
    { acts: [received, placed, unplaced], position: 'awaiting-bed', bed: null, words: IN_ZONE },
    { acts: [received, placed, left], position: 'out', bed: 'A', words: PRESENT },
    { acts: [received, placed, left, unplaced], position: 'out', bed: null, words: PRESENT },
    { acts: [received, placed, left, returned], position: 'in-bed', bed: 'A', words: IN_ZONE },
    { acts: [received, left, returned], position: 'awaiting-bed', bed: null, words: IN_ZONE },
    { acts: [received, placed, escaped], position: 'escaped', bed: null, words: ROLL_ONLY },
    { acts: [received, placed, left, escaped], position: 'escaped', bed: null, words: ROLL_ONLY },
    { acts: [received, placed, escaped, recovered], position: 'awaiting-bed', bed: null, words: IN_ZONE },
    { acts: [received, placed, left, suspended], position: 'suspended', bed: null, words: ROLL_ONLY },
    { acts: [received, placed, suspended, resumed], position: 'awaiting-bed', bed: null, words: IN_ZONE },
    { acts: [received, placed, interrupted], position: 'interrupted', bed: null, words: ROLL_ONLY },
    { acts: [received, interrupted, continued], position: 'awaiting-bed', bed: null, words: IN_ZONE },
    { acts: [received, placed, compulsory, reduced], position: 'in-bed', bed: 'A', words: IN_ZONE },
    { acts: [received, placed, released], position: 'ended', bed: null, words: NONE },
  ])('leads $acts.length events to $position', ({ acts, position, bed, words }) => {
    const { problems, current } = replay(...acts)
    expect(problems).toEqual([])
    expect(positionOf(current)).toBe(position)
    expect(current?.bedId ?? null).toBe(bed)
    expect(countingWords(current)).toEqual(words)
  })

  it.each([
    { why: 'anything before reception', acts: [left], code: 'before-reception', says: 'chưa được tiếp nhận' },
    {
      why: 'a second reception',
      acts: [received, received],
      code: 'already-received',
      says: '08:00 01/08/2026',
    },
    { why: 'back before out', acts: [received, returned], code: 'not-out', says: 'Chờ xếp giường' },
    { why: 'two beds at once', acts: [received, placed, placed], code: 'two-beds', says: '08:00 02/08/2026' },
    { why: 'a move without a bed', acts: [received, moved], code: 'no-bed', says: 'chưa có giường' },
    {
      why: 'a move to the same bed',
      acts: [received, placed, moved, moved],
      code: 'same-bed',
      says: '03/08/2026',
    },
    { why: 'a bed while out', acts: [received, left, placed], code: 'placed-while-away', says: 'Ra ngoài' },
    { why: 'leaving twice', acts: [received, left, left], code: 'already-out', says: '08:00 02/08/2026' },
    { why: 'leaving while escaped', acts: [received, escaped, left], code: 'not-inside', says: 'Bỏ trốn' },
    {
      why: 'a second escape',
      acts: [received, escaped, escaped],
      code: 'already-escaped',
      says: '02/08/2026',
    },
    { why: 'recovery without escape', acts: [received, recovered], code: 'not-escaped', says: 'bỏ trốn' },
    {
      why: 'a plain return from suspension',
      acts: [received, suspended, returned],
      code: 'not-out',
      says: 'Tạm đình chỉ',
    },
    {
      why: 'resuming what was not suspended',
      acts: [received, left, resumed],
      code: 'not-suspended',
      says: 'tạm đình chỉ',
    },
    {
      why: 'continuing what was not interrupted',
      acts: [received, continued],
      code: 'not-interrupted',
      says: 'án phạt tù',
    },
    {
      why: 'release of someone escaped',
      acts: [received, escaped, released],
      code: 'not-possible',
      says: 'Bỏ trốn',
    },
    {
      why: 'anything after the end',
      acts: [received, released, left],
      code: 'after-end',
      says: 'Hoàn thành, ra về',
    },
    {
      why: 'the same track again',
      acts: [received, compulsory, compulsory],
      code: 'same-track',
      says: 'diện',
    },
  ])('refuses $why ($code) and replays on without it', ({ acts, code, says }) => {
    const { problems, timeline } = replay(...acts)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code, eventId: `e${acts.length}` })
    expect(problems[0]?.message).toContain(says)
    expect(problems[0]?.message).toMatch(/^Không ghi được “.+” lúc 08:00 0\d\/08\/2026: /)
    expect(timeline).toEqual(replay(...acts.slice(0, -1)).timeline)
  })

  it('keeps the bed and says until when someone in hospital is out', () => {
    const { current } = replay(received, placed, left)
    expect(current).toMatchObject({ outKind: 'hospital', outUntil: '2026-08-20T10:00:00.000Z', bedId: 'A' })
  })

  it('marks suspension apart from other home treatment (L120 Điều 39.3)', () => {
    const home = replay(received, { kind: 'left', facts: { outKind: 'home-treatment' } }).current
    const decided = replay(received, suspended).current
    expect(home).toMatchObject({ state: 'out', outKind: 'home-treatment', suspended: false })
    expect(decided).toMatchObject({ state: 'out', outKind: 'home-treatment', suspended: true })
    expect(countingWords(home).present).toBe(true)
    expect(countingWords(decided).present).toBe(false)
  })

  it('remembers the last bed, the track and since when through the whole stay', () => {
    const { current, timeline } = replay(received, placed, compulsory, escaped, recovered)
    expect(timeline.map((span) => span.track)).toEqual([
      'held',
      'held',
      'compulsory',
      'compulsory',
      'compulsory',
    ])
    expect(timeline[2]).toMatchObject({ from: '2026-08-03T01:00:00.000Z', since: '2026-08-02T01:00:00.000Z' })
    expect(current).toMatchObject({ bedId: null, lastBedId: 'A', since: '2026-08-05T01:00:00.000Z' })
  })

  it('says how a stay ended', () => {
    expect(replay(received, placed, { kind: 'died', facts: {} }).current).toMatchObject({
      state: 'ended',
      endedKind: 'died',
      lastBedId: 'A',
    })
  })

  it('leaves cancelled events and their corrections out', () => {
    const wrong = replay(received, placed, moved, left, {
      kind: 'corrected',
      facts: { cancels: 'e3', why: 'Ghi nhầm người' },
    })
    expect(wrong.problems).toEqual([])
    expect(wrong.current).toMatchObject({ state: 'out', bedId: 'A' })
  })

  it.each([
    { why: 'an event of another stay', cancels: ['nowhere'], code: 'correction-target-missing' },
    { why: 'an event twice', cancels: ['e2', 'e2'], code: 'already-corrected' },
    { why: 'a correction', cancels: ['e2', 'e3'], code: 'correction-of-correction' },
  ])('refuses to cancel $why', ({ cancels, code }) => {
    const corrections = cancels.map((id): CustodyAct => ({
      kind: 'corrected',
      facts: { cancels: id, why: 'Nhầm' },
    }))
    expect(replay(received, placed, ...corrections).problems).toMatchObject([{ code }])
  })

  it('lets the hub’s order decide between events of one moment, which make one span', () => {
    const at = '2026-08-01T01:00:00.000Z'
    const together = line(received, placed, left).map((event) => ({ ...event, at }))
    const { timeline, problems } = replayCustody(together.toReversed(), { initialTrack: 'held' })
    expect(problems).toEqual([])
    expect(timeline).toHaveLength(1)
    expect(timeline[0]).toMatchObject({ from: at, state: 'out', bedId: 'A', eventId: 'e3' })
  })

  it('comes to the same whatever the order in which events were recorded', () => {
    fc.assert(
      fc.property(possibleHistory, fc.infiniteStream(fc.nat()), (events, numbers) => {
        const shuffled = events
          .map((event) => ({ event, rank: numbers.next().value ?? 0 }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ event }, seq) => ({ ...event, seq }))
        expect(replayCustody(shuffled, { initialTrack: 'held' })).toEqual(
          replayCustody(events, { initialTrack: 'held' }),
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('makes a gapless timeline of any events whatever, and a bed only for someone inside or out', () => {
    fc.assert(
      fc.property(anyHistory(CUSTODY_EVENT_KINDS), (events) => {
        const { timeline, problems, current } = replayCustody(events, { initialTrack: 'held' })
        expect(timeline.every(holdsTogether)).toBe(true)
        expect(timeline.at(-1) ?? null).toBe(current)
        const impossible = new Set(problems.map(({ eventId }) => eventId))
        const possible = events.filter(({ id }) => !impossible.has(id))
        expect(replayCustody(possible, { initialTrack: 'held' })).toEqual({ problems: [], timeline, current })
      }),
      { numRuns: 500 },
    )
  })
})

function holdsTogether(span: CustodySpan, index: number, timeline: readonly CustodySpan[]): boolean {
  const next = timeline[index + 1]
  const follows = next ? span.to === next.from && span.from < next.from : span.to === null
  const mayHoldBed = span.state === 'inside' || (span.state === 'out' && !span.suspended)
  const words = countingWords(span)
  const nested = (words.onRoll || !words.present) && (words.present || !words.inZone)
  return follows && nested && (mayHoldBed || span.bedId === null)
}

describe('stateAt', () => {
  const { timeline } = replay(received, placed, left, returned, released)

  it.each([
    { at: '2026-08-01T00:59:59.999Z', state: undefined },
    { at: '2026-08-01T01:00:00.000Z', state: 'inside' },
    { at: '2026-08-03T00:59:59.999Z', state: 'inside' },
    { at: '2026-08-03T01:00:00.000Z', state: 'out' },
    { at: '2026-08-04T12:00:00.000Z', state: 'inside' },
    { at: '2030-01-01T00:00:00.000Z', state: 'ended' },
  ])('finds $state at $at', ({ at, state }) => {
    expect(stateAt(timeline, at)?.state).toBe(state)
  })

  it('finds what a walk through the spans finds', () => {
    fc.assert(
      fc.property(
        possibleHistory,
        fc.date({ min: new Date('2025-12-01'), max: new Date('2027-12-01'), noInvalidDate: true }),
        (events, date) => {
          const spans = replayCustody(events, { initialTrack: 'held' }).timeline
          const at = date.toISOString()
          const walked = spans.find(({ from, to }) => from <= at && (to === null || at < to)) ?? null
          expect(stateAt(spans, at)).toBe(walked)
        },
      ),
    )
  })
})
