/** What kind of meeting a visit is. */
export const VISIT_KINDS = ['family', 'spouse-room'] as const
export type VisitKind = (typeof VISIT_KINDS)[number]

export const VISIT_KIND_LABELS: Record<VisitKind, string> = {
  family: 'Thăm gặp thân nhân',
  'spouse-room': 'Gặp vợ, chồng ở phòng riêng',
}

/** How a visit stands. `cancelled` and `absent` count for no limit. */
export const VISIT_STATES = ['booked', 'waiting', 'running', 'ended', 'cancelled', 'absent'] as const
export type VisitState = (typeof VISIT_STATES)[number]

export const VISIT_STATE_LABELS: Record<VisitState, string> = {
  booked: 'Đã hẹn',
  waiting: 'Đang chờ',
  running: 'Đang gặp',
  ended: 'Đã xong',
  cancelled: 'Đã hủy',
  absent: 'Không đến',
}

/** What is done with a visit at the desk. */
export const VISIT_STEPS = ['check-in', 'start', 'finish', 'cancel', 'absent'] as const
export type VisitStep = (typeof VISIT_STEPS)[number]

export const VISIT_STEP_LABELS: Record<VisitStep, string> = {
  'check-in': 'Ghi đến, lấy số',
  start: 'Bắt đầu gặp',
  finish: 'Kết thúc',
  cancel: 'Hủy lượt',
  absent: 'Không đến',
}

const NEXT: Record<VisitState, Partial<Record<VisitStep, VisitState>>> = {
  booked: { 'check-in': 'waiting', cancel: 'cancelled', absent: 'absent' },
  waiting: { start: 'running', cancel: 'cancelled' },
  running: { finish: 'ended' },
  ended: {},
  cancelled: {},
  absent: {},
}

/** The state after a step, undefined where the step does not belong to the state. */
export function visitAfter(state: VisitState, step: VisitStep): VisitState | undefined {
  return NEXT[state][step]
}

/** True for visits that use up the week: all but those that did not take place. */
export function countsForLimit(state: VisitState): boolean {
  return state !== 'cancelled' && state !== 'absent'
}

/** How a call is made. */
export const CALL_KINDS = ['phone', 'video'] as const
export type CallKind = (typeof CALL_KINDS)[number]

export const CALL_KIND_LABELS: Record<CallKind, string> = { phone: 'Điện thoại', video: 'Gọi hình' }

/** A call is registered with its content first and made later. */
export const CALL_STATES = ['registered', 'made', 'cancelled'] as const
export type CallState = (typeof CALL_STATES)[number]

export const CALL_STATE_LABELS: Record<CallState, string> = {
  registered: 'Đã đăng ký',
  made: 'Đã gọi',
  cancelled: 'Đã hủy',
}

/** Which way a letter or parcel goes, seen from the centre. */
export const MAIL_DIRECTIONS = ['in', 'out'] as const
export type MailDirection = (typeof MAIL_DIRECTIONS)[number]

export const MAIL_DIRECTION_LABELS: Record<MailDirection, string> = { in: 'Nhận vào', out: 'Gửi đi' }

/** What the check of a letter ended with. */
export const LETTER_OUTCOMES = ['passed', 'withheld'] as const
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number]

export const LETTER_OUTCOME_LABELS: Record<LetterOutcome, string> = {
  passed: 'Đã kiểm tra, giao',
  withheld: 'Giữ lại, có lý do',
}

/** What became of a thing in a parcel. */
export const ITEM_OUTCOMES = ['accepted', 'returned', 'seized'] as const
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number]

export const ITEM_OUTCOME_LABELS: Record<ItemOutcome, string> = {
  accepted: 'Nhận',
  returned: 'Trả lại',
  seized: 'Tạm giữ (vật cấm)',
}

/** Kinds of things, as far as the rule tells them apart. */
export const ITEM_KINDS = [
  'food',
  'clothes',
  'daily',
  'book',
  'alcohol',
  'tobacco',
  'stimulant',
  'banned',
  'other',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const ITEM_KIND_LABELS: Record<ItemKind, string> = {
  food: 'Đồ ăn, uống',
  clothes: 'Quần áo',
  daily: 'Đồ dùng hằng ngày',
  book: 'Sách, ảnh, giấy tờ',
  alcohol: 'Rượu, bia',
  tobacco: 'Thuốc lá',
  stimulant: 'Chất kích thích',
  banned: 'Đồ vật cấm',
  other: 'Đồ khác',
}

/** Where a banned thing came to light. */
export const FIND_SOURCES = ['visit', 'parcel', 'letter'] as const
export type FindSource = (typeof FIND_SOURCES)[number]

export const FIND_SOURCE_LABELS: Record<FindSource, string> = {
  visit: 'Khi thăm gặp',
  parcel: 'Trong quà gửi',
  letter: 'Trong thư',
}

/** How the centre counts "mỗi tuần": no text says. */
export const WEEK_COUNTINGS = ['calendar', 'seven-days'] as const
export type WeekCounting = (typeof WEEK_COUNTINGS)[number]

export const WEEK_COUNTING_LABELS: Record<WeekCounting, string> = {
  calendar: 'Tuần lịch, thứ Hai đến Chủ nhật',
  'seven-days': '7 ngày kể từ lần gặp trước',
}
