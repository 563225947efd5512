/** Why something due need not be done. */
export const EXEMPTION_REASONS = [
  'done-elsewhere',
  'not-applicable',
  'health',
  'escaped',
  'transferred',
  'ended',
  'agency-declined',
  'other',
] as const
export type ExemptionReason = (typeof EXEMPTION_REASONS)[number]

export const EXEMPTION_REASON_LABELS: Record<ExemptionReason, string> = {
  'done-elsewhere': 'Cơ quan khác đã làm',
  'not-applicable': 'Không thuộc trường hợp phải làm',
  health: 'Vì lý do sức khỏe',
  escaped: 'Đang bỏ trốn',
  transferred: 'Đã chuyển đi',
  ended: 'Đã kết thúc đợt cai nghiện',
  'agency-declined': 'Cơ quan nhận từ chối bằng văn bản',
  other: 'Lý do khác',
}

/** How a notice went out. */
export const SENDING_WAYS = ['post', 'by-hand', 'document-system', 'e-mail'] as const
export type SendingWay = (typeof SENDING_WAYS)[number]

export const SENDING_WAY_LABELS: Record<SendingWay, string> = {
  post: 'Bưu điện, có giấy báo nhận',
  'by-hand': 'Giao trực tiếp, có ký nhận',
  'document-system': 'Hệ thống quản lý văn bản',
  'e-mail': 'Thư điện tử công vụ',
}
