/** What is handed in, by what it asks for. */
export const REQUEST_KINDS = ['wish', 'grievance', 'complaint', 'denunciation'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export const REQUEST_KIND_LABELS: Record<RequestKind, string> = {
  wish: 'Đơn, nguyện vọng',
  grievance: 'Bức xúc, phản ánh',
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
}

/** How it came in. */
export const REQUEST_CHANNELS = ['person', 'group', 'box', 'family'] as const
export type RequestChannel = (typeof REQUEST_CHANNELS)[number]

export const REQUEST_CHANNEL_LABELS: Record<RequestChannel, string> = {
  person: 'Một học viên',
  group: 'Nhóm học viên',
  box: 'Hộp thư, không ghi tên',
  family: 'Gia đình',
}

/** What it is about, for the trend. */
export const REQUEST_TOPICS = [
  'food',
  'lodging',
  'health',
  'visits',
  'money',
  'labour',
  'conduct',
  'term',
  'staff',
  'other',
] as const
export type RequestTopic = (typeof REQUEST_TOPICS)[number]

export const REQUEST_TOPIC_LABELS: Record<RequestTopic, string> = {
  food: 'Ăn uống',
  lodging: 'Chỗ ở, xếp phòng',
  health: 'Sức khỏe, khám chữa bệnh',
  visits: 'Thăm gặp, liên lạc',
  money: 'Tiền, tư trang',
  labour: 'Lao động, học nghề',
  conduct: 'Xếp loại, kỷ luật',
  term: 'Thời hạn, hồ sơ',
  staff: 'Cán bộ',
  other: 'Việc khác',
}

/** How far it has come. The last three end it. */
export const REQUEST_STATES = [
  'received',
  'assigned',
  'answered',
  'told',
  'closed',
  'withdrawn',
  'escalated',
] as const
export type RequestState = (typeof REQUEST_STATES)[number]

export const REQUEST_STATE_LABELS: Record<RequestState, string> = {
  received: 'Đã nhận',
  assigned: 'Đã giao',
  answered: 'Đã trả lời',
  told: 'Đã báo cho người gửi',
  closed: 'Xong',
  withdrawn: 'Đã rút',
  escalated: 'Đã chuyển cấp trên',
}

/** One thing done with it. */
export const REQUEST_STEP_KINDS = [
  'received',
  'assigned',
  'due-changed',
  'answered',
  'told',
  'closed',
  'withdrawn',
  'escalated',
  'reopened',
] as const
export type RequestStepKind = (typeof REQUEST_STEP_KINDS)[number]

export const REQUEST_STEP_LABELS: Record<RequestStepKind, string> = {
  received: 'Nhận, ghi sổ',
  assigned: 'Giao giải quyết',
  'due-changed': 'Đổi hạn trả lời',
  answered: 'Trả lời',
  told: 'Báo cho người gửi',
  closed: 'Kết thúc',
  withdrawn: 'Người gửi rút',
  escalated: 'Chuyển cấp trên',
  reopened: 'Mở lại',
}
