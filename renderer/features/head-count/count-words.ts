import type { CountRoom, ZoneCount } from '#domain/contract/head-count.ts'
import type { Instant } from '#domain/time/instant.ts'
import { formatTime } from '#domain/time/instant.ts'
import { formatNumber } from '#ui/format.ts'
import type { Tone } from '#ui/colors.ts'

/** A state in a word with its colour. */
export interface CountWord {
  tone: Tone
  text: string
}

/** `đủ`, `thiếu 1`, `thừa 2`; somebody in the wrong room only: `đủ, 1 người khác phòng`. */
export function differenceWord(missing: number, extra: number): CountWord {
  if (missing === 0 && extra === 0) return { tone: 'ok', text: 'đủ' }
  if (missing === extra) return { tone: 'soon', text: `đủ, ${formatNumber(missing)} người khác phòng` }
  return missing > extra
    ? { tone: 'late', text: `thiếu ${formatNumber(missing - extra)}` }
    : { tone: 'late', text: `thừa ${formatNumber(extra - missing)}` }
}

/** `14:00 đủ`, `14:00 thiếu 1`, `đang đếm 3/12 phòng`, `chưa điểm danh`. */
export function zoneCountWord(zone: Pick<ZoneCount, 'state' | 'sums'>, shiftAt: Instant): CountWord {
  const { missing, extra, countedRooms, rooms } = zone.sums
  if (zone.state === 'none') return { tone: 'soon', text: 'chưa điểm danh' }
  if (zone.state === 'open') return { tone: 'away', text: `đang đếm ${countedRooms}/${rooms} phòng` }
  const word = differenceWord(missing, extra)
  return { ...word, text: `${formatTime(shiftAt)} ${word.text}` }
}

const ROOM_WORDS: Record<CountRoom['state'], CountWord> = {
  uncounted: { tone: 'ended', text: 'Chưa đếm' },
  equal: { tone: 'ok', text: 'Đủ' },
  open: { tone: 'late', text: 'Lệch, chưa giải trình' },
  explained: { tone: 'soon', text: 'Lệch, đã giải trình' },
  settled: { tone: 'ok', text: 'Khớp sau khi ghi sổ' },
}

/** How a room of a count stands, in words. */
export function roomWord(room: Pick<CountRoom, 'state' | 'left'>): CountWord {
  if (room.state !== 'open') return ROOM_WORDS[room.state]
  const words = room.left < 0 ? 'Thiếu' : 'Thừa'
  return { tone: 'late', text: `${words} ${formatNumber(Math.abs(room.left))}, chưa giải trình` }
}

/** `−1`, `+2`, empty for none. */
export function signedNumber(difference: number): string {
  if (difference === 0) return '0'
  return `${difference < 0 ? '−' : '+'}${formatNumber(Math.abs(difference))}`
}

/** Address of the grid of a zone. */
export function gridHref(zoneId: string, shiftAt: Instant): string {
  return `/diem-danh/${zoneId}?ca=${encodeURIComponent(shiftAt)}`
}
