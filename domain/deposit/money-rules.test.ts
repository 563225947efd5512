import { describe, expect, it } from 'vitest'
import { procedureRule, buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import { dayOf } from '../time/instant.ts'
import {
  checkDisposal,
  checkLabourShare,
  checkMoneyMoment,
  checkSpending,
  disposableFrom,
  labourShareOn,
} from './money-rules.ts'

const BOOK = buildRuleBook(DEFAULT_RULES)

describe('DAY-13: the share of labour money kept for the person (D163 Điều 118.2c)', () => {
  it.each([
    ['2026-06-30T16:59:59.999Z', undefined],
    ['2026-06-30T17:00:00.000Z', 20],
    ['2027-02-06T05:00:00.000Z', 20],
  ])('at %s it is %s percent', (at, percent) => {
    expect(labourShareOn(dayOf(at))?.percent).toBe(percent)
  })

  it('is refused on the last day of R73, naming rule and article, and taken on the first of R120', () => {
    expect(checkLabourShare('2026-06-30')).toMatchObject([
      { code: 'labour-share-not-in-force', message: expect.stringContaining('DAY-13: Nghị định 163/2026') },
    ])
    expect(checkLabourShare('2026-07-01')).toEqual([])
  })
})

describe('IN-14, DIS-06: what is deposited is given back at the exit', () => {
  it.each([
    ['IN-14', '2026-06-30', 'D116 Điều 69.3'],
    ['IN-14', '2026-07-01', 'D163 Điều 120.3, 97.3, 123.3'],
    ['DIS-06', '2026-06-30', 'D116 Điều 62.4'],
    ['DIS-06', '2026-07-01', 'D163 Điều 97.3, 118.2c, 123.3'],
  ])('%s on %s rests on %s', (id, day, source) => {
    expect(procedureRule(BOOK, id, day)).toMatchObject({ value: true, source })
  })

  // Ended at 23:59 and at 00:00 in Viet Nam: a day apart. Calendar days run through Tết 2026 (16–20/02).
  it.each([
    ['2026-02-10T16:59:59.999Z', 180, '2026-08-09'],
    ['2026-02-10T17:00:00.000Z', 180, '2026-08-10'],
    ['2026-02-10T17:00:00.000Z', 10, '2026-02-21'],
  ])('a bag of a stay ended at %s may be disposed of %i days later: %s', (endedAt, days, from) => {
    expect(disposableFrom(endedAt, days)).toBe(from)
  })

  const bag = { sealNumber: 'NP 7', endedAt: '2026-02-10T03:00:00.000Z', minutes: '3/BB' }
  it.each([
    ['the owner is here', { ...bag, endedAt: null }, '2026-12-01', ['owner-here']],
    ['one day too early', bag, '2026-08-08', ['too-early']],
    ['on the day', bag, '2026-08-09', []],
    ['without minutes', { ...bag, minutes: null }, '2026-08-09', ['minutes-missing']],
  ])('%s', (_what, of, today, codes) => {
    const problems = checkDisposal(of, 180, today)
    expect(problems.map(({ code }) => code)).toEqual(codes)
  })

  it('a refused disposal names rule and article', () => {
    const refused = [
      ...checkDisposal({ ...bag, endedAt: null }, 180, '2026-12-01'),
      ...checkDisposal(bag, 180, '2026-08-08'),
    ]
    expect(refused).toHaveLength(2)
    for (const { message } of refused) {
      expect(message).toContain('DIS-06: Nghị định 163/2026/NĐ-CP Điều 97.3, 123.3')
    }
  })
})

describe('the moment of a move', () => {
  const NOW = '2026-11-22T07:00:00.000Z'
  const CLOSED = '2026-11-21T10:00:00.000Z'
  it.each([
    ['2026-11-22T07:00:00.000Z', CLOSED, []],
    ['2026-11-22T07:00:00.001Z', CLOSED, ['money-in-future']],
    ['2026-11-21T10:00:00.000Z', CLOSED, ['day-closed']],
    ['2026-11-21T10:00:00.001Z', CLOSED, []],
    ['2026-11-01T10:00:00.000Z', null, []],
  ])('%s with the box closed at %s: %j', (at, closedAt, codes) => {
    expect(checkMoneyMoment(at, NOW, closedAt).map(({ code }) => code)).toEqual(codes)
  })
})

it.each([
  [60_000, 40_000, 100_000, []],
  [60_000, 40_001, 100_000, ['daily-limit']],
  [0, 900_000, 0, []],
])('spent %i, wants %i, limit %i: %j', (spentToday, amount, limit, codes) => {
  const problems = checkSpending({ name: 'Vi Văn An', spentToday, amount }, limit)
  expect(problems.map(({ code }) => code)).toEqual(codes)
})
