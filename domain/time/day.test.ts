import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  dayFromNumber,
  dayNumber,
  daysBetween,
  formatDay,
  isDay,
  weekday,
} from './day.ts'
import {
  addHours,
  atTime,
  dayOf,
  endOfDay,
  formatInstant,
  parseInstant,
  startOfDay,
  toOffsetText,
} from './instant.ts'

describe('calendar days', () => {
  it('go to a number and back for every day of 1900 to 2100', () => {
    for (let n = dayNumber('1900-01-01'); n <= dayNumber('2100-12-31'); n += 1) {
      const day = dayFromNumber(n)
      expect(isDay(day) && dayNumber(day) === n).toBe(true)
    }
  })

  it.each([
    ['2026-08-10', 24, '2028-08-10'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('CNT-01 (BLDS Điều 148): %s plus %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  it('count days, weekdays and ages', () => {
    expect(daysBetween('2026-03-01', '2026-03-10')).toBe(9)
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect([weekday('2026-11-22'), weekday('2026-11-23'), weekday('1969-12-28')]).toEqual([7, 1, 7])
    expect([ageOn('2008-11-22', '2026-11-21'), ageOn('2008-11-22', '2026-11-22')]).toEqual([17, 18])
    expect(formatDay('2026-03-05')).toBe('05/03/2026')
  })

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '05/03/2026', ''])('%j is no day', (text) => {
    expect(isDay(text)).toBe(false)
  })
})

describe('moments in Viet Nam', () => {
  it('fall on the day of +07:00, whatever zone the machine is in', () => {
    expect(dayOf('2026-06-30T16:59:59.999Z')).toBe('2026-06-30')
    expect(dayOf('2026-06-30T17:00:00.000Z')).toBe('2026-07-01')
    expect(startOfDay('2026-07-01')).toBe('2026-06-30T17:00:00.000Z')
    expect(endOfDay('2026-07-01')).toBe('2026-07-01T17:00:00.000Z')
    expect(atTime('2026-07-01', '17:00')).toBe('2026-07-01T10:00:00.000Z')
    expect(toOffsetText('2026-07-01T10:00:00.000Z')).toBe('2026-07-01T17:00:00+07:00')
    expect(formatInstant('2026-07-01T10:05:00.000Z')).toBe('17:05 01/07/2026')
    expect(addHours('2026-07-01T20:00:00.000Z', 24)).toBe('2026-07-02T20:00:00.000Z')
  })

  it.each([
    ['2026-07-01T17:00:00+07:00', '2026-07-01T10:00:00.000Z'],
    ['2026-07-01T10:00Z', '2026-07-01T10:00:00.000Z'],
    ['2026-07-01T10:00:00', undefined],
    ['2026-02-30T25:00:00Z', undefined],
    ['hôm nay', undefined],
  ])('%s is read as %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected)
  })
})
