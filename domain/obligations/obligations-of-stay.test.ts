import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CustodyEvent } from '../custody/custody-event.ts'
import type { CustodyAct } from '../custody/facts.ts'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import type { StayTermFacts } from '../stay/clock-of-stay.ts'
import { buildCalendar, DEFAULT_HOLIDAYS } from '../time/holidays.ts'
import { addHours, parseInstant, toOffsetText, type Instant } from '../time/instant.ts'
import { obligationsOfStay, rulesOn, type ObligationFacts } from './obligations-of-stay.ts'

const rules = rulesOn(
  buildRuleBook(DEFAULT_RULES),
  '2026-11-22',
  buildCalendar(DEFAULT_HOLIDAYS),
  '2022-01-01',
)

/** Adult, first compulsory rehab under R120: ends 10/08/2028. */
const R120: StayTermFacts = {
  initialTrack: 'compulsory',
  termRegime: 'R120',
  decisionOn: '2026-08-10',
  startOn: '2026-08-10',
  termMonths: 24,
  ordinal: 1,
  heldFrom: null,
  birthOn: '1990-01-01',
}
/** The same under the old law: ends 10/02/2026. */
const R73: StayTermFacts = {
  ...R120,
  termRegime: 'R73',
  decisionOn: '2025-02-10',
  startOn: '2025-02-10',
  termMonths: 12,
}

type Told = readonly [at: string, act: CustodyAct]

function at(text: string): Instant {
  const instant = parseInstant(`${text}:00+07:00`)
  if (instant === undefined) throw new Error(text)
  return instant
}

function eventsOf(told: readonly Told[]): CustodyEvent[] {
  return told.map(([when, act], index) => ({
    ...act,
    id: `e${index}`,
    stayId: 's',
    seq: index + 1,
    at: at(when),
    recordedAt: at(when),
  }))
}

const received: CustodyAct = { kind: 'received', facts: { how: 'escort' } }
const escaped: CustodyAct = { kind: 'escaped', facts: { manner: 'single' } }
const recovered: CustodyAct = { kind: 'recovered', facts: {} }
const back: CustodyAct = { kind: 'returned', facts: {} }
const placed: CustodyAct = { kind: 'placed', facts: { bedId: 'b1' } }
const leave = (outKind: 'funeral' | 'proceedings' | 'hospital', until?: string): CustodyAct => ({
  kind: 'left',
  facts: { outKind, ...(until === undefined ? {} : { until: at(until) }) },
})

function owed(stay: StayTermFacts, told: readonly Told[], more: Partial<ObligationFacts> = {}) {
  const nothing = { papers: [], alerts: [], evidence: [], marks: [] }
  return obligationsOfStay({ stay, events: eventsOf(told), ...nothing, ...more }, rules)
}

function lines(duty: string, stay: StayTermFacts, told: readonly Told[]): string[] {
  return owed(stay, told)
    .filter((one) => one.duty === duty)
    .map(({ rule, dueAt, state }) => `${rule} ${toOffsetText(dueAt).slice(0, 16)} ${state}`)
}

const IN: Told = ['2026-08-10T09:00', received]
const OLD_IN: Told = ['2025-02-10T09:00', received]
/** Thursday before Tết 2026, under the old law. */
const TET: Told = ['2026-02-12T09:00', received]

it.each<[string, string, StayTermFacts, Told[], string[]]>([
  [
    'IN-02',
    'D163 Điều 108.1: at once, 24 hours by the house',
    R120,
    [IN],
    ['IN-02 2026-08-11T09:00 scheduled'],
  ],
  ['IN-02', 'D116 Điều 55.2: hours run through Tết', R73, [TET], ['IN-02 2026-02-13T09:00 scheduled']],
  ['IN-03', 'D163 Điều 108.1: hand-over record', R120, [IN], ['IN-03 2026-08-11T09:00 scheduled']],
  [
    'IN-03',
    'D163 Điều 96: the record of a voluntary person is IN-09',
    { ...R120, initialTrack: 'voluntary' },
    [IN],
    ['IN-09 2026-08-11T09:00 scheduled'],
  ],
  [
    'IN-03',
    'D163 Điều 98: the record of somebody held is IN-06',
    { ...R120, initialTrack: 'held', decisionOn: null, startOn: null, termMonths: null, termRegime: null },
    [IN],
    ['IN-06 2026-08-11T09:00 scheduled'],
  ],
  ['IN-17', 'D163 Điều 113.2: things issued at entry', R120, [IN], ['IN-17 2026-08-11T09:00 scheduled']],
  ['IN-17', 'no such row under D116', R73, [OLD_IN], []],
  [
    'INC-02',
    'D163 Điều 109.2: with the notice, 24 hours through the night',
    R120,
    [IN, ['2026-09-01T23:30', escaped]],
    ['INC-02 2026-09-02T23:30 scheduled'],
  ],
  [
    'INC-02',
    'D116 Điều 56.2: no hours in the text, at once by the house, over Tết',
    R73,
    [OLD_IN, ['2026-02-17T02:00', escaped]],
    ['INC-02 2026-02-18T02:00 scheduled'],
  ],
  [
    'INC-04',
    'L120 Điều 46.2i: 24 hours from the minute of the escape, National Day included',
    R120,
    [IN, ['2026-09-01T23:30', escaped]],
    ['INC-04 2026-09-02T23:30 scheduled'],
  ],
  ['INC-04', 'no hour limit under D116', R73, [OLD_IN, ['2026-02-17T02:00', escaped]], []],
  [
    'UP-03',
    'D163 Điều 4: voluntary, away for 2 working days over a weekend',
    { ...R120, initialTrack: 'voluntary' },
    [IN, ['2026-10-09T10:00', escaped]],
    ['UP-03 2026-10-13T17:00 scheduled'],
  ],
  [
    'UP-03',
    'D116 Điều 3.5: 5 working days over Tết 2026',
    { ...R73, initialTrack: 'voluntary' },
    [OLD_IN, ['2026-02-05T10:00', escaped]],
    ['UP-03 2026-02-12T17:00 scheduled'],
  ],
  [
    'UP-03',
    'nothing given up when back in time',
    { ...R120, initialTrack: 'voluntary' },
    [IN, ['2026-10-09T10:00', escaped], ['2026-10-10T10:00', recovered]],
    [],
  ],
  [
    'LEAVE-02',
    'D163 Điều 121.1: 5 days, day of leaving not counted (CNT-02)',
    R120,
    [IN, ['2026-10-01T06:00', leave('funeral')]],
    ['LEAVE-02 2026-10-06T17:00 scheduled'],
  ],
  [
    'LEAVE-02',
    'D116 Điều 70.1: met by the return',
    R73,
    [OLD_IN, ['2026-01-05T06:00', leave('funeral', '2026-01-08T12:00')], ['2026-01-08T11:59', back]],
    ['LEAVE-02 2026-01-08T12:00 done'],
  ],
  [
    'LEAVE-06',
    'D163 Điều 121.4: checks when back',
    R120,
    [IN, ['2026-10-01T06:00', leave('funeral')], ['2026-10-04T20:00', back]],
    ['LEAVE-06 2026-10-05T20:00 scheduled'],
  ],
  [
    'LEAVE-06',
    'D116 Điều 70.4: checks when back',
    R73,
    [OLD_IN, ['2026-01-05T06:00', leave('funeral')], ['2026-01-08T11:59', back]],
    ['LEAVE-06 2026-01-09T11:59 scheduled'],
  ],
  [
    'OUT-01',
    'D163 Điều 111: back at the hour that was set',
    R120,
    [IN, ['2026-10-01T06:00', leave('proceedings', '2026-10-01T17:30')]],
    ['OUT-01 2026-10-01T17:30 scheduled'],
  ],
  [
    'HOUSE-08',
    'back from hospital at the hour that was set',
    R120,
    [IN, ['2026-10-01T06:00', leave('hospital', '2026-10-03T08:00')], ['2026-10-03T08:01', back]],
    ['HOUSE-08 2026-10-03T08:00 done'],
  ],
  ['HOUSE-05', 'a bed within 24 hours', R120, [IN], ['HOUSE-05 2026-08-11T09:00 scheduled']],
  ['HOUSE-05', 'none to be given to somebody in one', R120, [IN, ['2026-08-10T10:00', placed]], []],
  [
    'INC-14',
    'D163 Điều 122.1: written notice of a death, at once',
    R120,
    [IN, ['2026-10-01T03:00', { kind: 'died', facts: {} }]],
    ['INC-14 2026-10-02T03:00 scheduled'],
  ],
  [
    'INC-15',
    'D116 Điều 61: the family did not come within 24 hours',
    R73,
    [OLD_IN, ['2026-02-17T03:00', { kind: 'died', facts: {} }]],
    ['INC-15 2026-02-19T03:00 scheduled'],
  ],
  [
    'DIS-13',
    'D163 Điều 97, 123: papers of the discharge file, 3 days by the house',
    R120,
    [IN, ['2026-10-01T10:00', { kind: 'released', facts: {} }]],
    ['DIS-13 2026-10-04T17:00 scheduled'],
  ],
  [
    'TRF-01',
    'L120 Điều 38.2b: the dossier goes along',
    R120,
    [IN, ['2026-10-01T10:00', { kind: 'transferred-out', facts: { to: 'Cơ sở số 2' } }]],
    ['TRF-01 2026-10-04T17:00 scheduled'],
  ],
])('%s %s', (duty, _title, stay, told, expected) => {
  expect(lines(duty, stay, told)).toEqual(expected)
})

it('after the end asks for nothing that belonged to the stay', () => {
  const released: Told = ['2026-10-01T10:00', { kind: 'released', facts: {} }]
  expect(owed(R120, [IN, released]).map(({ duty }) => duty)).toEqual(['DIS-13'])
})

it('does not ask for what fell due before an old list was written down', () => {
  const events = eventsOf([OLD_IN]).map((event) => ({ ...event, recordedAt: at('2025-12-01T08:00') }))
  const all = owed(R73, [], { events })
  expect(all.length).toBeGreaterThan(0)
  expect(all.filter(({ dueAt }) => dueAt < at('2025-12-01T08:00'))).toEqual([])
})

it('DIS-01 D163 Điều 123.1: asks for a correction when the day of the end moved after the notice was sent', () => {
  const notice = owed(R120, [IN]).find(({ duty }) => duty === 'DIS-01')
  if (!notice) throw new Error('no notice')
  const mark = { key: 'DIS-01', kind: 'done', at: at('2028-07-01T09:00'), dueAt: notice.dueAt } as const
  const marks = [{ ...mark, reason: null, paper: 'Mẫu 51', number: '12/TB', sentBy: 'post' } as const]
  expect(owed(R120, [IN], { marks }).filter(({ duty }) => duty === 'DIS-01/correction')).toEqual([])
  const away: Told[] = [IN, ['2027-03-01T10:00', escaped], ['2027-03-10T10:00', recovered]]
  const moved = owed(R120, away, { marks })
  expect(moved.find(({ duty }) => duty === 'DIS-01')).toMatchObject({ state: 'done' })
  const correction = moved.find(({ duty }) => duty === 'DIS-01/correction')
  expect(correction).toMatchObject({ state: 'scheduled', dueAt: addHours(notice.dueAt, 9 * 24) })
  const answered = [
    ...marks,
    {
      ...mark,
      key: correction?.key ?? '',
      dueAt: correction?.dueAt ?? '',
      reason: null,
      paper: null,
      number: null,
      sentBy: 'post',
    } as const,
  ]
  const after = owed(R120, away, { marks: answered }).filter(({ duty }) => duty === 'DIS-01/correction')
  expect(after.map(({ state }) => state)).toEqual(['done'])
})

it('HOUSE-01..04: the role is told before, the head of the centre after', () => {
  const [first] = owed(R120, [IN]).filter(({ duty }) => duty === 'IN-02')
  expect(first && [first.warnAt, first.escalateAt]).toEqual([addHours(first?.dueAt ?? '', -6), first?.dueAt])
  const notice = owed(R120, [IN]).find(({ duty }) => duty === 'DIS-01')
  expect(notice && [notice.warnAt, notice.escalateAt]).toEqual([
    addHours(notice?.dueAt ?? '', -72),
    addHours(notice?.dueAt ?? '', 24),
  ])
})

it('does not depend on the order in which events were recorded', () => {
  const steps = fc.array(fc.record({ hours: fc.integer({ min: 1, max: 2000 }), away: fc.boolean() }), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat(1000)), (walk, orders) => {
      let when = at('2026-08-10T09:00')
      const events: CustodyEvent[] = eventsOf([IN])
      let isAway = false
      for (const [index, { hours }] of walk.entries()) {
        when = addHours(when, hours)
        const act = isAway ? recovered : escaped
        isAway = !isAway
        events.push({ ...act, id: `w${index}`, stayId: 's', seq: index + 2, at: when, recordedAt: when })
      }
      const keyed = events.map((event) => ({ event, by: orders.next().value }))
      const shuffled = keyed.toSorted((a, b) => a.by - b.by).map(({ event }) => event)
      expect(owed(R120, [], { events: shuffled })).toEqual(owed(R120, [], { events }))
    }),
    { numRuns: 300 },
  )
})
