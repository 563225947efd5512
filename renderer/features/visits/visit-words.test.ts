import { expect, test } from 'vitest'
import type { Visit } from '#domain/contract/visit-shapes.ts'
import { leftText, minutesLeft } from '#renderer/features/visits/visit-words.ts'

const VISIT = { startedAt: '2026-11-22T02:00:00.000Z', startsAt: '', minutes: 45, extraMinutes: 0 } as Visit

test.each([
  ['2026-11-22T02:00:00.000Z', 0, 'còn 45 phút'],
  ['2026-11-22T02:33:00.000Z', 0, 'còn 12 phút'],
  ['2026-11-22T02:44:30.000Z', 0, 'còn 1 phút'],
  ['2026-11-22T02:45:00.000Z', 0, 'hết giờ'],
  ['2026-11-22T02:45:01.000Z', 0, 'quá 1 phút'],
  ['2026-11-22T02:45:00.000Z', 15, 'còn 15 phút'],
  ['2026-11-22T03:03:00.000Z', 15, 'quá 3 phút'],
])('at %s with %i minutes more: %s', (now, extraMinutes, text) => {
  expect(leftText(minutesLeft({ ...VISIT, extraMinutes }, now))).toBe(text)
})
