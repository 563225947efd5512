import { expect, it } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import type { TermRegime, Track } from '../stay/track.ts'
import type { Stage, StageResult, StageSpan } from './stages.ts'
import { judgeVoluntaryEnd, judgeVoluntaryRelease } from './voluntary-stages.ts'

const book = buildRuleBook(DEFAULT_RULES)

function records(stages: readonly Stage[], result: StageResult = 'pass'): StageSpan[] {
  return stages.map((stage) => ({ stage, startedOn: '2026-08-10', endedOn: '2026-09-10', result }))
}

it.each<[string, Track, TermRegime | null, StageSpan[], string | null]>([
  ['R73 with the first three stages', 'voluntary', 'R73', records([1, 2, 3]), null],
  ['R73 with two of them', 'voluntary', 'R73', records([1, 2]), 'giai đoạn 3.'],
  [
    'R73 with the third not passed',
    'voluntary',
    'R73',
    [...records([1, 2]), ...records([3], 'fail')],
    'giai đoạn 3.',
  ],
  ['R120 with three of five', 'voluntary', 'R120', records([1, 2, 3]), 'giai đoạn 4, 5.'],
  ['R120 with all five', 'voluntary', 'R120', records([1, 2, 3, 4, 5]), null],
  ['compulsory', 'compulsory', 'R73', [], null],
  ['no law that fixed the term', 'voluntary', null, [], null],
])('ST-6 L73 Điều 29.2, D163 Điều 84-88 on release: %s', (_, track, regime, done, missing) => {
  const found = judgeVoluntaryRelease({ track, regime, records: done }, book)
  const named = found.map(({ message }) => /Chưa hoàn thành: (.*?\.) /.exec(message)?.[1])
  expect(named).toEqual(missing === null ? [] : [missing])
})

it('ST-6 L73 Điều 29.2 says in its refusal that nobody checked it against the text', () => {
  const [problem] = judgeVoluntaryRelease({ track: 'voluntary', regime: 'R73', records: [] }, book)
  expect(problem?.message).toContain(
    'ít nhất 3 giai đoạn đầu (ST-6, Luật Phòng, chống ma túy 73/2021/QH14 Điều 29.2; chưa đối chiếu)',
  )
})

it.each<[string, Track, Stage, StageResult, string[]]>([
  ['the third not passed', 'voluntary', 3, 'fail', ['voluntary-stages']],
  ['the third passed', 'voluntary', 3, 'pass', []],
  ['the fourth not passed', 'voluntary', 4, 'fail', []],
  ['the third of a compulsory stay', 'compulsory', 3, 'fail', []],
])('ST-6 L73 Điều 29.2 on closing a stage: %s', (_, track, stage, result, codes) => {
  const found = judgeVoluntaryEnd({ track, regime: 'R73', records: [] }, { stage, result }, book)
  expect(found.map(({ code }) => code)).toEqual(codes)
})
