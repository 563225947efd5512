import { describe, expect, it } from 'vitest'
import { dayOf, type Instant } from '../../time/instant.ts'
import { buildRuleBook, procedureRule } from '../rule-book.ts'
import { DEFAULT_RULES } from './default-rules.ts'

const book = buildRuleBook(DEFAULT_RULES)

describe('ZONE-07: into which groups people are put, and who answers for one', () => {
  it.each<[instant: Instant, words: string, source: string]>([
    ['2022-01-01T00:00:00.000Z', 'Đội, tổ; mỗi đội, tổ có cán bộ phụ trách', 'D116 Điều 64.2'],
    // 23:59 of 30/06/2026 in Viet Nam, and the minute after.
    ['2026-06-30T16:59:00.000Z', 'Đội, tổ; mỗi đội, tổ có cán bộ phụ trách', 'D116 Điều 64.2'],
    ['2026-06-30T17:00:00.000Z', 'Tổ; mỗi tổ có một cán bộ phụ trách', 'D163 Điều 112.2'],
    ['2027-02-06T03:00:00.000Z', 'Tổ; mỗi tổ có một cán bộ phụ trách', 'D163 Điều 112.2'],
  ])('at %s: %s (%s)', (instant, value, source) => {
    expect(procedureRule(book, 'ZONE-07', dayOf(instant))).toMatchObject({ value, source })
  })
})
