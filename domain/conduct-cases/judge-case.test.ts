import { describe, expect, it } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import type { Day } from '../time/day.ts'
import { effectsOf } from './case-effects.ts'
import type { CaseForm, CaseKind, CouncilMember, Vote } from './case-kinds.ts'
import {
  judgeCouncil,
  judgeDecision,
  judgeExtension,
  judgeForm,
  judgeHearing,
  judgeMeasure,
  judgeSerious,
  type DecisionCase,
} from './judge-case.ts'

const book = buildRuleBook(DEFAULT_RULES)
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code)

describe('the form of the day', () => {
  it.each<[string, CaseKind, CaseForm, Day, string[]]>([
    ['INC-10 D116 Điều 71.2: warning on 30/06/2026', 'violation', 'warning', '2026-06-30', []],
    ['INC-10 D163 Điều 125.2: special zone on 01/07/2026', 'violation', 'special-zone', '2026-07-01', []],
    ['INC-10: no reward as a discipline', 'violation', 'praise', '2026-06-30', ['case-form']],
    ['INC-12 D116 Điều 71.1: praise on 30/06/2026', 'reward', 'praise', '2026-06-30', []],
    ['INC-12 D163 Điều 125.1: no praise from 01/07/2026', 'reward', 'praise', '2026-07-01', ['case-form']],
    ['INC-12 D163 Điều 125.1: ad hoc on 01/07/2026', 'reward', 'ad-hoc-reward', '2026-07-01', []],
    ['INC-12 D116 Điều 71.1: no periodic before', 'reward', 'periodic-reward', '2026-06-30', ['case-form']],
  ])('%s', (_name, kind, form, on, expected) => {
    const found = judgeForm(kind, form, on, book)
    expect(codes(found)).toEqual(expected)
    expect(found.every(({ message }) => /Điều (71|125)/.test(message))).toBe(true)
  })
})

const person = (name: string, vote: Vote | null = 'for'): CouncilMember => ({ name, title: 'Ủy viên', vote })

describe('the council', () => {
  it.each<[string, CouncilMember[], string[]]>([
    ['CASE-05 (house): two are too few', [person('A'), person('B')], ['council-few']],
    ['CASE-05 (house): three are enough', [person('A'), person('B'), person('C')], []],
    ['nobody twice', [person('Lê An'), person('lê an '), person('C')], ['council-twice']],
  ])('%s', (_name, members, expected) => {
    expect(codes(judgeCouncil(members, '2026-11-20', book))).toEqual(expected)
  })

  it.each<[string, Day, Vote | null, string[]]>([
    ['may be written in on its day', '2026-11-22', 'for', []],
    ['not before it', '2026-11-23', 'for', ['council-future']],
    ['not without every vote', '2026-11-22', null, ['council-votes']],
  ])('%s', (_name, metOn, vote, expected) => {
    expect(codes(judgeHearing([person('A'), person('B', vote)], metOn, '2026-11-22'))).toEqual(expected)
  })
})

describe('the days of a measure', () => {
  const zone = (toOn: Day | null, reviewOn: Day | null = null, fromOn: Day = '2026-11-20') => ({
    form: 'special-zone' as const,
    fromOn,
    toOn,
    reviewOn,
  })
  it.each<[string, Parameters<typeof judgeMeasure>[0], string[]]>([
    ['INC-11a (house): 10 days', zone('2026-11-29', '2026-11-25'), []],
    ['INC-11a (house): 11 days', zone('2026-11-30', '2026-11-25'), ['zone-too-long']],
    ['INC-11a (house): no end', zone(null), ['zone-open']],
    ['INC-11c (house): review later than 5 days', zone('2026-11-29', '2026-11-26'), ['zone-review']],
    ['INC-11c (house): no review', zone('2026-11-29'), ['zone-review']],
    ['INC-11c (house): short enough to need none', zone('2026-11-25'), []],
    ['ends before it begins', zone('2026-11-19'), ['measure-days']],
    ['begins before it is decided', zone('2026-11-29', null, '2026-11-19'), ['measure-early']],
    ['a warning may stay without days', { ...zone(null), form: 'warning' }, []],
    ['a warning knows no limit', { ...zone('2027-02-01'), form: 'warning' }, []],
  ])('%s', (_name, measure, expected) => {
    expect(codes(judgeMeasure(measure, '2026-11-20', { book, before: [] }))).toEqual(expected)
  })

  const before = (fromOn: Day, toOn: Day) => [{ number: '9/QĐ-CS', fromOn, toOn }]
  it.each<[string, ReturnType<typeof before>, Day, string[]]>([
    ['10 days before and 10 now are 20 in all', before('2026-11-10', '2026-11-19'), '2026-11-29', []],
    ['11 days before and 10 now are 21', before('2026-11-09', '2026-11-19'), '2026-11-29', ['zone-together']],
    ['11 days a month before do not count', before('2026-10-10', '2026-10-20'), '2026-11-29', []],
  ])('INC-11b, INC-11d (house): %s', (_name, spans, toOn, expected) => {
    const found = judgeMeasure(zone(toOn, '2026-11-25'), '2026-11-20', { book, before: spans })
    expect(codes(found)).toEqual(expected)
  })

  it('INC-11d (house): names the sum, the decisions before and the last day that would do', () => {
    const spans = before('2026-11-09', '2026-11-19')
    const [found] = judgeMeasure(zone('2026-11-29', '2026-11-25'), '2026-11-20', { book, before: spans })
    expect(found?.message).toContain('Cộng với Quyết định 9/QĐ-CS (09/11/2026-19/11/2026) là 21 ngày')
    expect(found?.message).toContain('Chọn đến ngày 28/11/2026 hoặc trước đó')
  })

  it('INC-11b (house): a longer measure counts those before it too', () => {
    const measure = { ...zone('2026-12-05', '2026-12-03'), toOn: '2026-12-05' }
    const given = { book, before: before('2026-11-15', '2026-11-19') }
    expect(codes(judgeExtension(measure, '2026-11-29', '2026-11-29', given))).toEqual(['zone-together'])
  })

  it.each<[string, Day, Day | null, string[]]>([
    ['INC-11b (house): 20 days in all', '2026-12-09', '2026-12-04', []],
    ['INC-11b (house): 21 days in all', '2026-12-10', '2026-12-04', ['zone-too-long']],
    ['not earlier than before', '2026-11-29', null, ['extension-days']],
    ['INC-11c (house): with a review', '2026-12-09', '2026-12-05', ['zone-review']],
  ])('longer: %s', (_name, toOn, reviewOn, expected) => {
    const measure = { ...zone(toOn, reviewOn), toOn }
    const given = { book, before: [] }
    expect(codes(judgeExtension(measure, '2026-11-29', '2026-11-29', given))).toEqual(expected)
  })
})

describe('the decision', () => {
  const asked: DecisionCase = {
    form: 'special-zone',
    decidedOn: '2026-11-20',
    proposedOn: '2026-11-18',
    heardOn: '2026-11-19',
    votes: { for: 3, against: 0 },
    comment: null,
    today: '2026-11-22',
  }
  it.each<[string, Partial<DecisionCase>, string[]]>([
    ['stands', {}, []],
    ['not in the future', { decidedOn: '2026-11-23' }, ['decision-future']],
    ['not before the council', { decidedOn: '2026-11-18' }, ['decision-early']],
    ['CASE-06 (house): special zone without council', { heardOn: null }, ['council-missing']],
    ['CASE-06 (house): criticism without council', { heardOn: null, form: 'criticism' }, []],
    ['against the council without words', { votes: { for: 1, against: 2 } }, ['council-against']],
    ['against the council with words', { votes: { for: 1, against: 2 }, comment: 'Tái phạm' }, []],
  ])('%s', (_name, change, expected) => {
    expect(codes(judgeDecision({ ...asked, ...change }, book))).toEqual(expected)
  })
})

it.each<[string, Day, Day, string[]]>([
  ['INC-13 D116 Điều 60: violation of 30/06/2026', '2026-06-30', '2026-07-05', []],
  ['INC-13: no such dossier from 01/07/2026', '2026-07-01', '2026-07-05', ['serious-regime']],
  ['INC-13: not sent before it happened', '2026-06-30', '2026-06-29', ['serious-day']],
])('%s', (_name, occurredOn, sentOn, expected) => {
  expect(codes(judgeSerious(occurredOn, sentOn, '2026-11-22', book))).toEqual(expected)
})

describe('what follows from a case', () => {
  const asked = {
    kind: 'violation',
    form: 'special-zone',
    on: '2026-11-20',
    occurredOn: '2026-11-18',
    isSerious: false,
    termRegime: 'R120',
  } as const
  it.each<[string, Partial<Parameters<typeof effectsOf>[0]>, boolean, string[]]>([
    ['R120, Q1567 kept', {}, true, ['DAY-17d', 'CON-04c', 'RED-04', 'INC-11a']],
    ['R73 term, warning', { termRegime: 'R73', form: 'warning' }, true, ['DAY-17d', 'CON-04b', 'RED-01']],
    [
      'serious before 01/07/2026',
      { on: '2026-06-25', occurredOn: '2026-06-20', isSerious: true, form: 'warning', termRegime: 'R73' },
      false,
      ['DAY-17d', 'CON-04b', 'RED-01', 'INC-13'],
    ],
    ['reward', { kind: 'reward', form: 'ad-hoc-reward' }, true, ['CON-05', 'RED-04']],
    [
      'reward with a shorter term asked for',
      { kind: 'reward', form: 'propose-reduction', on: '2026-06-20', termRegime: 'R73' },
      true,
      ['CON-05', 'RED-02'],
    ],
  ])('%s', (_name, change, keepsQ1567, expected) => {
    const found = effectsOf({ ...asked, ...change }, book, { week: 'calendar', keepsQ1567 })
    expect(found.map(({ rule }) => rule)).toEqual(expected)
  })

  it('DAY-17d (Q1567 Điều 24): lets visits be from 01/07/2026 where the centre dropped it', () => {
    const [visits] = effectsOf(asked, book, { week: 'calendar', keepsQ1567: false })
    expect(visits).toMatchObject({ rule: 'DAY-17d', isUnsettled: true })
    expect(visits?.text).toContain('Vẫn được thăm gặp')
  })
})
