import { describe, expect, it } from 'vitest'
import { clockDoubtSentence, clockSpan, deskClockSentence } from './clock-doubt.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe('how far clocks are apart', () => {
  it.each([
    [3 * MINUTE, '3 phút'],
    [-90 * MINUTE, '1 giờ 30 phút'],
    [-120 * MINUTE, '2 giờ'],
    [DAY, '24 giờ'],
    [-9 * DAY, '9 ngày'],
    [3652.5 * DAY, '10 năm'],
  ])('%i ms is said as %s', (ms, text) => {
    expect(clockSpan(ms)).toBe(text)
  })

  it.each([
    [2 * MINUTE, undefined],
    [-2 * MINUTE, undefined],
    [7 * MINUTE, 'Đồng hồ của máy này nhanh 7 phút so với máy chủ'],
    [-3 * 60 * MINUTE, 'Đồng hồ của máy này chậm 3 giờ so với máy chủ'],
  ])('a desk that is %i ms ahead is told: %s', (aheadMs, begin) => {
    expect(deskClockSentence(aheadMs)?.slice(0, begin?.length)).toBe(begin)
  })

  it.each([
    [{ kind: 'set', byMs: DAY }, 'Đồng hồ máy chủ vừa bị chỉnh tới 24 giờ.'],
    [{ kind: 'set', byMs: -3652.5 * DAY }, 'Đồng hồ máy chủ vừa bị chỉnh lùi 10 năm.'],
    [{ kind: 'behind-records', byMs: -DAY }, 'Đồng hồ máy chủ chậm 24 giờ so với dòng nhật ký mới nhất.'],
  ] as const)('a doubt about the hub is a sentence: %o', (doubt, begin) => {
    expect(clockDoubtSentence(doubt).startsWith(begin)).toBe(true)
  })
})
