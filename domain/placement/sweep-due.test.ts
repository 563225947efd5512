import { expect, it } from 'vitest'
import { isSweepDue } from './sweep-due.ts'

it.each([
  ['never made', null, '2026-11-21T18:59:00.000Z', true],
  ['made last night, a minute before tonight', '2026-11-20T19:00:10.000Z', '2026-11-21T18:59:00.000Z', false],
  ['made last night, at the minute', '2026-11-20T19:00:10.000Z', '2026-11-21T19:00:00.000Z', true],
  ['made tonight', '2026-11-21T19:00:00.000Z', '2026-11-21T19:05:00.000Z', false],
  ['the hub was off for days', '2026-11-18T19:00:00.000Z', '2026-11-21T03:00:00.000Z', true],
])('the nightly sweep at 02:00: %s', (_title, last, now, isDue) => {
  expect(isSweepDue(last, '02:00', now)).toBe(isDue)
})
