import { expect, test } from 'vitest'
import { isDay, weekday } from './day.ts'
import { buildCalendar, DEFAULT_HOLIDAYS, HOLIDAY_KIND_LABELS, HOLIDAY_KINDS } from './holidays.ts'
import {
  addWorkingDays,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from './working-days.ts'

const calendar = buildCalendar(DEFAULT_HOLIDAYS)

test.each([
  ['2026-11-23', true, 'an ordinary Monday'],
  ['2026-11-21', false, 'a Saturday'],
  ['2026-11-24', false, 'Ngày Văn hóa Việt Nam (NQ 28/2026/QH16)'],
  ['2025-11-24', true, '24/11 before the resolution'],
  ['2026-02-16', false, 'the eve of Tết 2026'],
  ['2026-02-23', true, 'the Monday after Tết 2026'],
  ['2026-04-27', false, 'compensation for Giỗ Tổ that fell on a Sunday'],
  ['2026-08-31', false, 'a Monday swapped away for Quốc khánh'],
  ['2026-08-22', true, 'the Saturday worked for it'],
  ['2026-01-10', true, 'the Saturday worked for 02/01/2026'],
  ['2025-04-26', true, 'the Saturday worked for 02/05/2025'],
  ['2024-05-04', true, 'the Saturday worked for 29/04/2024'],
  ['2023-05-03', false, 'the last compensation day of 29/4-1/5/2023'],
  ['2022-04-11', false, 'compensation for Giỗ Tổ 2022'],
  ['2027-02-11', false, 'the last compensation day of Tết 2027'],
])('%s is worked: %s (%s)', (day, worked) => {
  expect(isWorkingDay(day, calendar)).toBe(worked)
})

test.each([
  ['2026-02-13', 1, '2026-02-23', 'crosses the nine days of Tết 2026'],
  ['2026-02-12', 5, '2026-02-26', 'three of five days lie behind Tết'],
  ['2026-08-21', 1, '2026-08-22', 'lands on the worked Saturday'],
  ['2026-08-28', 1, '2026-09-03', 'crosses Quốc khánh 2026 with its swap day'],
  ['2026-11-20', 2, '2026-11-25', 'crosses a weekend and 24/11'],
  ['2026-11-22', 0, '2026-11-22', 'zero is the day itself'],
  ['2026-02-23', -1, '2026-02-13', 'counts backwards over Tết'],
  ['2025-12-31', 2, '2026-01-06', 'crosses New Year and its swap day'],
])('%s plus %i working days is %s: %s', (day, count, expected) => {
  expect(addWorkingDays(day, count, calendar)).toBe(expected)
})

test('working days between leaves out the first day and counts the last', () => {
  expect(workingDaysBetween('2026-02-13', '2026-02-23', calendar)).toBe(1)
  expect(workingDaysBetween('2026-11-16', '2026-11-20', calendar)).toBe(4)
  expect(workingDaysBetween('2026-11-20', '2026-11-16', calendar)).toBe(-4)
  expect(workingDaysBetween('2026-11-20', '2026-11-20', calendar)).toBe(0)
})

test('a last day off moves to the next working day, and a latest day before to the one before (CNT-03)', () => {
  expect(workingDayOnOrAfter('2026-02-14', calendar)).toBe('2026-02-23')
  expect(workingDayOnOrAfter('2026-02-13', calendar)).toBe('2026-02-13')
  expect(workingDayOnOrBefore('2026-02-22', calendar)).toBe('2026-02-13')
  expect(workingDayOnOrBefore('2026-02-16', calendar)).toBe('2026-02-13')
  expect(workingDayOnOrBefore('2026-02-13', calendar)).toBe('2026-02-13')
})

test('a later row for the same day replaces the earlier one', () => {
  const edited = buildCalendar([
    ...DEFAULT_HOLIDAYS,
    { day: '2026-11-24', kind: 'swap-workday' },
    { day: '2028-01-03', kind: 'day-off' },
  ])
  expect(isWorkingDay('2026-11-24', edited)).toBe(true)
  expect(isWorkingDay('2028-01-03', edited)).toBe(false)
  expect(edited.years.has(2028)).toBe(true)
  expect(calendar.years.has(2028)).toBe(false)
})

test('the default rows are real days, once each, with weekend swap days and the statutory number of holidays', () => {
  const days = DEFAULT_HOLIDAYS.map((row) => row.day)
  expect(days.every(isDay)).toBe(true)
  expect(new Set(days).size).toBe(days.length)
  const misplaced = DEFAULT_HOLIDAYS.filter(
    (row) =>
      (row.kind === 'swap-workday' && weekday(row.day) !== 6) ||
      (row.kind === 'day-off' && weekday(row.day) > 5),
  )
  expect(misplaced).toEqual([])
  const perYear = [2022, 2023, 2024, 2025, 2026, 2027].map(
    (year) =>
      DEFAULT_HOLIDAYS.filter((row) => row.kind === 'holiday' && row.day.startsWith(String(year))).length,
  )
  // Điều 112: 11 days a year; Ngày Văn hóa Việt Nam makes 12 from 2026.
  expect(perYear).toEqual([11, 11, 11, 11, 12, 12])
})

test('every kind of row has a Vietnamese label', () => {
  expect(HOLIDAY_KINDS.map((kind) => HOLIDAY_KIND_LABELS[kind])).toEqual([
    'Ngày lễ, Tết',
    'Nghỉ bù, nghỉ hoán đổi',
    'Làm bù',
  ])
})
