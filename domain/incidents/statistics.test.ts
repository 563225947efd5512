import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../time/day.ts'
import { addHours, dayOf, startOfDay } from '../time/instant.ts'
import {
  AGE_CLASSES,
  ageClass,
  beganIn,
  COUNTED_STATES,
  daysOfMonth,
  monthsUpTo,
  percentile,
  periodBefore,
  returnSpan,
} from './statistics.ts'

describe('statistics of incidents', () => {
  it('leave out drafts, duplicates and what was no incident, and nothing else', () => {
    expect(COUNTED_STATES).toEqual([
      'reported',
      'under-review',
      'needs-more',
      'on-hold',
      'decided',
      'closed',
      'reopened',
    ])
  })

  it.each([
    ['2026-11-01', '2026-11-30', '2026-10-02', '2026-10-31'],
    ['2026-03-01', '2026-03-01', '2026-02-28', '2026-02-28'],
  ])('compare %s to %s with %s to %s', (from, to, earlier, last) => {
    expect(periodBefore({ from, to })).toEqual({ from: earlier, to: last })
  })

  it('compare with as many days that touch the period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 800 }), (start, length) => {
        const from = addDays('2010-01-01', start)
        const to = addDays(from, length)
        const before = periodBefore({ from, to })
        expect(addDays(before.to, 1)).toBe(from)
        expect(daysBetween(before.from, before.to)).toBe(length)
      }),
    )
  })

  it('name months across the turn of the year', () => {
    expect(monthsUpTo('2026-02-28', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  })

  it.each([
    [0, 'within-24h'],
    [24, 'within-24h'],
    [25, 'within-7d'],
    [168, 'within-7d'],
    [169, 'later'],
  ] as const)('somebody back after %i hours is counted as %s', (hours, span) => {
    const away = '2026-11-01T20:00:00.000Z'
    expect(returnSpan(away, addHours(away, hours))).toBe(span)
  })

  it.each([
    [[], 0.5, null],
    [[7], 0.9, 7],
    [[10, 2], 0.5, 2],
    [[9, 1, 5], 0.5, 5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
  ])('of %j the share %d lies at %j', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected)
  })

  it.each([
    ['2026-11-22', 'days-0-2'],
    ['2026-11-20', 'days-0-2'],
    ['2026-11-19', 'days-3-7'],
    ['2026-11-15', 'days-3-7'],
    ['2026-11-14', 'days-8-30'],
    ['2026-10-23', 'days-8-30'],
    ['2026-10-22', 'days-over-30'],
  ])('what stands since %s is %s old on 22/11/2026', (since, expected) => {
    expect(ageClass(since, '2026-11-22')).toBe(expected)
  })

  it('name the moments of a class so that each moment falls in the class it is counted in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 }), (hours) => {
        const today = '2026-11-22'
        const since = addHours(startOfDay(addDays(today, 1)), -hours - 1)
        const holding = AGE_CLASSES.filter((age) => {
          const { from, before } = beganIn(age, today)
          return (from === null || since >= from) && (before === null || since < before)
        })
        expect(holding).toEqual([ageClass(dayOf(since), today)])
      }),
    )
  })

  it.each([
    ['2026-02', '2026-11-22', '2026-02-28'],
    ['2026-11', '2026-11-22', '2026-11-22'],
    ['2026-12', '2026-12-31', '2026-12-31'],
  ])('the days of %s up to %s end on %s', (month, last, to) => {
    expect(daysOfMonth(month, last)).toEqual({ from: `${month}-01`, to })
  })
})
