import type { Problem } from '../errors.ts'
import { reasonsOf, type VarianceDirection, type VarianceReason } from './variance-reasons.ts'

/** What explains one person of difference. */
export interface VarianceLine {
  direction: VarianceDirection
  reason: VarianceReason
  stayId: string | null
  note: string | null
}

/** One room of a count. */
export interface CountedRoom {
  /** People seen; null until it is counted. */
  counted: number | null
  /** Stays the roll had in the room at the minute of the count, as known then. */
  expected: readonly string[]
  /** How many it has for that same minute now: what was recorded late counts. */
  computedNow: number
  lines: readonly VarianceLine[]
}

/** How a room stands: not counted, the same, different, explained by lines, or put right by what was recorded since. */
export const ROOM_STATES = ['uncounted', 'equal', 'open', 'explained', 'settled'] as const
export type RoomState = (typeof ROOM_STATES)[number]

/**
 * How far a room is explained. Lines stand against what the roll said when the room was counted, so that recording an
 * escape afterwards does not make the difference vanish from the sheet.
 * @returns `difference` = counted − computed at the count; `left` = persons still to be explained, with the same sign
 */
export function explainRoom(room: CountedRoom): { state: RoomState; difference: number; left: number } {
  if (room.counted === null) return { state: 'uncounted', difference: 0, left: 0 }
  const difference = room.counted - room.expected.length
  const explained = room.lines.reduce((sum, line) => sum + (line.direction === 'extra' ? 1 : -1), 0)
  const left = difference - explained
  if (left === 0) return { state: room.lines.length === 0 ? 'equal' : 'explained', difference, left }
  if (room.counted === room.computedNow && room.lines.length === 0) {
    return { state: 'settled', difference, left: 0 }
  }
  return { state: 'open', difference, left }
}

/** Why a line may not be added to a room; empty when it may. */
export function judgeVariance(line: VarianceLine, room: CountedRoom): Problem[] {
  if (room.counted === null) {
    return [{ code: 'room-uncounted', message: 'Phòng này chưa đếm. Ghi số đếm được trước.' }]
  }
  if (!reasonsOf(line.direction).includes(line.reason)) {
    return [{ code: 'variance-reason', field: 'reason', message: 'Lý do này không dùng cho chiều lệch này.' }]
  }
  if (line.stayId === null && line.reason !== 'miscount') {
    return [{ code: 'variance-person', field: 'stayId', message: 'Chọn học viên mà dòng này nói đến.' }]
  }
  if (line.reason === 'other' && line.note === null) {
    return [{ code: 'variance-note', field: 'note', message: 'Ghi lý do khác là gì.' }]
  }
  if (line.stayId !== null) {
    if (room.lines.some(({ stayId }) => stayId === line.stayId)) {
      return [{ code: 'variance-twice', field: 'stayId', message: 'Học viên này đã có một dòng giải trình.' }]
    }
    const isExpected = room.expected.includes(line.stayId)
    if (line.direction === 'missing' && !isExpected) {
      const message = 'Sổ không có học viên này ở phòng lúc đếm. Chọn người trong phòng.'
      return [{ code: 'variance-not-there', field: 'stayId', message }]
    }
    if (line.direction === 'extra' && isExpected) {
      const message = 'Sổ đã có học viên này ở phòng lúc đếm. Chọn người ở nơi khác.'
      return [{ code: 'variance-there', field: 'stayId', message }]
    }
  }
  const { left } = explainRoom(room)
  if (line.direction === 'missing' ? left >= 0 : left <= 0) {
    const message =
      left === 0
        ? 'Phòng này không còn người lệch cần giải trình.'
        : `Phòng này đang ${left > 0 ? 'thừa' : 'thiếu'}, không phải ${left > 0 ? 'thiếu' : 'thừa'}.`
    return [{ code: 'variance-none-left', field: 'direction', message }]
  }
  return []
}

/** Totals over the rooms of a zone. */
export interface CountSums {
  rooms: number
  countedRooms: number
  /** Of the counted rooms. */
  counted: number
  computed: number
  missing: number
  extra: number
  /** Rooms whose difference nobody has explained. */
  open: number
}

/** Adds rooms up: missing and extra by room, so that somebody in the wrong room is both. */
export function sumRooms(rooms: readonly CountedRoom[]): CountSums {
  const sums: CountSums = {
    rooms: 0,
    countedRooms: 0,
    counted: 0,
    computed: 0,
    missing: 0,
    extra: 0,
    open: 0,
  }
  for (const room of rooms) {
    sums.rooms += 1
    if (room.counted === null) continue
    const { state, difference } = explainRoom(room)
    sums.countedRooms += 1
    sums.counted += room.counted
    sums.computed += room.expected.length
    sums.missing += Math.max(0, -difference)
    sums.extra += Math.max(0, difference)
    if (state === 'open') sums.open += 1
  }
  return sums
}

/** Why a count may not be signed yet; empty when it may. @param codes rooms by what people call them */
export function judgeSigning(rooms: readonly (CountedRoom & { code: string })[]): Problem[] {
  const named = (state: RoomState) =>
    rooms.filter((room) => explainRoom(room).state === state).map(({ code }) => code)
  const uncounted = named('uncounted')
  const open = named('open')
  const problems: Problem[] = []
  if (uncounted.length > 0) {
    const message = `Còn ${uncounted.length} phòng chưa đếm: ${uncounted.slice(0, 6).join(', ')}. Đếm hết rồi ký.`
    problems.push({ code: 'rooms-uncounted', message })
  }
  if (open.length > 0) {
    const message = `Phòng ${open.slice(0, 6).join(', ')} còn lệch chưa giải trình. Ghi lý do từng người rồi ký.`
    problems.push({ code: 'rooms-open', message })
  }
  return problems
}
