import { expect, test } from 'vitest'
import { birthText, formatBirth, isBirthText, parseBirth, storedBirth } from './birth.ts'

test.each<[typed: string, birth: string | undefined]>([
  ['1990', '1990'],
  ['3/1990', '1990-03'],
  ['05/03/1990', '1990-03-05'],
  ['5.3.1990', '1990-03-05'],
  ['5-3-1990', '1990-03-05'],
  ['31/02/1990', undefined],
  ['13/1990', undefined],
  ['90', undefined],
  ['1/2/3/1990', undefined],
  ['khoảng 1990', undefined],
  ['', undefined],
])('“%s” reads as %s', (typed, birth) => {
  expect(parseBirth(typed)).toBe(birth)
})

test.each(['1990', '1990-03', '1990-03-05'])('%s comes back from storage as it went in', (text) => {
  expect(birthText(storedBirth(text))).toBe(text)
  expect(parseBirth(formatBirth(text))).toBe(text)
})

test('an unknown birth is stored as nothing', () => {
  expect(birthText(storedBirth(null))).toBeNull()
})

test('years before 1900 are no birth of anybody here', () => {
  expect(isBirthText('1899-12-31')).toBe(false)
})
