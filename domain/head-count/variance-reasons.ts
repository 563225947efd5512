/** Which way a count and the roll differ: somebody was not there, or was there and not on the roll's list. */
export const VARIANCE_DIRECTIONS = ['missing', 'extra'] as const
export type VarianceDirection = (typeof VARIANCE_DIRECTIONS)[number]

export const VARIANCE_DIRECTION_LABELS: Record<VarianceDirection, string> = {
  missing: 'Thiếu',
  extra: 'Thừa',
}

/** Why a count and the roll differ by one person. */
export const VARIANCE_REASONS = [
  'out-not-recorded',
  'move-not-recorded',
  'return-not-recorded',
  'escaped',
  'miscount',
  'other',
] as const
export type VarianceReason = (typeof VARIANCE_REASONS)[number]

export const VARIANCE_REASON_LABELS: Record<VarianceReason, string> = {
  'out-not-recorded': 'Ra ngoài chưa ghi sổ',
  'move-not-recorded': 'Chuyển phòng chưa ghi sổ',
  'return-not-recorded': 'Đã trở lại, chưa ghi sổ',
  escaped: 'Bỏ trốn',
  miscount: 'Đếm nhầm',
  other: 'Lý do khác',
}

const REASONS_OF: Record<VarianceDirection, readonly VarianceReason[]> = {
  missing: ['out-not-recorded', 'move-not-recorded', 'escaped', 'miscount', 'other'],
  extra: ['move-not-recorded', 'return-not-recorded', 'miscount', 'other'],
}

/** The reasons that may stand for a difference of this direction, the most usual first. */
export function reasonsOf(direction: VarianceDirection): readonly VarianceReason[] {
  return REASONS_OF[direction]
}
