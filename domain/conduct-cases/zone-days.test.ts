import { expect, it } from 'vitest'
import { daysCovered, spansTogether, type ZoneSpan } from './zone-days.ts'

const span = (from: string, to: string, number = ''): ZoneSpan => ({
  number,
  fromOn: `2026-${from}`,
  toOn: `2026-${to}`,
})

it.each<{ title: string; next: ZoneSpan; others: ZoneSpan[]; within: number; found: string[]; days: number }>(
  [
    {
      title: 'a decision the day after another counts with it',
      next: span('11-11', '11-20'),
      others: [span('11-01', '11-10', 'A')],
      within: 30,
      found: ['A'],
      days: 20,
    },
    {
      title: 'days in two decisions count once',
      next: span('11-05', '11-14'),
      others: [span('11-01', '11-10', 'A')],
      within: 30,
      found: ['A'],
      days: 14,
    },
    {
      title: 'a decision within another adds nothing',
      next: span('11-03', '11-05'),
      others: [span('11-01', '11-10', 'A')],
      within: 30,
      found: ['A'],
      days: 10,
    },
    {
      title: 'one that is as many days away as the setting says stands alone',
      next: span('11-13', '11-14'),
      others: [span('11-01', '11-10', 'A')],
      within: 2,
      found: [],
      days: 2,
    },
    {
      title: 'one further away is reached over one between',
      next: span('11-21', '11-22'),
      others: [span('10-01', '10-05', 'far'), span('11-01', '11-05', 'C'), span('11-10', '11-15', 'B')],
      within: 10,
      found: ['C', 'B'],
      days: 13,
    },
    {
      title: 'with 0 nothing is counted together',
      next: span('11-11', '11-20'),
      others: [span('11-01', '11-10', 'A')],
      within: 0,
      found: [],
      days: 10,
    },
  ],
)('$title', ({ next, others, within, found, days }) => {
  const together = spansTogether(next, others, within)
  expect(together.map(({ number }) => number)).toEqual(found)
  expect(daysCovered([next, ...together])).toBe(days)
})
