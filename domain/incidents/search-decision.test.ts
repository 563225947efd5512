import { expect, it } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import type { Track } from '../stay/track.ts'
import { atTime } from '../time/instant.ts'
import { searchDecisionOf, type EscapeSituation } from './search-decision.ts'

const book = buildRuleBook(DEFAULT_RULES)
const HEAD_73 = 'Giám đốc cơ sở quyết định truy tìm'
const HEAD_120 = 'Trưởng cơ sở quyết định truy tìm'

it.each<[string, string, Track, EscapeSituation, string, string | null, boolean | null]>([
  ['INC-01', 'D116 Điều 56.1', 'compulsory', 'before-admission', '2026-06-30', 'Mẫu 41', false],
  ['INC-01', 'D163 Điều 109.1', 'compulsory', 'before-admission', '2026-07-01', null, false],
  ['INC-02', 'D116 Điều 56.2: no form', 'compulsory', 'centre', '2026-06-30', null, true],
  ['INC-02', 'D163 Điều 109.2', 'compulsory', 'centre', '2026-07-01', 'Mẫu 43', true],
  ['INC-03', 'D116 Điều 48.3, 48.4', 'held', 'centre', '2026-06-30', null, false],
  ['INC-03', 'D163 Điều 109.2', 'held', 'centre', '2026-07-01', 'Mẫu 43', true],
  ['INC-07', 'L120 Điều 46.2đ', 'voluntary', 'centre', '2026-07-01', 'Mẫu 43', true],
  ['INC-08', 'D116 Điều 70.4', 'compulsory', 'funeral-leave', '2026-06-30', null, true],
  ['INC-08', 'D163 Điều 121.4', 'compulsory', 'funeral-leave', '2026-07-01', 'Mẫu 43', true],
])('%s %s: %s, %s on %s', (id, _article, track, situation, day, form, isOurs) => {
  const found = searchDecisionOf(book, { track, situation, at: atTime(day, '10:00') })
  expect(found).toMatchObject({ rule: { id }, form, isOurs, isOptional: id === 'INC-07' })
})

it('names who decides under each law (INC-01 D116 Điều 56.1, D163 Điều 109.1; INC-02)', () => {
  const issuer = (day: string, situation: EscapeSituation) =>
    searchDecisionOf(book, { track: 'compulsory', situation, at: atTime(day, '00:00') })?.issuer
  expect([
    issuer('2026-06-30', 'before-admission'),
    issuer('2026-07-01', 'before-admission'),
    issuer('2026-06-30', 'centre'),
    issuer('2026-07-01', 'centre'),
  ]).toEqual([
    'Trưởng Công an cấp huyện quyết định truy tìm',
    'Giám đốc Công an tỉnh quyết định truy tìm',
    HEAD_73,
    HEAD_120,
  ])
})

it('goes by the law of the minute of the escape in Viet Nam: 30/06/2026 at 23:59 is still D116 Điều 56', () => {
  const form = (at: string) =>
    searchDecisionOf(book, { track: 'compulsory', situation: 'centre', at })?.form ?? null
  expect([form('2026-06-30T16:59:00.000Z'), form('2026-06-30T17:00:00.000Z')]).toEqual([null, 'Mẫu 43'])
})

it('INC-07 D116 Điều 3.5: nobody searches for a voluntary person under Luật 73/2021', () => {
  const at = atTime('2026-06-30', '10:00')
  expect(searchDecisionOf(book, { track: 'voluntary', situation: 'centre', at })).toBeNull()
})
