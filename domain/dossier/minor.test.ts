import { expect, it } from 'vitest'
import { isMinorOn } from './minor.ts'

it.each([
  ['2008-11-22', '2026-11-22', false],
  ['2008-11-23', '2026-11-22', true],
  ['2008', '2026-12-30', true],
  ['2008', '2026-12-31', false],
  ['2008-11', '2026-11-29', true],
  ['2008-11', '2026-11-30', false],
  [null, '2026-11-22', false],
])('born %s, on %s a minor: %s', (birth, day, expected) => {
  expect(isMinorOn(birth, day)).toBe(expected)
})
