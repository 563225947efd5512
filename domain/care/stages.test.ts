import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import { addDays } from '../time/day.ts'
import { dayOf } from '../time/instant.ts'
import {
  judgeStageEnd,
  judgeStageStart,
  latestEnd,
  reintegrationFrom,
  stageStanding,
  STAGES,
  type Stage,
  type StageCase,
  type StageSpan,
} from './stages.ts'

const book = buildRuleBook(DEFAULT_RULES)

const done = (stage: Stage, startedOn: string, endedOn: string): StageSpan => ({
  stage,
  startedOn,
  endedOn,
  result: 'pass',
})

function caseOf(change: Partial<StageCase> = {}): StageCase {
  return { records: [], receivedOn: '2026-08-10', endOn: '2028-08-10', today: '2028-12-31', ...change }
}

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code)

describe('ST-2, D163 Điều 85: at least 10 days; D116 Điều 23: none', () => {
  it.each([
    // 23:59 of the ninth day in Viet Nam, then 00:00 of the tenth.
    [
      'R120, the last minute of the 9th day',
      '2026-08-12',
      '2026-08-21T16:59:00.000Z',
      ['stage-too-short'],
      [],
    ],
    ['R120, the first minute of the 10th day', '2026-08-12', '2026-08-21T17:00:00.000Z', [], []],
    ['R73, on the day it began', '2026-06-01', '2026-06-01T10:00:00.000Z', [], []],
    ['begun under R73, ended under R120', '2026-06-28', '2026-07-01T02:00:00.000Z', [], ['stage-too-short']],
    ['begun under R73, ended on the last minute of R73', '2026-06-28', '2026-06-30T16:59:00.000Z', [], []],
    [
      'across Tết 2027, which counts as any day',
      '2027-02-01',
      '2027-02-10T10:00:00.000Z',
      ['stage-too-short'],
      [],
    ],
    ['across Tết 2027, ten days on', '2027-02-01', '2027-02-10T17:00:00.000Z', [], []],
  ])('%s', (_name, startedOn, at, hard, soft) => {
    const verdict = judgeStageEnd(caseOf(), { stage: 2, startedOn }, dayOf(at), book)
    expect([codes(verdict.hard), codes(verdict.soft)]).toEqual([hard, soft])
  })

  it('names the rule, the article and the first day on which it may end', () => {
    const { hard } = judgeStageEnd(caseOf(), { stage: 2, startedOn: '2026-08-12' }, '2026-08-15', book)
    expect(hard[0]?.message).toBe(
      'Giai đoạn 2 ít nhất 10 ngày (ST-2, Nghị định 163/2026/NĐ-CP Điều 85): sớm nhất là 22/08/2026.',
    )
  })
})

describe('ST-3, D163 Điều 86: at least 3 months', () => {
  it.each([
    ['2026-11-30', '2027-02-27', ['stage-too-short']],
    ['2026-11-30', '2027-02-28', []],
    ['2026-08-22', '2026-11-21', ['stage-too-short']],
    ['2026-08-22', '2026-11-22', []],
    // D116 Điều 24 sets no length.
    ['2026-05-01', '2026-05-02', []],
  ])('from %s to %s', (startedOn, on, hard) => {
    expect(codes(judgeStageEnd(caseOf(), { stage: 3, startedOn }, on, book).hard)).toEqual(hard)
  })
})

describe('ST-1, D163 Điều 84.6: no more than 2 days; D116 Điều 22: no limit', () => {
  it.each([
    ['2026-08-10', '2026-08-12', []],
    ['2026-08-10', '2026-08-13', ['stage-too-long']],
    ['2026-05-10', '2026-06-30', []],
  ])('from %s to %s', (startedOn, on, soft) => {
    const verdict = judgeStageEnd(caseOf(), { stage: 1, startedOn }, on, book)
    expect([codes(verdict.hard), codes(verdict.soft)]).toEqual([[], soft])
  })

  it('is over on the board from the third day on', () => {
    const open = { stage: 1 as const, startedOn: '2026-08-10' }
    expect(stageStanding(book, open, '2026-08-12')).toMatchObject({ state: 'ready', days: 2 })
    expect(stageStanding(book, open, '2026-08-13')).toMatchObject({ state: 'over', latestEnd: '2026-08-12' })
    expect(latestEnd(book, 1, '2026-06-28', '2026-06-30')).toBeNull()
  })
})

describe('ST-4, D163 Điều 87.3: from the end of stage 2 to the end of the term', () => {
  const records = [done(1, '2026-08-10', '2026-08-12'), done(2, '2026-08-12', '2026-08-25')]

  it.each([
    ['the day before stage 2 ended', records, '2026-08-24', ['stage-order']],
    ['the day stage 2 ended', records, '2026-08-25', []],
    ['without stage 2', [], '2026-08-25', ['stage-order']],
  ])('begins: %s', (_name, known, on, hard) => {
    expect(codes(judgeStageStart(caseOf({ records: known }), 4, on, book).hard)).toEqual(hard)
  })

  it('overlaps stage 3 and stage 5', () => {
    const open: StageSpan = { stage: 3, startedOn: '2026-08-25', endedOn: null, result: null }
    const it = caseOf({ records: [...records, open] })
    expect(judgeStageStart(it, 4, '2026-09-01', book)).toEqual({ hard: [], soft: [] })
  })

  it('asks for a reason when it ends before the term, and for none under R73', () => {
    const open = { stage: 4 as const, startedOn: '2026-05-01' }
    expect(codes(judgeStageEnd(caseOf(), open, '2028-08-09', book).soft)).toEqual(['stage-before-term'])
    expect(codes(judgeStageEnd(caseOf(), open, '2028-08-10', book).soft)).toEqual([])
    expect(codes(judgeStageEnd(caseOf(), open, '2026-06-30', book).soft)).toEqual([])
  })
})

describe('ST-5, D163 Điều 88.5: the 30 days before the end; D116 Điều 26: none', () => {
  const records = [
    done(1, '2026-08-10', '2026-08-12'),
    done(2, '2026-08-12', '2026-08-25'),
    done(3, '2026-08-25', '2026-12-01'),
  ]
  it.each([
    ['31 days before', '2028-08-10', '2028-07-10', ['stage-too-early']],
    ['30 days before', '2028-08-10', '2028-07-11', []],
    ['across Tết 2027: 30 calendar days', '2027-02-20', '2027-01-20', ['stage-too-early']],
    ['across Tết 2027: the 30th day', '2027-02-20', '2027-01-21', []],
  ])('%s', (_name, endOn, on, hard) => {
    expect(codes(judgeStageStart(caseOf({ records, endOn }), 5, on, book).hard)).toEqual(hard)
  })

  it('has no day under the old law, and none without an end', () => {
    expect(reintegrationFrom(book, '2026-06-30')).toBeNull()
    expect(reintegrationFrom(book, null)).toBeNull()
    expect(reintegrationFrom(book, '2028-08-10')).toBe('2028-07-11')
    const old = caseOf({ records, endOn: '2027-01-01', receivedOn: '2024-01-01' })
    expect(codes(judgeStageStart(old, 5, '2026-06-30', book).hard)).toEqual([])
  })
})

describe('the order of the stages', () => {
  it('refuses a stage that is open, done, in the future or before reception', () => {
    const open: StageSpan = { stage: 1, startedOn: '2026-08-10', endedOn: null, result: null }
    expect(codes(judgeStageStart(caseOf({ records: [open] }), 1, '2026-08-11', book).hard)).toEqual([
      'stage-open',
    ])
    const over = done(1, '2026-08-10', '2026-08-11')
    expect(codes(judgeStageStart(caseOf({ records: [over] }), 1, '2026-08-11', book).hard)).toEqual([
      'stage-done',
    ])
    expect(codes(judgeStageStart(caseOf(), 1, '2026-08-09', book).hard)).toEqual(['before-reception'])
    expect(codes(judgeStageStart(caseOf({ today: '2026-08-11' }), 1, '2026-08-12', book).hard)).toEqual([
      'in-future',
    ])
  })

  it('lets a failed stage be done again', () => {
    const failed: StageSpan = { ...done(1, '2026-08-10', '2026-08-11'), result: 'fail' }
    expect(judgeStageStart(caseOf({ records: [failed] }), 1, '2026-08-11', book).hard).toEqual([])
  })

  it('never holds a stage twice, nor 3 or 4 before 2, whatever is tried in whatever order', () => {
    const act = fc.record({ stage: fc.constantFrom(...STAGES), day: fc.nat(800), ends: fc.boolean() })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let records: StageSpan[] = []
        for (const { stage, day, ends } of acts) {
          const on = addDays('2026-08-10', day)
          const it = caseOf({ records })
          const open = records.find((one) => one.stage === stage && one.endedOn === null)
          if (ends && open && judgeStageEnd(it, open, on, book).hard.length === 0)
            records = records.map((one) => (one === open ? { ...one, endedOn: on, result: 'pass' } : one))
          else if (!ends && judgeStageStart(it, stage, on, book).hard.length === 0)
            records = [...records, { stage, startedOn: on, endedOn: null, result: null }]
        }
        for (const stage of STAGES)
          expect(records.filter((one) => one.stage === stage).length).toBeLessThan(2)
        const second = records.find((one) => one.stage === 2)
        const isSound = (one: StageSpan) => {
          const { stage, startedOn, endedOn } = one
          if (endedOn !== null && endedOn < startedOn) return false
          if (stage === 2) return endedOn === null || endedOn >= addDays(startedOn, 10)
          if (stage === 3 || stage === 4) return (second?.endedOn ?? '9') <= startedOn
          return true
        }
        expect(records.filter((one) => !isSound(one))).toEqual([])
      }),
    )
  })
})
