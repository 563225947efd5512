import { expect, test } from 'vitest'
import type { ClockEvent } from './clock-event.ts'
import { DEFAULT_CLOCK_SETTINGS } from './clock-settings.ts'
import { computeStayClock, type StayClockInput } from './stay-clock.ts'
import { ADULT_R73, CLOCK_BOOK, FIRST_R120, happened } from './_clock-cases.ts'

/** Codes of the refusal, or the end of a clock that was not refused. */
function refusal(input: StayClockInput): string[] | string | null {
  const clock = computeStayClock(input, CLOCK_BOOK, DEFAULT_CLOCK_SETTINGS)
  return 'refused' in clock ? clock.refused.map((problem) => problem.code) : clock.endOn
}

test.each<[string, Partial<StayClockInput>, string]>([
  ['TERM-01 R73: voluntary, 5 months', { track: 'voluntary', termMonths: 5 }, 'term-out-of-bounds'],
  ['TERM-01 R73: voluntary, 13 months', { track: 'voluntary', termMonths: 13 }, 'term-out-of-bounds'],
  ['TERM-02 R73: adult, 11 months', { termMonths: 11 }, 'term-out-of-bounds'],
  ['TERM-02 R73: adult, 25 months', { termMonths: 25 }, 'term-out-of-bounds'],
  ['TERM-03 R73: minor, 13 months', { birthOn: '2008-01-01', termMonths: 13 }, 'term-out-of-bounds'],
  ['R73 without a term', { termMonths: null }, 'term-missing'],
  ['L73 Điều 33.1: 11 years old', { birthOn: '2013-03-02' }, 'too-young'],
  ['born after the decision', { birthOn: '2025-03-02' }, 'birth-after-decision'],
  ['TERM-04 R120 with 12 months', { ...FIRST_R120, termMonths: 12 }, 'term-out-of-bounds'],
  [
    'TERM-05 R120 second time with 24 months',
    { ...FIRST_R120, ordinal: 2, termMonths: 24 },
    'term-out-of-bounds',
  ],
  ['R120 without an ordinal', { ...FIRST_R120, ordinal: null }, 'ordinal-missing'],
  ['no decision', { decidedOn: null }, 'decision-missing'],
  ['no start', { startOn: null }, 'start-missing'],
  ['held from after the start', { heldFrom: '2025-03-02' }, 'held-after-start'],
  ['TERM-07: held as long as the term', { termMonths: 12, heldFrom: '2024-03-01' }, 'held-longer-than-term'],
])('is refused: %s', (_title, facts, code) => {
  expect(refusal({ ...ADULT_R73, ...facts })).toEqual([code])
})

test.each<[string, ClockEvent[], string]>([
  ['recovered without escape', [happened('recovered', '2027-01-01')], 'recovered-without-escape'],
  ['returned before left', [happened('hospital-back', '2027-01-01')], 'returned-without-leaving'],
  [
    'back from hospital while at a funeral',
    [happened('funeral-out', '2027-01-01'), happened('hospital-back', '2027-01-02')],
    'returned-without-leaving',
  ],
  ['resumed without suspension', [happened('resumed', '2027-01-01')], 'resumed-without-suspension'],
  ['continued without prison', [happened('continued', '2027-01-01')], 'continued-without-prison'],
  [
    'out while out',
    [happened('hospital-out', '2027-01-01'), happened('funeral-out', '2027-01-02')],
    'out-while-out',
  ],
  [
    'two open escapes',
    [happened('escaped', '2027-01-01'), happened('escaped', '2027-01-02')],
    'escaped-twice',
  ],
  [
    'in hospital while escaped',
    [happened('escaped', '2027-01-01'), happened('hospital-out', '2027-01-02')],
    'not-inside',
  ],
  ['an event before the start', [happened('escaped', '2026-08-09 23:59')], 'event-before-start'],
  ['an escape after the end', [happened('escaped', '2028-08-11')], 'event-after-end'],
  [
    'RED-04 L120 Điều 39: a reduction under R120',
    [happened('reduced', '2027-10-01', 2)],
    'reduction-not-allowed',
  ],
  [
    'an event after the exemption',
    [happened('exempted', '2027-01-01'), happened('escaped', '2027-01-02')],
    'event-after-end',
  ],
])('is refused under R120: %s', (_title, events, code) => {
  expect(refusal({ ...FIRST_R120, events })).toEqual([code])
})

test.each<[string, Partial<StayClockInput>, string]>([
  ['RED-02: 7 months at once', { events: [happened('reduced', '2026-04-01', 7)] }, 'reduction-out-of-bounds'],
  ['RED-01: no months', { events: [happened('reduced', '2026-04-01', 0)] }, 'reduction-out-of-bounds'],
  [
    'RED-01: more than what is left',
    { events: [happened('reduced', '2027-02-01', 2)] },
    'reduction-too-large',
  ],
  [
    'RED-01: while escaped',
    { events: [happened('escaped', '2026-03-01'), happened('reduced', '2026-04-01', 1)] },
    'not-inside',
  ],
  [
    'D116 Điều 58: a voluntary term reduced',
    { track: 'voluntary', termMonths: 12, events: [happened('reduced', '2025-10-01', 1)] },
    'reduction-not-allowed',
  ],
  [
    'TERM-14 D116 Điều 58.3d: continued after prison',
    { events: [happened('imprisoned', '2025-06-01'), happened('continued', '2026-06-01')] },
    'continued-after-exemption',
  ],
])('is refused under R73: %s', (_title, facts, code) => {
  expect(refusal({ ...ADULT_R73, ...facts })).toEqual([code])
})
