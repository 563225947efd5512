import { describe, expect, it } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import type { Day } from '../time/day.ts'
import { judgeAppeal } from './judge-appeal.ts'

const book = buildRuleBook(DEFAULT_RULES)

describe('CASE-07 (Luật Khiếu nại Điều 9): within 90 days of being told', () => {
  it.each<[string, Day | null, Day, string | null, boolean]>([
    ['on the last day', '2026-08-24', '2026-11-22', null, true],
    ['a day late', '2026-08-23', '2026-11-22', null, false],
    ['a day late, having been ill', '2026-08-23', '2026-11-22', 'Nằm viện hai tháng', true],
    ['before it is read out', null, '2026-11-22', null, true],
  ])('%s', (_name, receivedOn, today, comment, isTaken) => {
    const found = judgeAppeal({ receivedOn, comment }, today, book)
    expect(found.map(({ code }) => code)).toEqual(isTaken ? [] : ['appeal-late'])
    expect(found.every(({ message }) => message.includes('Luật Khiếu nại 02/2011/QH13 Điều 9'))).toBe(true)
  })
})
