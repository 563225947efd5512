import { expect, test } from 'vitest'
import { procedureRegime, termRegime } from './regime.ts'
import { buildRuleBook, checkRules, numberOf, procedureRule, rangeOf, termRule } from './rule-book.ts'
import type { LawRule, ProcedureRule, TermRule } from './rule.ts'

const notice: ProcedureRule = {
  id: 'DIS-01',
  axis: 'procedure',
  title: 'Thông báo',
  value: 30,
  unit: 'days',
  effectiveFrom: '2026-07-01',
  source: 'D163 Điều 123.1',
  confidence: 'verified',
}
const first: TermRule = {
  id: 'TERM-04',
  axis: 'term',
  regime: 'R120',
  title: 'Lần đầu',
  value: 24,
  unit: 'months',
  effectiveFrom: '2026-07-01',
  source: 'L120 Điều 29.1',
  confidence: 'verified',
}

test.each([
  ['2021-06-30', 'R73'],
  ['2026-06-30', 'R73'],
  ['2026-07-01', 'R120'],
  ['2031-01-01', 'R120'],
] as const)('a decision of %s fixes the term by %s (L120 Điều 56.1-2)', (day, regime) => {
  expect(termRegime(day)).toBe(regime)
  expect(procedureRegime(day)).toBe(regime)
})

test('without a decision there is no term regime yet (L120 Điều 56.2)', () => {
  expect(termRegime(null)).toBeNull()
})

test('an edited row that follows the defaults replaces the row of the same window or regime', () => {
  const book = buildRuleBook([notice, first, { ...notice, value: 45 }, { ...first, value: 20 }])
  expect(numberOf(procedureRule(book, 'DIS-01', '2026-07-01'))).toBe(45)
  expect(numberOf(termRule(book, 'TERM-04', 'R120'))).toBe(20)
})

test('a new window takes over on its first day and a closed one leaves nothing after it', () => {
  const book = buildRuleBook([
    { ...notice, effectiveFrom: '2028-01-01', effectiveTo: '2028-12-31', value: 20 },
    { ...notice, effectiveTo: '2027-12-31' },
  ])
  expect(numberOf(procedureRule(book, 'DIS-01', '2027-12-31'))).toBe(30)
  expect(numberOf(procedureRule(book, 'DIS-01', '2028-01-01'))).toBe(20)
  expect(procedureRule(book, 'DIS-01', '2029-01-01')).toBeUndefined()
  expect(procedureRule(book, 'DIS-01', '2026-06-30')).toBeUndefined()
})

test('values are read as numbers or bounds, never guessed from texts', () => {
  expect(rangeOf({ ...notice, value: { max: 5 } })).toEqual({ max: 5 })
  expect(rangeOf(notice)).toEqual({ min: 30, max: 30 })
  expect(numberOf({ ...notice, value: { max: 5 } })).toBeUndefined()
  expect(numberOf({ ...notice, value: '30' })).toBeUndefined()
  expect(rangeOf({ ...notice, value: true })).toBeUndefined()
  expect(numberOf(undefined)).toBeUndefined()
})

test.each<[string, LawRule[], string]>([
  [
    'an open window before another',
    [notice, { ...notice, effectiveFrom: '2027-01-01' }],
    'rule-windows-overlap',
  ],
  [
    'windows that share one day',
    [
      { ...notice, effectiveTo: '2027-01-01' },
      { ...notice, effectiveFrom: '2027-01-01' },
    ],
    'rule-windows-overlap',
  ],
  ['a window that ends before it begins', [{ ...notice, effectiveTo: '2026-01-01' }], 'rule-window-reversed'],
  ['bounds the wrong way round', [{ ...first, value: { min: 12, max: 6 } }], 'rule-bounds-reversed'],
])('rows with %s are refused', (_name, rows, code) => {
  expect(checkRules(rows).map((problem) => problem.code)).toEqual([code])
})

test('windows of one id under two regimes or that follow each other are sound', () => {
  expect(
    checkRules([
      first,
      { ...first, regime: 'R73' },
      { ...notice, effectiveTo: '2026-12-31' },
      { ...notice, effectiveFrom: '2027-01-01' },
    ]),
  ).toEqual([])
})
