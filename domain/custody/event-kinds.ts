/** Kinds of custody events (sự kiện quản lý): the append-only line from which everything countable is computed. */
export const CUSTODY_EVENT_KINDS = [
  'received',
  'placed',
  'moved',
  'swapped',
  'unplaced',
  'left',
  'returned',
  'escaped',
  'recovered',
  'suspended',
  'resumed',
  'track-changed',
  'term-changed',
  'transferred-out',
  'transferred-in',
  'interrupted',
  'continued',
  'released',
  'exempted',
  'left-on-own-will',
  'to-social-protection',
  'to-prison',
  'died',
  'corrected',
] as const
export type CustodyEventKind = (typeof CUSTODY_EVENT_KINDS)[number]

export const CUSTODY_EVENT_LABELS: Record<CustodyEventKind, string> = {
  received: 'Tiếp nhận',
  placed: 'Xếp giường',
  moved: 'Chuyển giường',
  swapped: 'Đổi chỗ',
  unplaced: 'Rời giường (chờ xếp)',
  left: 'Ra ngoài',
  returned: 'Trở lại cơ sở',
  escaped: 'Bỏ trốn',
  recovered: 'Bắt lại, trở lại sau bỏ trốn',
  suspended: 'Tạm đình chỉ',
  resumed: 'Hết tạm đình chỉ, trở lại',
  'track-changed': 'Đổi diện',
  'term-changed': 'Thay đổi thời hạn',
  'transferred-out': 'Chuyển đi cơ sở khác',
  'transferred-in': 'Chuyển đến từ cơ sở khác',
  interrupted: 'Gián đoạn để chấp hành án phạt tù',
  continued: 'Tiếp tục sau khi chấp hành án phạt tù',
  released: 'Hoàn thành, ra về',
  exempted: 'Được miễn phần còn lại',
  'left-on-own-will': 'Tự ý chấm dứt',
  'to-social-protection': 'Chuyển cơ sở trợ giúp xã hội',
  'to-prison': 'Chấp hành án phạt tù (kết thúc đợt)',
  died: 'Chết',
  corrected: 'Đính chính',
}

/** Kinds that end a stay. */
export const ENDING_KINDS = [
  'released',
  'exempted',
  'left-on-own-will',
  'to-social-protection',
  'to-prison',
  'transferred-out',
  'died',
] as const satisfies readonly CustodyEventKind[]
export type EndingKind = (typeof ENDING_KINDS)[number]

/** Why a person who stays on the roll is outside the zone for a while. */
export const OUT_KINDS = [
  'funeral',
  'hospital',
  'proceedings',
  'home-treatment',
  'court',
  'work-outside',
  'other',
] as const
export type OutKind = (typeof OUT_KINDS)[number]

export const OUT_KIND_LABELS: Record<OutKind, string> = {
  funeral: 'Về chịu tang',
  hospital: 'Đi viện',
  proceedings: 'Trích xuất tố tụng',
  'home-treatment': 'Điều trị tại gia đình',
  court: 'Ra tòa',
  'work-outside': 'Lao động ngoài cơ sở',
  other: 'Ra ngoài việc khác',
}

/** Custody states of a stay at an instant. */
export const CUSTODY_STATES = ['expected', 'inside', 'out', 'escaped', 'interrupted', 'ended'] as const
export type CustodyState = (typeof CUSTODY_STATES)[number]

export const CUSTODY_STATE_LABELS: Record<CustodyState, string> = {
  expected: 'Dự kiến đến',
  inside: 'Trong khu',
  out: 'Ra ngoài',
  escaped: 'Bỏ trốn',
  interrupted: 'Gián đoạn (án phạt tù)',
  ended: 'Đã kết thúc',
}
