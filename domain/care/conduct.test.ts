import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseForm } from '../conduct-cases/case-kinds.ts'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import {
  addToMonth,
  CONDUCT_RATINGS,
  isMonth,
  judgeRating,
  monthSpan,
  proposeConduct,
  ratingOfKey,
  reductionOutlook,
  type ConductFacts,
  type ConductRating,
} from './conduct.ts'

const book = buildRuleBook(DEFAULT_RULES)
const FACTS: ConductFacts = { receivedOn: '2025-01-01', absences: 0, escapes: 0, lateReturns: 0, cases: [] }

describe('CON-01, CON-02 (house): the proposal of a month', () => {
  it.each<[string, Partial<ConductFacts>, ConductRating, number]>([
    ['nothing against', {}, 'good', 0],
    ['one absence', { absences: 1 }, 'fair', 1],
    ['two absences', { absences: 2 }, 'fair', 1],
    ['three absences', { absences: 3 }, 'average', 1],
    ['back late', { lateReturns: 1 }, 'average', 1],
    ['escaped and absent', { escapes: 1, absences: 1 }, 'poor', 2],
    ['received so that 15 days are left', { receivedOn: '2026-06-16' }, 'good', 0],
    ['received so that 14 days are left', { receivedOn: '2026-06-17' }, 'fair', 1],
  ])('%s', (_name, facts, rating, reasons) => {
    const proposal = proposeConduct({ ...FACTS, ...facts }, '2026-06', book)
    expect([proposal.rating, proposal.reasons.length]).toEqual([rating, reasons])
  })

  it('never rises when something more is held against somebody', () => {
    const few = fc.nat(4)
    fc.assert(
      fc.property(few, few, few, few, (absences, escapes, lateReturns, more) => {
        const less = proposeConduct({ ...FACTS, absences, escapes, lateReturns }, '2026-06', book)
        const worse = proposeConduct(
          { ...FACTS, absences: absences + more, escapes, lateReturns },
          '2026-06',
          book,
        )
        expect(CONDUCT_RATINGS.indexOf(worse.rating)).toBeGreaterThanOrEqual(
          CONDUCT_RATINGS.indexOf(less.rating),
        )
      }),
    )
  })
})

describe('discipline and reward in the month', () => {
  const one = (form: CaseForm) =>
    ({ kind: form.endsWith('reward') ? 'reward' : 'violation', form, number: '12/QĐ-CSCN' }) as const
  it.each<[string, Partial<ConductFacts>, ConductRating, string[]]>([
    ['CON-04a (house): criticism', { cases: [one('criticism')] }, 'fair', ['phê bình']],
    ['CON-04b (house): warning', { cases: [one('warning')] }, 'average', ['cảnh cáo']],
    ['CON-04c (house): special zone', { cases: [one('special-zone')] }, 'poor', ['đưa vào khu dành riêng']],
    [
      'CON-05 (house): reward at the top',
      { cases: [one('ad-hoc-reward')] },
      'good',
      ['nâng: khen thưởng đột xuất'],
    ],
    [
      'CON-05 (house): reward after three absences',
      { absences: 3, cases: [one('ad-hoc-reward')] },
      'fair',
      ['vắng không lý do 3 buổi', 'nâng: khen thưởng đột xuất'],
    ],
    [
      'CON-05 (house): no rise beside a discipline',
      { cases: [one('warning'), one('ad-hoc-reward')] },
      'average',
      ['cảnh cáo'],
    ],
    [
      'CON-05 (house): no rise beside an escape',
      { escapes: 1, cases: [one('ad-hoc-reward')] },
      'poor',
      ['bỏ trốn trong tháng'],
    ],
  ])('%s', (_name, facts, rating, reasons) => {
    const proposal = proposeConduct({ ...FACTS, ...facts }, '2026-08', book)
    expect(proposal.rating).toBe(rating)
    expect(proposal.reasons.map((text) => text.replace(' (Quyết định 12/QĐ-CSCN)', ''))).toEqual(reasons)
  })
})

describe('what a rating must say', () => {
  it.each<[ConductRating, ConductRating, string | null, string[]]>([
    ['good', 'good', null, []],
    ['fair', 'good', null, ['conduct-differs']],
    ['fair', 'good', 'Lười lao động', []],
    ['poor', 'poor', ' ', ['conduct-poor']],
    ['poor', 'poor', 'Bỏ trốn', []],
  ])('%s where %s was proposed, said “%s”', (rating, proposed, reason, codes) => {
    expect(judgeRating(rating, proposed, reason).map(({ code }) => code)).toEqual(codes)
  })
})

describe('RED-01, D116 Điều 58.1a: the 3 latest months at least khá', () => {
  const rated = (...ratings: ConductRating[]) =>
    new Map(ratings.map((rating, i) => [addToMonth('2026-06', -i), rating]))

  it.each([
    ['three fair', rated('fair', 'good', 'fair'), 3, true],
    ['two only', rated('good', 'good'), 2, false],
    ['the latest average', rated('average', 'good', 'good', 'good'), 0, false],
    ['the fourth poor', rated('good', 'good', 'good', 'poor'), 3, true],
  ])('%s', (_name, ratings, inARow, isMet) => {
    expect(reductionOutlook(ratings, '2026-06', 'R73', book)).toMatchObject({ inARow, isMet, needed: 3 })
  })

  it('RED-04, L120 Điều 39: has nothing to say of a term of the new law, or of none', () => {
    expect(reductionOutlook(rated('good', 'good', 'good'), '2026-06', 'R120', book)).toBeNull()
    expect(reductionOutlook(rated('good', 'good', 'good'), '2026-06', null, book)).toBeNull()
  })
})

it('reads months and keys, and nothing else', () => {
  expect(['2026-06', '2026-13', '2026-6', ''].map(isMonth)).toEqual([true, false, false, false])
  expect(monthSpan('2026-12')).toEqual({ from: '2026-12-01', until: '2027-01-01' })
  expect(['t', 'K', 'b', 'E', 'x', 'Enter'].map(ratingOfKey)).toEqual([
    'good',
    'fair',
    'average',
    'poor',
    undefined,
    undefined,
  ])
})
