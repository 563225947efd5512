import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatDaysAgo,
  formatDaysLeft,
  formatDuration,
  formatMoment,
  formatNumber,
  formatPercent,
  formatWeekday,
  initialsOf,
} from '#ui/format.ts'

describe('numbers and times as Vietnamese offices write them', () => {
  it.each([
    [0, '0'],
    [1234.5, '1.234,5'],
    [1234567.891, '1.234.567,9'],
    [-42, '-42'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('writes shares and sizes', () => {
    expect(formatPercent(0.875)).toBe('87,5%')
    expect(formatBytes(512)).toBe('512 B')
    expect(formatBytes(1_503_238_554)).toBe('1,4 GB')
  })

  it.each([
    [3, 'còn 3 ngày'],
    [1214, 'còn 1.214 ngày'],
    [0, 'hết hạn hôm nay'],
    [-2, 'quá hạn 2 ngày'],
  ])('says %d days left as "%s"', (days, text) => {
    expect(formatDaysLeft(days)).toBe(text)
  })

  it('names the weekday and leaves this year out', () => {
    expect(formatWeekday('2026-11-25', '2026-11-22')).toBe('thứ Tư 25/11')
    expect(formatWeekday('2027-01-03', '2026-11-22')).toBe('Chủ nhật 03/01/2027')
  })

  it.each([
    ['2026-11-22T07:02:00.000Z', '14:02'],
    ['2026-11-21T07:02:00.000Z', '14:02 hôm qua'],
    ['2026-11-22T17:30:00.000Z', '00:30 ngày mai'],
    ['2026-10-01T02:00:00.000Z', '09:00 01/10/2026'],
  ])('shows the moment %s seen from 22/11/2026 as "%s"', (at, text) => {
    expect(formatMoment(at, '2026-11-22T08:00:00.000Z')).toBe(text)
  })

  it('tells how long ago and how long', () => {
    expect(formatDaysAgo('2026-11-21', '2026-11-22')).toBe('hôm qua')
    expect(formatDaysAgo('2026-11-10', '2026-11-22')).toBe('12 ngày trước')
    expect(formatDaysAgo('2026-11-24', '2026-11-22')).toBe('còn 2 ngày')
    expect(formatDuration(8040)).toBe('2 giờ 14 phút')
    expect(formatDuration(45)).toBe('45 giây')
  })

  it.each([
    ['Nguyễn Văn An', 'VA'],
    ['  Đặng   Thị Ánh  ', 'TÁ'],
    ['Mẩy', 'M'],
    ['', ''],
  ])('takes the initials of "%s"', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
