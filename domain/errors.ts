/** Every way the hub may refuse, closed. Each has one HTTP status and one Vietnamese sentence. */
export const ERROR_CODES = [
  'not_signed_in',
  'forbidden',
  'step_up_required',
  'device_refused',
  'too_many_attempts',
  'not_found',
  'invalid_input',
  'rule_violated',
  'conflict',
  'key_reused',
  'payload_too_large',
  'setup_required',
  'already_set_up',
  'cancelled',
  'busy',
  'disk_full',
  'disk_failed',
  'stopping',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export const ERROR_STATUS: Record<ErrorCode, number> = {
  not_signed_in: 401,
  forbidden: 403,
  step_up_required: 403,
  device_refused: 403,
  too_many_attempts: 429,
  not_found: 404,
  invalid_input: 400,
  rule_violated: 422,
  conflict: 409,
  key_reused: 409,
  payload_too_large: 413,
  setup_required: 409,
  already_set_up: 409,
  cancelled: 409,
  busy: 503,
  disk_full: 507,
  disk_failed: 503,
  stopping: 503,
  internal: 500,
}

/** What a person reads when nothing more exact is known; says what to do next. */
export const ERROR_SENTENCES: Record<ErrorCode, string> = {
  not_signed_in: 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục; nội dung đang nhập vẫn được giữ.',
  forbidden: 'Tài khoản của bạn không được làm việc này. Hỏi quản trị viên nếu bạn cần quyền.',
  step_up_required: 'Nhập lại mật khẩu để xác nhận việc này.',
  device_refused:
    'Máy trạm này đã bị thu hồi hoặc hết hạn. Nhờ quản trị viên cấp mã ghép máy mới rồi ghép lại.',
  too_many_attempts: 'Thử sai nhiều lần. Chờ một lúc rồi thử lại.',
  not_found: 'Không tìm thấy mục này. Có thể nó đã được chuyển hoặc bạn không được xem.',
  invalid_input: 'Có ô nhập chưa đúng. Xem dòng chữ dưới từng ô để sửa.',
  rule_violated: 'Việc này trái một quy định. Xem lý do ghi kèm.',
  conflict: 'Người khác vừa sửa mục này. Xem hai bản và chọn giá trị đúng.',
  key_reused: 'Yêu cầu này đã được gửi với nội dung khác. Tải lại trang và làm lại.',
  payload_too_large: 'Tệp hoặc nội dung quá lớn. Chia nhỏ rồi gửi lại.',
  setup_required: 'Cơ sở chưa được thiết lập. Làm bước thiết lập trước.',
  already_set_up: 'Cơ sở đã được thiết lập. Đăng nhập để tiếp tục.',
  cancelled: 'Việc này đã được hủy. Không có gì thay đổi.',
  busy: 'Máy chủ đang bận. Chờ vài giây rồi thử lại; chưa có gì bị mất.',
  disk_full: 'Ổ đĩa của máy chủ đã đầy nên chưa lưu được. Báo quản trị viên giải phóng chỗ trống.',
  disk_failed:
    'Ổ đĩa của máy chủ báo lỗi khi ghi nên máy chủ ngừng nhận việc ghi; vẫn xem được. Báo quản trị viên kiểm tra ổ đĩa rồi khởi động lại máy chủ.',
  stopping: 'Máy chủ đang tắt. Chờ máy chủ chạy lại rồi thử lại.',
  internal: 'Máy chủ gặp lỗi chưa rõ. Thử lại; nếu vẫn lỗi, đưa mã yêu cầu cho quản trị viên.',
}

/** One reason behind a refusal: a stable code for programs, a sentence for people, the field it concerns. */
export interface Problem {
  code: string
  message: string
  field?: string
}

/** What an error carries beyond its code: shown by the screen, never personal data in logs. */
export interface ErrorDetails {
  problems?: Problem[]
  /** On `conflict`: the record as it stands now, field by field. */
  current?: Record<string, unknown>
  /** On `conflict`: who changed it and when. */
  changedBy?: string
  changedAt?: string
  /** On `too_many_attempts`: seconds to wait. */
  retryAfterSeconds?: number
}

/** The one error class above the domain. Crosses the worker boundary as a plain object (see {@link toPlainError}). */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message?: string, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(message ?? ERROR_SENTENCES[code], options)
    this.code = code
    this.details = details
  }
}

/** An AppError without its class, as structured clone carries it between threads. */
export interface PlainError {
  code: ErrorCode
  message: string
  details: ErrorDetails
}

export function toPlainError(error: AppError): PlainError {
  return { code: error.code, message: error.message, details: error.details }
}

export function fromPlainError(plain: PlainError): AppError {
  return new AppError(plain.code, plain.message, plain.details)
}

/** A refusal made of one or more broken rules; the first one's sentence is the message. */
export function ruleViolated(problems: readonly Problem[]): AppError {
  return new AppError('rule_violated', problems[0]?.message, { problems: [...problems] })
}
