import { expect, it } from 'vitest'
import { caretInCode, formatTypedCode } from './typed-code.ts'

it.each([
  ['', ''],
  ['abc', 'ABC'],
  ['abcd', 'ABCD'],
  ['abcde', 'ABCD E'],
  ['k7qm-4xw2 9b1c', 'K7QM 4XW2 9B1C'],
  ['ABCD EFGH JKMN PQRS TVWX YZ01 2345 6789', 'ABCD EFGH JKMN PQRS TVWX YZ01 2345'],
  ['ａｂｃｄ1', 'ABCD 1'],
  ['—–  --', ''],
])('writes %j as %j', (typed, shown) => {
  expect(formatTypedCode(typed)).toBe(shown)
})

it.each([
  ['ABCDE', 5, 6],
  ['ABCD', 4, 4],
  ['AXBCD EFGH', 2, 2],
  ['ABCD XEFGH', 6, 6],
  ['', 0, 0],
])('keeps the caret in %j at %i behind the same character', (text, caret, after) => {
  expect(caretInCode(text, caret)).toBe(after)
})
