import { addDays, daysBetween, formatDay, weekday, type Day } from '#domain/time/day.ts'
import { dayOf, formatTime, type Instant } from '#domain/time/instant.ts'

const numberFormats = new Map<number, Intl.NumberFormat>()

/** `1.234,5`: a number with at most `digits` digits after the comma. */
export function formatNumber(value: number, digits = 1): string {
  let format = numberFormats.get(digits)
  if (!format) {
    format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: digits })
    numberFormats.set(digits, format)
  }
  return format.format(value)
}

/** `87,5%` of a share between 0 and 1. */
export function formatPercent(share: number, digits = 1): string {
  return `${formatNumber(share * 100, digits)}%`
}

const BYTE_UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** `1,4 GB` of a count of bytes (1 KB = 1.024 B). */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < BYTE_UNITS.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${formatNumber(value)} ${BYTE_UNITS[unit] ?? 'B'}`
}

/** Days left as people say it: `còn 3 ngày`, `hôm nay`, `quá hạn 2 ngày`. */
export function formatDaysLeft(days: number): string {
  if (days === 0) return 'hết hạn hôm nay'
  return days > 0 ? `còn ${formatNumber(days, 0)} ngày` : `quá hạn ${formatNumber(-days, 0)} ngày`
}

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const

/** `thứ Tư 25/11`; with the year when it is not the year of `today`. */
export function formatWeekday(day: Day, today: Day): string {
  const text = formatDay(day)
  const name = WEEKDAYS[weekday(day) - 1] ?? ''
  return `${name} ${day.slice(0, 4) === today.slice(0, 4) ? text.slice(0, 5) : text}`
}

/** A moment seen from `now`: `14:02`, `hôm qua 14:02`, `14:02 ngày mai`, otherwise `14:02 25/11/2026`. */
export function formatMoment(at: Instant, now: Instant): string {
  const day = dayOf(at)
  const today = dayOf(now)
  const time = formatTime(at)
  if (day === today) return time
  if (day === addDays(today, -1)) return `${time} hôm qua`
  if (day === addDays(today, 1)) return `${time} ngày mai`
  return `${time} ${formatDay(day)}`
}

/** How long ago a day lies: `hôm nay`, `hôm qua`, `5 ngày trước`. */
export function formatDaysAgo(day: Day, today: Day): string {
  const days = daysBetween(day, today)
  if (days === 0) return 'hôm nay'
  if (days === 1) return 'hôm qua'
  return days > 0 ? `${formatNumber(days, 0)} ngày trước` : formatDaysLeft(-days)
}

/** `2 giờ 14 phút`, `45 giây`: a length of time given in seconds. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} giây`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes} phút`
  const rest = minutes % 60
  return rest === 0 ? `${Math.floor(minutes / 60)} giờ` : `${Math.floor(minutes / 60)} giờ ${rest} phút`
}

/** First letters of the last two words: `Nguyễn Văn An` → `VA`, what stands where a photo is missing. */
export function initialsOf(fullName: string): string {
  const words = fullName.trim().split(/\s+/u).filter(Boolean)
  return words
    .slice(-2)
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('')
}
