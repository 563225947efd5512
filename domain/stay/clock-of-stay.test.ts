import { expect, test } from 'vitest'
import type { CustodyEvent } from '../custody/custody-event.ts'
import type { CustodyAct } from '../custody/facts.ts'
import { atTime } from '../time/instant.ts'
import { clockOfStay, shippedRules, type StayTermFacts } from './clock-of-stay.ts'

const compulsory: StayTermFacts = {
  initialTrack: 'compulsory',
  termRegime: 'R120',
  decisionOn: '2026-08-10',
  startOn: '2026-08-12',
  termMonths: null,
  ordinal: 1,
  heldFrom: null,
  birthOn: '1995-03-01',
}
const held: StayTermFacts = {
  ...compulsory,
  initialTrack: 'held',
  termRegime: null,
  decisionOn: null,
  startOn: null,
}

function line(...acts: [day: string, act: CustodyAct][]): CustodyEvent[] {
  return acts.map(([day, act], index) => ({
    ...act,
    id: `event-${index + 1}`,
    stayId: 'stay',
    seq: index + 1,
    at: atTime(day, '08:00'),
    recordedAt: atTime(day, '09:00'),
  }))
}
const received: CustodyAct = { kind: 'received', facts: { how: 'escort' } }
const escaped: CustodyAct = { kind: 'escaped', facts: { manner: 'single' } }
const toCompulsory: CustodyAct = {
  kind: 'track-changed',
  facts: {
    track: 'compulsory',
    decision: { number: '12/QĐ-TA', on: '2026-08-20', issuer: 'TAND khu vực 1' },
    startOn: '2026-08-21',
  },
}

test.each<[title: string, stay: StayTermFacts, events: CustodyEvent[], endOn: string | null, state: string]>([
  [
    'a first term under Luật 120/2025 Điều 29.1 ends 24 months after its start',
    compulsory,
    line(['2026-08-12', received]),
    '2028-08-12',
    'running',
  ],
  [
    'days away by escape are added (TERM-09)',
    compulsory,
    line(['2026-08-12', received], ['2026-09-01', escaped], ['2026-09-11', { kind: 'recovered', facts: {} }]),
    '2028-08-22',
    'running',
  ],
  [
    'someone who is away by escape has no end',
    compulsory,
    line(['2026-08-12', received], ['2026-09-01', escaped]),
    null,
    'away',
  ],
  [
    'a cancelled escape leaves the end where it was',
    compulsory,
    line(
      ['2026-08-12', received],
      ['2026-09-01', escaped],
      ['2026-09-02', { kind: 'corrected', facts: { cancels: 'event-2', why: 'Ghi nhầm người' } }],
    ),
    '2028-08-12',
    'running',
  ],
  [
    'someone held while the dossier is made has no end yet',
    held,
    line(['2026-08-01', received]),
    null,
    'no-decision',
  ],
  [
    'the days from reception to the decision come off the term of someone held before (TERM-07)',
    held,
    line(['2026-08-01', received], ['2026-08-20', toCompulsory]),
    '2028-08-01',
    'running',
  ],
  [
    'a cancelled change of track brings no decision',
    held,
    line(
      ['2026-08-01', received],
      ['2026-08-20', toCompulsory],
      ['2026-08-21', { kind: 'corrected', facts: { cancels: 'event-2', why: 'Quyết định của người khác' } }],
    ),
    null,
    'no-decision',
  ],
  [
    'a stay without the day of its decision is incomplete',
    { ...compulsory, termRegime: null, decisionOn: null },
    [],
    null,
    'incomplete',
  ],
])('%s', (_title, stay, events, endOn, state) => {
  const clock = clockOfStay(stay, events, shippedRules())
  expect({ endOn: clock.endOn, state: clock.state }).toEqual({ endOn, state })
  expect(clock.problems.length > 0).toBe(state === 'incomplete')
})

test('a later correction may stand before what it cancels: the order given plays no part', () => {
  const events = line(['2026-08-01', received], ['2026-08-20', toCompulsory])
  expect(clockOfStay(held, events.toReversed(), shippedRules()).endOn).toBe(
    clockOfStay(held, events, shippedRules()).endOn,
  )
})
