import { expect, test } from 'vitest'
import type { Problem } from '../errors.ts'
import type { ClockEvent } from './clock-event.ts'
import { DEFAULT_CLOCK_SETTINGS, type ClockSettings } from './clock-settings.ts'
import { buildRuleBook, termRule, type RuleBook } from './rule-book.ts'
import { DEFAULT_RULES } from './rules/default-rules.ts'
import { computeStayClock, type StayClock, type StayClockInput } from './stay-clock.ts'
import { ADULT_R73, CLOCK_BOOK, FIRST_R120, happened } from './_clock-cases.ts'

function compute(
  input: StayClockInput,
  settings: Partial<ClockSettings> = {},
  rules: RuleBook = CLOCK_BOOK,
): StayClock | { refused: Problem[] } {
  return computeStayClock(input, rules, { ...DEFAULT_CLOCK_SETTINGS, ...settings })
}

function endOn(input: StayClockInput, settings: Partial<ClockSettings> = {}, rules: RuleBook = CLOCK_BOOK) {
  const clock = compute(input, settings, rules)
  return 'refused' in clock ? clock.refused.map((problem) => problem.code) : clock.endOn
}

test.each<[string, Partial<StayClockInput>, string]>([
  ['TERM-04 L120 Điều 29.1: first rehab, 24 months', {}, '2028-08-10'],
  ['TERM-05 L120 Điều 29.1: second rehab, 36 months', { ordinal: 2 }, '2029-08-10'],
  ['TERM-05 L120 Điều 29.1: fifth rehab, 36 months', { ordinal: 5 }, '2029-08-10'],
  ['TERM-04 L120 Điều 29.1: voluntary like compulsory', { track: 'voluntary' }, '2028-08-10'],
  ['TERM-04 L120 Điều 29.1: a minor too', { birthOn: '2011-05-01' }, '2028-08-10'],
  ['TERM-04 with the term written out', { termMonths: 24 }, '2028-08-10'],
  ['CNT-01 BLDS Điều 148: 29/02/2028 + 24 months', { startOn: '2028-02-29' }, '2030-02-28'],
  ['CNT-01 BLDS Điều 148: 31/08/2026 + 36 months', { startOn: '2026-08-31', ordinal: 2 }, '2029-08-31'],
  ['L120 Điều 56.2: decided 01/07/2026', { decidedOn: '2026-07-01', startOn: '2026-07-01' }, '2028-07-01'],
  ['TERM-07 L120 Điều 37.2: 12 days held', { heldFrom: '2026-07-29' }, '2028-07-29'],
  ['TERM-07 L120 Điều 37.2: held from the very day', { heldFrom: '2026-08-10' }, '2028-08-10'],
])('%s', (_title, facts, expected) => {
  expect(endOn({ ...FIRST_R120, ...facts })).toBe(expected)
})

test.each<[string, Partial<StayClockInput>, string]>([
  ['TERM-02 XLVPHC Điều 95.2: adult, 24 months', {}, '2027-03-01'],
  ['TERM-02 XLVPHC Điều 95.2: adult, 12 months', { termMonths: 12 }, '2026-03-01'],
  ['TERM-01 L73 Điều 31.1: voluntary, 6 months', { track: 'voluntary', termMonths: 6 }, '2025-09-01'],
  ['TERM-01 L73 Điều 31.1: voluntary, 12 months', { track: 'voluntary', termMonths: 12 }, '2026-03-01'],
  ['TERM-03 L73 Điều 33.3: minor, 6 months', { birthOn: '2008-01-01', termMonths: 6 }, '2025-09-01'],
  ['TERM-03 L73 Điều 33.3: 18 the day after', { birthOn: '2007-03-02', termMonths: 12 }, '2026-03-01'],
  ['TERM-02: 18 on the day of the decision', { birthOn: '2007-03-01', termMonths: 24 }, '2027-03-01'],
  ['L120 Điều 56.1: decided 30/06/2026', { decidedOn: '2026-06-30', startOn: '2026-07-15' }, '2028-07-15'],
  [
    'CNT-01 BLDS Điều 148: 31/08/2026 + 6 months',
    { track: 'voluntary', decidedOn: '2026-06-15', startOn: '2026-08-31', termMonths: 6 },
    '2027-02-28',
  ],
  ['TERM-07 D116 Điều 44.3: 28 days held', { heldFrom: '2025-02-01' }, '2027-02-01'],
])('%s', (_title, facts, expected) => {
  expect(endOn({ ...ADULT_R73, ...facts })).toBe(expected)
})

test.each<[string, ClockEvent[], string | null]>([
  [
    'TERM-09, CNT-04: escaped 01/03, recovered 10/03 = 9 days',
    [happened('escaped', '2027-03-01 22:00'), happened('recovered', '2027-03-10 06:00')],
    '2028-08-19',
  ],
  [
    'TERM-09, CNT-04: over midnight = 1 day, by the calendar of Viet Nam',
    [happened('escaped', '2027-03-01 23:59'), happened('recovered', '2027-03-02 00:01')],
    '2028-08-11',
  ],
  [
    'TERM-09, CNT-04: back the same day = 0 days',
    [happened('escaped', '2027-03-01 00:30'), happened('recovered', '2027-03-01 23:30')],
    '2028-08-10',
  ],
  [
    'TERM-09, CNT-04: over 29/02/2028 = 2 days',
    [happened('escaped', '2028-02-28'), happened('recovered', '2028-03-01')],
    '2028-08-12',
  ],
  [
    'TERM-09: two escapes add up, 9 + 3 days',
    [
      happened('escaped', '2027-03-01'),
      happened('recovered', '2027-03-10'),
      happened('escaped', '2027-06-01'),
      happened('recovered', '2027-06-04'),
    ],
    '2028-08-22',
  ],
  ['TERM-09 D163 Điều 109.3: away by escape, no end', [happened('escaped', '2027-03-01')], null],
  [
    'TERM-10 D163 Điều 114.4: hospital counts',
    [happened('hospital-out', '2027-03-01'), happened('hospital-back', '2027-04-01')],
    '2028-08-10',
  ],
  ['TERM-10 D163 Điều 114.4: still in hospital', [happened('hospital-out', '2027-03-01')], '2028-08-10'],
  [
    'TERM-09 from hospital: only the escape adds, 5 days',
    [
      happened('hospital-out', '2027-03-01'),
      happened('escaped', '2027-03-05'),
      happened('recovered', '2027-03-10'),
    ],
    '2028-08-15',
  ],
  [
    'TERM-11 L120 Điều 39.3: home under suspension counts',
    [happened('suspended', '2027-03-01'), happened('resumed', '2027-05-01')],
    '2028-08-10',
  ],
  [
    'TERM-12 D163 Điều 121.1: funeral leave counts',
    [happened('funeral-out', '2027-03-01'), happened('funeral-back', '2027-03-05')],
    '2028-08-10',
  ],
  [
    'TERM-13 D163 Điều 111.4: proceedings count',
    [happened('proceedings-out', '2027-03-01'), happened('proceedings-back', '2027-06-01')],
    '2028-08-10',
  ],
  [
    'TERM-14 L120 Điều 47.1: 181 days in prison, then the rest',
    [happened('imprisoned', '2027-01-10'), happened('continued', '2027-07-10')],
    '2029-02-07',
  ],
  [
    'TERM-13, TERM-14: proceedings that end in prison',
    [happened('proceedings-out', '2027-01-01'), happened('imprisoned', '2027-01-10')],
    null,
  ],
])('%s', (_title, events, expected) => {
  expect(endOn({ ...FIRST_R120, events })).toBe(expected)
})

test.each<[string, ClockEvent[], string | null]>([
  ['RED-01 D116 Điều 58.1a: 2 months off', [happened('reduced', '2026-04-01', 2)], '2027-01-01'],
  ['RED-02 D116 Điều 58.1b: 5 months off', [happened('reduced', '2026-04-01', 5)], '2026-10-01'],
  [
    'RED-01 twice: 2 and 1 months off',
    [happened('reduced', '2026-04-01', 2), happened('reduced', '2026-07-05', 1)],
    '2026-12-01',
  ],
  [
    'TERM-09 D116 Điều 56.4 with RED-01: 9 days on, 2 months off',
    [
      happened('escaped', '2025-05-01'),
      happened('recovered', '2025-05-10'),
      happened('reduced', '2026-04-01', 2),
    ],
    '2027-01-10',
  ],
  ['TERM-14 D116 Điều 58.3d: prison exempts the rest', [happened('imprisoned', '2026-01-10')], '2026-01-10'],
  ['D116 Điều 58.3: exempted', [happened('exempted', '2026-01-10')], '2026-01-10'],
  [
    'TERM-13 R73 silent: proceedings count by default',
    [happened('proceedings-out', '2025-04-01'), happened('proceedings-back', '2025-05-01')],
    '2027-03-01',
  ],
])('%s', (_title, events, expected) => {
  expect(endOn({ ...ADULT_R73, events })).toBe(expected)
})

test('RED-01 with CNT-01: a reduced term still ends on the month’s last day where the number is missing', () => {
  const input = { ...ADULT_R73, decidedOn: '2025-08-31', startOn: '2025-08-31' }
  expect(endOn({ ...input, events: [happened('reduced', '2026-10-01', 2)] })).toBe('2027-06-30')
})

test('TERM-07 with TERM-09: days escaped while held were not held, so they come back', () => {
  const events = [happened('escaped', '2026-08-01'), happened('recovered', '2026-08-04')]
  // 12 days from 29/07 to 10/08, of which 3 away: 9 days come off 10/08/2028.
  expect(endOn({ ...FIRST_R120, heldFrom: '2026-07-29', events })).toBe('2028-08-01')
})

test('§0.1: held for the dossier without a decision has neither regime nor term nor end', () => {
  const clock = compute({
    ...FIRST_R120,
    track: 'held',
    decidedOn: null,
    startOn: null,
    heldFrom: '2026-08-01',
  })
  expect(clock).toMatchObject({ regime: null, termMonths: null, endOn: null, state: 'no-decision' })
})

test('TERM-07: once decided, a held person’s days come off the term', () => {
  expect(endOn({ ...FIRST_R120, track: 'held', heldFrom: '2026-07-29' })).toBe('2028-07-29')
})

test('data model: a stay keeps its stored regime even where the day of the decision is not yet known', () => {
  const clock = compute({ ...ADULT_R73, decidedOn: null, regime: 'R73' })
  expect(clock).toMatchObject({ regime: 'R73', termMonths: 24, endOn: '2027-03-01' })
})

test('Q-1: a reduction from 01/07/2026 on is noted by default and refused where the centre has set so', () => {
  const input = { ...ADULT_R73, events: [happened('reduced', '2026-07-01', 2)] }
  const clock = compute(input)
  expect('refused' in clock ? undefined : clock.lines[1]?.note).toContain('01/07/2026')
  expect(endOn(input, { r73ReducedUnderR120: false })).toEqual(['reduction-not-allowed'])
  const earlier = compute({ ...ADULT_R73, events: [happened('reduced', '2026-06-30', 2)] })
  expect('refused' in earlier ? 'refused' : earlier.lines[1]?.note).toBeUndefined()
})

test('RED-01: a reduction before half the term is served is kept, with a note to check the decision', () => {
  const clock = compute({ ...ADULT_R73, events: [happened('reduced', '2025-09-01', 2)] })
  expect('refused' in clock ? undefined : clock.lines[1]?.note).toContain('một nửa')
})

test('TERM-14, Q-1: from 01/07/2026 on prison can be set to stop an R73 clock instead of ending it', () => {
  const input = { ...ADULT_R73, events: [happened('imprisoned', '2026-07-02')] }
  expect(endOn(input)).toBe('2026-07-02')
  expect(endOn(input, { r73PrisonExemptsUnderR120: false })).toBeNull()
  expect(
    endOn(
      { ...ADULT_R73, events: [happened('imprisoned', '2026-06-30')] },
      { r73PrisonExemptsUnderR120: false },
    ),
  ).toBe('2026-06-30')
})

test('CNT-04: counting both days makes 01/03-10/03 ten days', () => {
  const events = [happened('escaped', '2027-03-01'), happened('recovered', '2027-03-10')]
  expect(endOn({ ...FIRST_R120, events }, { escapedDaysCounting: 'both-days' })).toBe('2028-08-20')
})

test('TERM-13: an edited rule that proceedings do not count moves the end and leaves none while away', () => {
  const silent = termRule(CLOCK_BOOK, 'TERM-13', 'R73')
  const edited = buildRuleBook([
    ...DEFAULT_RULES,
    ...(silent === undefined ? [] : [{ ...silent, value: false }]),
  ])
  const out = happened('proceedings-out', '2025-04-01')
  expect(endOn({ ...ADULT_R73, events: [out, happened('proceedings-back', '2025-04-11')] }, {}, edited)).toBe(
    '2027-03-11',
  )
  expect(endOn({ ...ADULT_R73, events: [out] }, {}, edited)).toBeNull()
})

test('a corrected term counts with the correction, within the bounds of TERM-02', () => {
  expect(
    endOn({ ...ADULT_R73, termMonths: 20, events: [happened('term-corrected', '2025-05-01', -2)] }),
  ).toBe('2026-09-01')
  expect(
    endOn({ ...ADULT_R73, termMonths: 12, events: [happened('term-corrected', '2025-05-01', -2)] }),
  ).toEqual(['term-out-of-bounds'])
})

test('events of one moment are taken in the order that is possible, however they were written', () => {
  const events = [
    happened('hospital-out', '2027-03-10'),
    happened('recovered', '2027-03-10'),
    happened('escaped', '2027-03-01'),
  ]
  expect(endOn({ ...FIRST_R120, events })).toBe('2028-08-19')
})

test('every line says in Vietnamese what happened, cites its article and carries the end so far', () => {
  const clock = compute({
    ...FIRST_R120,
    heldFrom: '2026-07-29',
    events: [happened('escaped', '2027-03-01'), happened('recovered', '2027-03-10')],
  })
  expect('refused' in clock ? [] : clock.lines).toEqual([
    {
      label:
        'Thời hạn cai nghiện lần đầu, mọi hình thức: 24 tháng, tính từ ngày 10/08/2026, hết ngày 10/08/2028.',
      months: 24,
      from: '2026-08-10',
      to: '2028-08-10',
      rule: 'TERM-04',
      source: 'Luật Phòng, chống ma túy 120/2025/QH15 Điều 29.1',
      runningEndOn: '2028-08-10',
    },
    {
      label: 'Trừ 12 ngày đã ở cơ sở trong khi lập hồ sơ, từ ngày 29/07/2026 đến ngày 10/08/2026.',
      days: -12,
      from: '2026-07-29',
      to: '2026-08-10',
      rule: 'TERM-07',
      source: 'Luật Phòng, chống ma túy 120/2025/QH15 Điều 37.2',
      runningEndOn: '2028-07-29',
    },
    {
      label:
        'Bỏ trốn từ ngày 01/03/2027 đến ngày 10/03/2027: 9 ngày không được tính, cộng thêm vào thời hạn.',
      days: 9,
      from: '2027-03-01',
      to: '2027-03-10',
      rule: 'TERM-09',
      source: 'Nghị định 163/2026/NĐ-CP Điều 107.4, 109.3',
      runningEndOn: '2028-08-07',
    },
    {
      label: 'Hết thời hạn lúc 17:00 ngày 07/08/2028.',
      to: '2028-08-07',
      rule: 'CNT-01',
      source: 'Bộ luật Dân sự 2015 Điều 148',
      runningEndOn: '2028-08-07',
    },
  ])
})

test('Q-3: a start before the decision is kept, with a note to compare it with the decision', () => {
  const notes = ['2026-08-09', '2026-08-10'].map((startOn) => {
    const clock = compute({ ...FIRST_R120, startOn })
    return 'refused' in clock ? 'refused' : (clock.lines[0]?.note ?? null)
  })
  expect(notes).toEqual([expect.stringContaining('sớm hơn ngày quyết định'), null])
})

test.each<[string, StayClockInput, string]>([
  [
    'TERM-09: an escape on the very first day',
    { ...FIRST_R120, events: [happened('escaped', '2026-08-10'), happened('recovered', '2026-08-12')] },
    '2028-08-12',
  ],
  [
    'TERM-09: an escape on the last day',
    { ...FIRST_R120, events: [happened('escaped', '2028-08-10 08:00'), happened('recovered', '2028-08-13')] },
    '2028-08-13',
  ],
  [
    'RED-01: a reduction of all that is left',
    { ...ADULT_R73, events: [happened('reduced', '2027-01-01', 2)] },
    '2027-01-01',
  ],
])('%s is possible', (_title, input, expected) => {
  expect(endOn(input)).toBe(expected)
})

test('RED-01 D116 Điều 58.1a: half the term is served on the day in the middle, not the day before', () => {
  const notes = ['2026-02-28', '2026-03-01'].map((day) => {
    const clock = compute({ ...ADULT_R73, events: [happened('reduced', day, 2)] })
    return 'refused' in clock ? 'refused' : (clock.lines[1]?.note ?? null)
  })
  expect(notes).toEqual([expect.stringContaining('một nửa'), null])
})
