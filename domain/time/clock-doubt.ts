/** Why the hub's clock is in doubt: it was set while the hub ran, or it shows a time before the newest record. */
export const HUB_CLOCK_DOUBTS = ['set', 'behind-records'] as const

export interface HubClockDoubt {
  kind: (typeof HUB_CLOCK_DOUBTS)[number]
  /** How far the clock is from where it was, or from the newest record, in milliseconds. */
  byMs: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const YEAR_MS = 365.25 * DAY_MS

/** A desk may differ from the hub by this much, in milliseconds, before people are told. */
const CLOCK_TOLERANCE_MS = 2 * MINUTE_MS

/** A difference of clocks in the words of people: `7 phút`, `1 giờ 30 phút`, `10 năm`. @param ms either sign */
export function clockSpan(ms: number): string {
  const size = Math.abs(ms)
  if (size >= YEAR_MS) return `${Math.round(size / YEAR_MS)} năm`
  if (size >= 2 * DAY_MS) return `${Math.round(size / DAY_MS)} ngày`
  const minutes = Math.round(size / MINUTE_MS)
  if (minutes < 60) return `${minutes} phút`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} giờ` : `${Math.floor(minutes / 60)} giờ ${rest} phút`
}

/** Says how a desk's clock differs, or undefined while it is near enough. @param aheadMs desk minus hub */
export function deskClockSentence(aheadMs: number): string | undefined {
  if (Math.abs(aheadMs) <= CLOCK_TOLERANCE_MS) return undefined
  const which = aheadMs > 0 ? 'nhanh' : 'chậm'
  return (
    `Đồng hồ của máy này ${which} ${clockSpan(aheadMs)} so với máy chủ. Mọi giờ trên màn hình và trong hồ sơ ` +
    `là giờ máy chủ. Chỉnh lại đồng hồ máy này, hoặc báo quản trị viên nếu giờ máy chủ sai.`
  )
}

/** Says why the hub's clock is in doubt and what to do. */
export function clockDoubtSentence({ kind, byMs }: HubClockDoubt): string {
  const todo =
    'Quản trị viên kiểm tra ngày giờ của máy chủ. Thứ tự hồ sơ và phiên làm việc không bị ảnh hưởng.'
  switch (kind) {
    case 'set':
      return `Đồng hồ máy chủ vừa bị chỉnh ${byMs > 0 ? 'tới' : 'lùi'} ${clockSpan(byMs)}. ${todo}`
    case 'behind-records':
      return `Đồng hồ máy chủ chậm ${clockSpan(byMs)} so với dòng nhật ký mới nhất. ${todo}`
  }
}
