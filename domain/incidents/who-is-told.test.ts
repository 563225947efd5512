import { expect, it } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import type { Track } from '../stay/track.ts'
import { atTime } from '../time/instant.ts'
import { toldOfEscape } from './who-is-told.ts'

const book = buildRuleBook(DEFAULT_RULES)

it.each<[string, Track, string, [string, number | null][]]>([
  ['INC-04 L120 Điều 46.2i', 'compulsory', '2026-07-01', [['INC-04', 24]]],
  ['INC-05 D116 Điều 56.2', 'compulsory', '2026-06-30', [['INC-05', null]]],
  ['INC-05 D116 Điều 56.2', 'held', '2026-06-30', [['INC-05', null]]],
  [
    'INC-07 L73 Điều 35.6e',
    'voluntary',
    '2026-06-30',
    [
      ['INC-05', null],
      ['INC-07', null],
    ],
  ],
  [
    'INC-07 L120 Điều 35.1a',
    'voluntary',
    '2026-07-01',
    [
      ['INC-04', 24],
      ['INC-07', null],
    ],
  ],
])('%s: who is told of a %s person on %s', (_rule, track, day, expected) => {
  const told = toldOfEscape(book, { track, at: atTime(day, '02:00') })
  expect(told.map(({ rule, hours }) => [rule, hours])).toEqual(expected)
})
