import { expect, test } from 'vitest'
import { isDay } from '../../time/day.ts'
import { buildRuleBook, checkRules, procedureRule, termRule } from '../rule-book.ts'
import { RULE_CONFIDENCES, RULE_CONFIDENCE_LABELS, RULE_UNITS, RULE_UNIT_LABELS } from '../rule.ts'
import { fullCitation, LAW_SOURCES } from '../sources.ts'
import { DEFAULT_RULES } from './default-rules.ts'

const book = buildRuleBook(DEFAULT_RULES)

/** Rows of the law file by section: '73' only under R73, '120' only under R120, 'both' under both. */
const EXPECTED: Record<string, readonly [axis: 'term' | 'procedure', '73' | '120' | 'both', ...string[]][]> =
  {
    '§2.0': [
      ['term', 'both', 'CNT-01', 'CNT-04'],
      ['procedure', 'both', 'CNT-02', 'CNT-03', 'CNT-05'],
    ],
    '§2.1': [
      ['term', '73', 'TERM-01', 'TERM-02', 'TERM-03'],
      ['term', '120', 'TERM-04', 'TERM-05', 'TERM-06', 'TERM-08', 'TERM-11'],
      ['term', 'both', 'TERM-07', 'TERM-09', 'TERM-10', 'TERM-12', 'TERM-13', 'TERM-14', 'TERM-15'],
    ],
    '§2.2': [
      ['procedure', 'both', 'UP-01', 'UP-02', 'UP-03', 'UP-04', 'UP-07', 'UP-08', 'UP-09'],
      ['procedure', 'both', 'UP-10', 'UP-11', 'UP-13', 'UP-14'],
      ['procedure', '120', 'UP-05', 'UP-06', 'UP-12'],
    ],
    '§2.3': [
      ['procedure', 'both', 'IN-01', 'IN-02', 'IN-03', 'IN-04', 'IN-05', 'IN-06', 'IN-11', 'IN-13', 'IN-14'],
      ['procedure', 'both', 'IN-16', 'IN-18'],
      ['procedure', '73', 'IN-07', 'IN-08', 'IN-15'],
      ['procedure', '120', 'IN-09', 'IN-10', 'IN-12', 'IN-17'],
    ],
    '§2.4': [
      ['procedure', 'both', 'ZONE-03', 'ZONE-06', 'ZONE-07', 'ZONE-09'],
      ['procedure', '73', 'ZONE-01', 'ZONE-02', 'ZONE-10', 'ZONE-12'],
      ['procedure', '120', 'ZONE-04', 'ZONE-05', 'ZONE-08', 'ZONE-11'],
    ],
    '§2.6 contacts': [
      ['procedure', 'both', 'DAY-16a', 'DAY-16b', 'DAY-16c', 'DAY-16d', 'DAY-17d', 'DAY-17e', 'DAY-17f'],
      ['procedure', 'both', 'DAY-19', 'DAY-20'],
      ['procedure', '73', 'DAY-16e', 'DAY-16f', 'DAY-17a', 'DAY-17b', 'DAY-17c'],
      ['procedure', '120', 'DAY-18a', 'DAY-18b', 'DAY-18c', 'DAY-18d', 'DAY-18e'],
    ],
    '§2.6, §2.8 going out': [
      ['procedure', 'both', 'LEAVE-01', 'LEAVE-03', 'LEAVE-05', 'SUSP-05', 'DAY-07', 'DAY-09'],
      ['procedure', '120', 'SUSP-08', 'SUSP-09', 'TRF-03'],
    ],
    '§2.7 escapes': [
      ['procedure', 'both', 'INC-01', 'INC-02', 'INC-03', 'INC-07', 'INC-08'],
      ['procedure', '73', 'INC-05'],
      ['procedure', '120', 'INC-04', 'INC-09'],
    ],
    '§2.7 discipline, reward': [
      ['procedure', 'both', 'INC-10', 'INC-11a', 'INC-11b', 'INC-11c', 'INC-12', 'CASE-01', 'CASE-02'],
      ['procedure', 'both', 'CASE-03', 'CASE-04', 'CASE-05', 'CASE-06', 'CON-04a', 'CON-04b', 'CON-04c'],
      ['procedure', 'both', 'CON-05'],
      ['procedure', '73', 'INC-13'],
    ],
    '§2.9': [
      ['procedure', 'both', 'DIS-01', 'DIS-03', 'DIS-04', 'DIS-05', 'DIS-06', 'DIS-07', 'DIS-08'],
      ['procedure', 'both', 'DIS-09', 'DIS-10'],
      ['procedure', '120', 'DIS-02', 'DIS-11', 'DIS-12', 'DIS-13'],
    ],
  }

const cases = Object.entries(EXPECTED).flatMap(([section, groups]) =>
  groups.flatMap(([axis, regimes, ...ids]) => ids.map((id) => ({ section, axis, regimes, id }))),
)

test.each(cases)(
  '$id of $section has its rows under $regimes on the axis of the $axis',
  ({ axis, regimes, id }) => {
    const under73 = axis === 'term' ? termRule(book, id, 'R73') : procedureRule(book, id, '2026-06-30')
    const under120 = axis === 'term' ? termRule(book, id, 'R120') : procedureRule(book, id, '2026-07-01')
    expect([under73?.id, under120?.id]).toEqual([
      regimes === '120' ? undefined : id,
      regimes === '73' ? undefined : id,
    ])
  },
)

test('no window of one id and axis overlaps another and every bound is the right way round', () => {
  expect(checkRules(DEFAULT_RULES)).toEqual([])
})

test.each([
  ['DIS-01', '2026-06-30', 15, 'D116 Điều 62.1'],
  ['DIS-01', '2026-07-01', 30, 'D163 Điều 123.1'],
  ['DAY-06', '2026-06-30', 6, 'D116 Điều 67.1'],
  ['DAY-06', '2026-07-01', 12, 'D163 Điều 114.1'],
  ['UP-07', '2026-06-30', 5, 'D116 Điều 40.1, 50'],
  ['UP-07', '2026-07-01', 1, 'D163 Điều 100.1, 103.1'],
  ['INC-04', '2026-07-01', 24, 'L120 Điều 46.2i'],
])('%s on %s is %s (%s)', (id, day, value, source) => {
  expect(procedureRule(book, id, day)).toMatchObject({ value, source })
})

test.each([
  ['TERM-01', 'R73', { min: 6, max: 12 }, 'L73 Điều 31.1'],
  ['TERM-02', 'R73', { min: 12, max: 24 }, 'XLVPHC Điều 95.2'],
  ['TERM-03', 'R73', { min: 6, max: 12 }, 'L73 Điều 33.3'],
  ['TERM-04', 'R120', 24, 'L120 Điều 29.1'],
  ['TERM-05', 'R120', 36, 'L120 Điều 29.1'],
  ['TERM-07', 'R73', true, 'D116 Điều 44.3'],
  ['TERM-07', 'R120', true, 'L120 Điều 37.2'],
  ['TERM-09', 'R73', false, 'D116 Điều 56.4'],
  ['RED-02', 'R73', { min: 3, max: 6 }, 'D116 Điều 58.1b'],
] as const)('%s under %s is %j (%s)', (id, regime, value, source) => {
  expect(termRule(book, id, regime)).toMatchObject({ value, source })
})

test('INC-04 has no hour limit before 01/07/2026 (D116 Điều 56) and nothing holds before 2022', () => {
  expect(procedureRule(book, 'INC-04', '2026-06-30')).toBeUndefined()
  expect(procedureRule(book, 'DIS-01', '2021-12-31')).toBeUndefined()
})

test('every row has real days, a title, and a source that starts with a known text', () => {
  const known = Object.keys(LAW_SOURCES)
  const faulty = DEFAULT_RULES.filter(
    (row) =>
      !isDay(row.effectiveFrom) ||
      (row.effectiveTo !== undefined && !isDay(row.effectiveTo)) ||
      row.title.trim() === '' ||
      !known.some((key) => row.source === key || row.source.startsWith(`${key} Điều `)),
  )
  expect(faulty).toEqual([])
})

test('a citation is written out in full for people', () => {
  expect(fullCitation('L120 Điều 35.5; D163 Điều 123.2a')).toBe(
    'Luật Phòng, chống ma túy 120/2025/QH15 Điều 35.5; Nghị định 163/2026/NĐ-CP Điều 123.2a',
  )
})

test('every unit and confidence has a label and every row uses a known one', () => {
  expect(RULE_UNITS.every((unit) => typeof RULE_UNIT_LABELS[unit] === 'string')).toBe(true)
  expect(RULE_CONFIDENCES.every((confidence) => RULE_CONFIDENCE_LABELS[confidence] !== '')).toBe(true)
  expect(DEFAULT_RULES.every((row) => RULE_UNITS.includes(row.unit))).toBe(true)
})
