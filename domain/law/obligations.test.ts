import { expect, test } from 'vitest'
import { buildCalendar, DEFAULT_HOLIDAYS } from '../time/holidays.ts'
import { atTime, toOffsetText } from '../time/instant.ts'
import { DEFAULT_CLOCK_SETTINGS, type ClockSettings } from './clock-settings.ts'
import { expiryOf, type ObligationCase } from './due-desk.ts'
import { obligationsOf } from './obligations.ts'
import { buildRuleBook } from './rule-book.ts'
import { DEFAULT_RULES } from './rules/default-rules.ts'
import { computeStayClock, type StayClockInput } from './stay-clock.ts'

const book = buildRuleBook(DEFAULT_RULES)
const calendar = buildCalendar(DEFAULT_HOLIDAYS)

/** Adult, first compulsory rehab: ends 10/08/2028. */
const R120: StayClockInput = {
  track: 'compulsory',
  decidedOn: '2026-08-10',
  startOn: '2026-08-10',
  termMonths: null,
  ordinal: 1,
  birthOn: '1990-01-01',
  heldFrom: null,
  events: [],
}

/** Adult compulsory term of the old law that ends under the new one, 01/03/2027. */
const R73: StayClockInput = { ...R120, decidedOn: '2025-03-01', startOn: '2025-03-01', termMonths: 24 }

function dueOf(
  stay: StayClockInput,
  settings: Partial<ClockSettings> = {},
  more: Partial<ObligationCase> = {},
): string[] {
  const all = { ...DEFAULT_CLOCK_SETTINGS, ...settings }
  const clock = computeStayClock(stay, book, all)
  if ('refused' in clock) throw new Error(clock.refused[0]?.message)
  return obligationsOf({ stay, clock, ...more }, book, calendar, all).map(
    ({ rule, dueAt, form }) => `${rule} ${toOffsetText(dueAt).slice(0, 16)} ${form ?? '-'}`,
  )
}

function of(rule: string, lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith(`${rule} `))
}

test('R120 adult: the whole way from reception to release in order of what is due', () => {
  expect(dueOf(R120)).toEqual([
    'ST-1 2026-08-12T17:00 Mẫu 17, 18',
    'DAY-06 2027-08-10T17:00 -',
    'DIS-01 2028-07-11T17:00 Mẫu 51',
    'ST-5 2028-07-11T17:00 Mẫu 19',
    'DIS-10 2028-07-13T17:00 Mẫu 52, 53',
    'DIS-12 2028-07-14T05:00 Phụ lục I Mẫu 02, 03, 04',
    'DAY-06 2028-08-10T17:00 -',
    'DIS-12 2028-08-10T17:00 Phụ lục I Mẫu 02, 03, 04',
    'DIS-03 2028-08-10T17:00 Mẫu 50',
    'DIS-05 2028-08-10T17:00 Mẫu 23',
    'DIS-06 2028-08-10T17:00 -',
  ])
})

test.each<[string, string, StayClockInput, string[]]>([
  ['DIS-01', 'D163 Điều 123.1: 30 days before the end', R120, ['DIS-01 2028-07-11T17:00 Mẫu 51']],
  [
    'DIS-01',
    'D116 Điều 62.1 before 01/07/2026: 15 days, no form',
    { ...R73, termMonths: 12 },
    ['DIS-01 2026-02-14T17:00 -'],
  ],
  [
    'DIS-01',
    'Q-1: an R73 term that ends under R120, 15 days by setting, Mẫu 51',
    R73,
    ['DIS-01 2027-02-14T17:00 Mẫu 51'],
  ],
  [
    'DIS-02',
    'D163 Điều 97.1: voluntary, Mẫu 51',
    { ...R120, track: 'voluntary' },
    ['DIS-02 2028-07-11T17:00 Mẫu 51'],
  ],
  ['DIS-02', 'none before 01/07/2026', { ...R73, track: 'voluntary', termMonths: 12 }, []],
  [
    'DIS-03',
    'D116 Điều 62.2: Mẫu 46 at the end',
    { ...R73, termMonths: 12 },
    ['DIS-03 2026-03-01T17:00 Mẫu 46'],
  ],
  ['DIS-03', 'D163 Điều 123.2a: Mẫu 50 for an R73 term too', R73, ['DIS-03 2027-03-01T17:00 Mẫu 50']],
  ['DIS-04', 'D163 Điều 97.2a: Mẫu 30', { ...R120, track: 'voluntary' }, ['DIS-04 2028-08-10T17:00 Mẫu 30']],
  [
    'DIS-04',
    'D116 Điều 38.2: Mẫu 26b',
    { ...R73, track: 'voluntary', termMonths: 12 },
    ['DIS-04 2026-03-01T17:00 Mẫu 26b'],
  ],
  ['ST-1', 'D163 Điều 84.6: 2 days from reception', R120, ['ST-1 2026-08-12T17:00 Mẫu 17, 18']],
  [
    'ST-1',
    'D163 Điều 84.6: from the holding',
    { ...R120, heldFrom: '2026-07-29' },
    ['ST-1 2026-07-31T17:00 Mẫu 17, 18'],
  ],
  ['ST-1', 'no limit before 01/07/2026', R73, []],
  ['ST-5', 'none before 01/07/2026', { ...R73, termMonths: 12 }, []],
  ['DIS-10', 'nothing to wait for before 01/07/2026', { ...R73, termMonths: 12 }, []],
  // 14/02/2027 is a Sunday after Tết: Monday and Tuesday follow.
  ['DIS-10', 'D163 Điều 134: 2 working days after the notice', R73, ['DIS-10 2027-02-16T17:00 Mẫu 52, 53']],
  [
    'IN-16',
    'L73 Điều 35.6e: voluntary, 5 working days over Tết 2026',
    { ...R73, track: 'voluntary', decidedOn: '2026-02-12', startOn: '2026-02-12', termMonths: 6 },
    ['IN-16 2026-02-26T17:00 -'],
  ],
  ['IN-16', 'L120 Điều 46.2i: only private centres from 01/07/2026', { ...R120, track: 'voluntary' }, []],
  [
    'DAY-06',
    'D116 Điều 67.1 every 6 months, D163 Điều 114.1 every 12',
    { ...R73, decidedOn: '2025-10-01', startOn: '2025-10-01' },
    ['DAY-06 2026-04-01T17:00 -', 'DAY-06 2027-04-01T17:00 -'],
  ],
])('%s %s', (rule, _title, stay, expected) => {
  expect(of(rule, dueOf(stay))).toEqual(expected)
})

test('DIS-03 L120 Điều 35.5: the certificate opens 24 hours before the end and not earlier', () => {
  const clock = computeStayClock(R120, book, DEFAULT_CLOCK_SETTINGS)
  if ('refused' in clock) throw new Error('refused')
  const paper = obligationsOf({ stay: R120, clock }, book, calendar, DEFAULT_CLOCK_SETTINGS).find(
    ({ rule }) => rule === 'DIS-03',
  )
  expect(paper).toMatchObject({
    opensAt: atTime('2028-08-09', '17:00'),
    dueAt: atTime('2028-08-10', '17:00'),
    article: 'Luật Phòng, chống ma túy 120/2025/QH15 Điều 35.5; Nghị định 163/2026/NĐ-CP Điều 123.2a',
  })
})

test('the hour of expiry and the D-30 instant are settings', () => {
  expect(expiryOf('2028-08-10', { ...DEFAULT_CLOCK_SETTINGS, expiryTime: '09:00' })).toBe(
    '2028-08-10T02:00:00.000Z',
  )
  const settings = { expiryTime: '09:00', noticeIsDate: false }
  expect(of('DIS-01', dueOf(R120, settings))).toEqual(['DIS-01 2028-07-11T09:00 Mẫu 51'])
  expect(of('DIS-03', dueOf(R120, settings))).toEqual(['DIS-03 2028-08-10T09:00 Mẫu 50'])
})

test('DIS-01, Q-1: a centre that gives 30 days for R73 terms sets so', () => {
  expect(of('DIS-01', dueOf(R73, { r73NoticeDays: 30 }))).toEqual(['DIS-01 2027-01-30T17:00 Mẫu 51'])
})

test('CNT-03: moved off a day off, what is owed moves later and a notice before the end moves earlier', () => {
  const settings = { movePaperDeadlineOffHoliday: true }
  // 14/02/2027 is a Sunday; Tết with its compensation ends on 11/02, so Friday 12/02 is worked.
  expect(of('DIS-01', dueOf(R73, settings))).toEqual(['DIS-01 2027-02-12T17:00 Mẫu 51'])
  // Received on Thursday 13/08/2026: two days later is a Saturday.
  const stay = { ...R120, decidedOn: '2026-08-13', startOn: '2026-08-13' }
  expect(of('ST-1', dueOf(stay, settings))).toEqual(['ST-1 2026-08-17T17:00 Mẫu 17, 18'])
  expect(of('DIS-03', dueOf(R73, settings))).toEqual(['DIS-03 2027-03-01T17:00 Mẫu 50'])
})

test.each([
  ['2026-06-30', []],
  ['2026-07-01', ['INC-04 2026-07-02T22:15 Mẫu 43']],
])('INC-04 L120 Điều 46.2i: an escape on %s at 22:15', (day, expected) => {
  const events = [
    { kind: 'escaped' as const, at: atTime(day, '22:15') },
    { kind: 'recovered' as const, at: atTime('2026-07-10', '08:00') },
  ]
  expect(of('INC-04', dueOf({ ...R73, events }))).toEqual(expected)
})

test('away by escape: the notice is due, and nothing that hangs on the unknown end', () => {
  const events = [{ kind: 'escaped' as const, at: atTime('2027-02-04', '10:00') }]
  expect(dueOf({ ...R120, events })).toEqual([
    'ST-1 2026-08-12T17:00 Mẫu 17, 18',
    'INC-04 2027-02-05T10:00 Mẫu 43',
  ])
})

test('UP-03 D163 Điều 4: a voluntary person away for 2 working days over Tết 2027 has stopped', () => {
  const events = [{ kind: 'escaped' as const, at: atTime('2027-02-04', '10:00') }]
  expect(of('UP-03', dueOf({ ...R120, track: 'voluntary', events }))).toEqual(['UP-03 2027-02-15T17:00 -'])
  expect(of('UP-03', dueOf({ ...R120, events }))).toEqual([])
})

test('LEAVE-02 D163 Điều 121.1: back from a funeral within 5 days', () => {
  const events = [{ kind: 'funeral-out' as const, at: atTime('2027-03-01', '10:00') }]
  expect(of('LEAVE-02', dueOf({ ...R120, events }))).toEqual(['LEAVE-02 2027-03-06T17:00 Mẫu 49'])
})

test('DIS-07 L120 Điều 35.6: the social-protection dossier only for those who need it, 15 days before', () => {
  expect(of('DIS-07', dueOf(R120))).toEqual([])
  const due = (residence: 'stable' | 'none', work: 'able' | 'unable', birthOn = '1990-01-01') =>
    of(
      'DIS-07',
      dueOf(
        { ...R120, birthOn },
        {},
        {
          returnPlace: { residence, work, registeredAddress: null, registeredOn: null },
        },
      ),
    )
  expect(due('none', 'unable')).toEqual(['DIS-07 2028-07-26T17:00 -'])
  expect(due('none', 'able')).toEqual([])
  expect(due('stable', 'unable')).toEqual([])
  expect(due('none', 'able', '2010-08-11')).toEqual(['DIS-07 2028-07-26T17:00 -'])
})

test('DIS-11 L120 Điều 42.3: without a stable residence the new one is registered before the notice', () => {
  const place = { work: 'able', registeredAddress: null, registeredOn: null } as const
  const none = dueOf(R120, {}, { returnPlace: { ...place, residence: 'none' } })
  expect(of('DIS-11', none).map((text) => text.slice(7, 23))).toEqual(
    of('DIS-01', none).map((text) => text.slice(7, 23)),
  )
  expect(of('DIS-11', none)).toHaveLength(1)
  expect(of('DIS-11', dueOf(R120, {}, { returnPlace: { ...place, residence: 'stable' } }))).toEqual([])
  expect(of('DIS-11', dueOf(R120))).toEqual([])
})

test.each<[string, string, string[]]>([
  ['2010-05-10', 'turns 18 on 10/05/2028 with exactly 3 months left', ['AGE-03 2028-05-10T17:00 -']],
  ['2010-05-11', 'turns 18 with a day less than 3 months left', []],
  ['2008-08-10', 'is 18 on the day of reception', []],
])('AGE-03 L120 Điều 36.4: born %s, %s', (birthOn, _title, expected) => {
  expect(of('AGE-03', dueOf({ ...R120, birthOn }))).toEqual(expected)
})

test('DIS-12 D163 Điều 15: no electronic monitoring for who is still a minor at the end', () => {
  expect(of('DIS-12', dueOf({ ...R120, birthOn: '2010-08-11' }))).toEqual([])
  expect(of('DIS-12', dueOf({ ...R120, birthOn: '2010-08-10' }))).toHaveLength(2)
})

test('held without a decision: stage 1 and events only', () => {
  const held: StayClockInput = {
    ...R120,
    track: 'held',
    decidedOn: null,
    startOn: null,
    heldFrom: '2026-11-02',
  }
  expect(dueOf(held)).toEqual(['ST-1 2026-11-04T17:00 Mẫu 17, 18'])
})
