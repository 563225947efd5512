import { expect, test } from 'vitest'
import { buildCalendar, DEFAULT_HOLIDAYS } from '../time/holidays.ts'
import { DEFAULT_CLOCK_SETTINGS } from './clock-settings.ts'
import { buildRuleBook } from './rule-book.ts'
import { DEFAULT_RULES } from './rules/default-rules.ts'
import { tryCase } from './try-case.ts'

const book = buildRuleBook(DEFAULT_RULES)
const calendar = buildCalendar(DEFAULT_HOLIDAYS)

const CASE = {
  track: 'compulsory',
  decidedOn: '2026-08-10',
  startOn: '2026-08-10',
  ordinal: 1,
  birthOn: '1990-01-01',
  events: [],
}

function attempt(input: unknown) {
  return tryCase(input, book, calendar, DEFAULT_CLOCK_SETTINGS)
}

function refusals(input: unknown): { code: string; message: string }[] {
  const result = attempt(input)
  return 'refused' in result ? result.refused : []
}

test('TERM-04, 07, 09: a case with days held and an escape is answered with its end and dates with offset', () => {
  const result = attempt({
    ...CASE,
    heldFrom: '2026-07-29',
    events: [
      { kind: 'recovered', at: '2027-03-10T06:00:00+07:00' },
      { kind: 'escaped', at: '2027-03-01T15:00:00Z' },
    ],
  })
  expect(result).toMatchObject({ regime: 'R120', termMonths: 24, endOn: '2028-08-07' })
  const notice = 'refused' in result ? undefined : result.obligations.find(({ rule }) => rule === 'INC-04')
  expect(notice).toEqual({
    rule: 'INC-04',
    what: 'Thông báo việc bỏ trốn cho Công an cấp xã nơi lập hồ sơ, kèm quyết định truy tìm',
    dueAt: '2027-03-02T22:00:00+07:00',
    article: 'Luật Phòng, chống ma túy 120/2025/QH15 Điều 46.2i',
    form: 'Mẫu 43',
  })
  expect('refused' in result ? [] : Object.keys(result)).toEqual([
    'regime',
    'termMonths',
    'endOn',
    'lines',
    'obligations',
  ])
})

test.each<[string, unknown, object]>([
  [
    'L120 Điều 56.1: decided 30/06/2026',
    { ...CASE, decidedOn: '2026-06-30', startOn: '2026-07-10', termMonths: 18 },
    { regime: 'R73', termMonths: 18, endOn: '2028-01-10' },
  ],
  [
    'L120 Điều 56.2: decided 01/07/2026, second time',
    { ...CASE, decidedOn: '2026-07-01', startOn: '2026-07-01', ordinal: 2 },
    { regime: 'R120', termMonths: 36, endOn: '2029-07-01' },
  ],
  [
    'held, decision null',
    { track: 'held', decidedOn: null, startOn: null, ordinal: null, birthOn: null, heldFrom: '2026-11-01' },
    { regime: null, termMonths: null, endOn: null },
  ],
  [
    'held, decision absent and a start written by habit',
    {
      track: 'held',
      startOn: '2026-11-01',
      ordinal: 1,
      birthOn: '1990-01-01',
      heldFrom: '2026-11-01',
      events: [],
    },
    { regime: null, termMonths: null, endOn: null },
  ],
  [
    'TERM-14 L120 Điều 47.1: in prison',
    { ...CASE, events: [{ kind: 'imprisoned', at: '2027-01-10T08:00+07:00' }] },
    { endOn: null },
  ],
  [
    'RED-01 D116 Điều 58.1a: reduced by 2 months',
    {
      ...CASE,
      decidedOn: '2025-03-01',
      startOn: '2025-03-01',
      termMonths: 24,
      events: [{ kind: 'reduced', at: '2026-04-01T08:00+07:00', months: 2 }],
    },
    { endOn: '2027-01-01' },
  ],
])('%s', (_title, input, expected) => {
  expect(attempt(input)).toMatchObject(expected)
})

test.each<[string, unknown, string, string]>([
  ['not an object', 'xin chào', 'invalid-case', 'JSON'],
  ['null', null, 'invalid-case', 'JSON'],
  ['an unknown track', { ...CASE, track: 'bắt buộc' }, 'invalid-field', 'Ô "track"'],
  ['a day that does not exist', { ...CASE, startOn: '2026-02-30' }, 'invalid-field', 'Ô "startOn"'],
  ['a year only for a birth date', { ...CASE, birthOn: '1990' }, 'invalid-field', 'Ô "birthOn"'],
  ['no birth date', { ...CASE, birthOn: null }, 'invalid-field', 'Ô "birthOn"'],
  ['a day far outside any life', { ...CASE, birthOn: '0001-01-01' }, 'invalid-field', 'Ô "birthOn"'],
  ['an ordinal of 0', { ...CASE, ordinal: 0 }, 'invalid-field', 'Ô "ordinal"'],
  ['a term of half months', { ...CASE, termMonths: 12.5 }, 'invalid-field', 'Ô "termMonths"'],
  ['an unknown field', { ...CASE, hạn: 3 }, 'unknown-field', '"hạn"'],
  [
    'an unknown kind',
    { ...CASE, events: [{ kind: 'flew', at: '2027-01-01T00:00Z' }] },
    'unknown-event-kind',
    'sự việc thứ 1',
  ],
  [
    'a moment without offset',
    { ...CASE, events: [{ kind: 'escaped', at: '2027-01-01T08:00' }] },
    'invalid-field',
    'múi giờ',
  ],
  [
    'a moment of a day that does not exist',
    { ...CASE, events: [{ kind: 'escaped', at: '2027-02-31T08:00Z' }] },
    'invalid-field',
    'Ô "at" của sự việc thứ 1',
  ],
  [
    'an unknown field of an event',
    { ...CASE, events: [{ kind: 'escaped', at: '2027-01-01T08:00Z', why: '' }] },
    'unknown-field',
    '"why" trong sự việc thứ 1',
  ],
  ['events that are no list', { ...CASE, events: {} }, 'invalid-field', 'một danh sách sự việc'],
  [
    'a reduction without months',
    { ...CASE, events: [{ kind: 'reduced', at: '2027-01-01T08:00Z' }] },
    'invalid-field',
    '"months"',
  ],
  [
    'months on an escape',
    { ...CASE, events: [{ kind: 'escaped', at: '2027-01-01T08:00Z', months: 2 }] },
    'invalid-field',
    '"months"',
  ],
  [
    'recovered without escape',
    { ...CASE, events: [{ kind: 'recovered', at: '2027-01-01T08:00+07:00' }] },
    'recovered-without-escape',
    'chưa ghi lần bỏ trốn',
  ],
  ['a term outside the law', { ...CASE, termMonths: 12 }, 'term-out-of-bounds', '24 tháng'],
])('is refused in Vietnamese: %s', (_title, input, code, words) => {
  const found = refusals(input)
  expect(found.map((problem) => problem.code)).toEqual([code])
  expect(found[0]?.message).toContain(words)
})

test('every wrong field is named at once', () => {
  expect(refusals({ ...CASE, track: 1, startOn: 2, extra: 3 }).map((problem) => problem.code)).toEqual([
    'invalid-field',
    'invalid-field',
    'unknown-field',
  ])
})
