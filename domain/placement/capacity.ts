import type { Problem } from '../errors.ts'
import { formatDay, type Day } from '../time/day.ts'
import { formatInstant, type Instant } from '../time/instant.ts'

/** The three capacities of a room, in persons. */
export interface Capacity {
  /** Sức chứa tối đa: never exceeded. */
  maximum: number
  /** Sức chứa sử dụng: how many the room is run for; above it is overcrowding, which needs a reason. */
  inUse: number
  /** Beds out of service now; computed from the outages. */
  outOfService: number
}

/**
 * May a room be given these capacities? `occupied` counts the beds held, reserved ones of people out included;
 * `beds` the beds standing in the room.
 */
export function checkCapacityChange(change: {
  capacity: Capacity
  occupied: number
  beds: number
}): Problem[] {
  const { capacity, occupied, beds } = change
  const { maximum, inUse, outOfService } = capacity
  if (![maximum, inUse].every((persons) => Number.isInteger(persons) && persons >= 0 && persons <= 1000)) {
    const message = 'Sức chứa là số nguyên từ 0 đến 1.000. Sửa lại con số.'
    return [{ code: 'capacity-number', message, field: 'maximum' }]
  }
  const problems: Problem[] = []
  if (inUse > maximum) {
    const message = `Sức chứa sử dụng (${inUse}) không được vượt sức chứa tối đa (${maximum}). Giảm số sử dụng hoặc tăng số tối đa.`
    problems.push({ code: 'capacity-order', message, field: 'inUse' })
  } else if (inUse > maximum - outOfService) {
    const message = `Có ${outOfService} giường đang ngừng sử dụng nên sức chứa sử dụng tối đa là ${Math.max(0, maximum - outOfService)}. Giảm số sử dụng.`
    problems.push({ code: 'capacity-out-of-service', message, field: 'inUse' })
  }
  if (maximum < occupied || inUse < occupied) {
    const field = maximum < occupied ? 'maximum' : 'inUse'
    const message = `Phòng đang có ${occupied} người giữ giường. Chuyển bớt người trước khi giảm sức chứa.`
    problems.push({ code: 'capacity-below-occupied', message, field })
  }
  if (maximum < beds) {
    const message = `Phòng có ${beds} giường nên sức chứa tối đa không được dưới ${beds}. Bỏ bớt giường trước.`
    problems.push({ code: 'capacity-below-beds', message, field: 'maximum' })
  }
  return problems
}

/** Why a bed is out of service. */
export const OUTAGE_REASONS = [
  'damage',
  'damp',
  'maintenance',
  'disinfection',
  'pests',
  'refurbishment',
  'staff-shortage',
  'other',
] as const
export type OutageReason = (typeof OUTAGE_REASONS)[number]

export const OUTAGE_REASON_LABELS: Record<OutageReason, string> = {
  damage: 'Hư hỏng',
  damp: 'Ẩm, dột',
  maintenance: 'Bảo trì',
  disinfection: 'Khử khuẩn',
  pests: 'Diệt côn trùng, chuột',
  refurbishment: 'Cải tạo, sửa chữa lớn',
  'staff-shortage': 'Thiếu cán bộ trực',
  other: 'Lý do khác',
}

/** A bed about to be taken out of service. */
export interface OutageCheck {
  bedCode: string
  reason: OutageReason
  note: string | null
  today: Day
  /** The day on which the bed is to be back in service, if known. */
  backOn: Day | null
  /** Who holds the bed, lying in it or out with the bed reserved. */
  heldBy: { name: string; since: Instant } | null
  /** The outage that still lasts, if any. */
  outSince: Instant | null
}

/** May this bed be taken out of service today? An occupied one never may. */
export function checkOutage(check: OutageCheck): Problem[] {
  const { bedCode, heldBy, outSince, backOn, today } = check
  const problems: Problem[] = []
  if (heldBy) {
    const message = `Giường ${bedCode} đang có ${heldBy.name} từ ${formatInstant(heldBy.since)}. Chuyển người sang giường khác trước.`
    problems.push({ code: 'bed-occupied', message })
  }
  if (outSince) {
    const message = `Giường ${bedCode} đã ngừng sử dụng từ ${formatInstant(outSince)}.`
    problems.push({ code: 'bed-already-out', message })
  }
  if (backOn !== null && backOn < today) {
    const message = `Ngày dự kiến dùng lại (${formatDay(backOn)}) phải từ hôm nay (${formatDay(today)}) trở đi. Sửa lại ngày.`
    problems.push({ code: 'outage-back-on', message, field: 'backOn' })
  }
  if (check.reason === 'other' && (check.note ?? '').trim() === '') {
    problems.push({ code: 'outage-note', message: 'Chọn “Lý do khác” thì ghi rõ lý do.', field: 'note' })
  }
  return problems
}
