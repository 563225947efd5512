import type { IncidentAction } from '#domain/incidents/transitions.ts'

/** What the comment of an action is, and what the action does. */
export const ACT_WORDS: Record<IncidentAction, { comment: string; says: string }> = {
  submit: { comment: 'Ghi thêm', says: 'Vụ việc vào sổ, lấy số và báo cho bộ phận xử lý vụ việc.' },
  discard: { comment: 'Lý do', says: 'Bản nháp không vào sổ; nội dung vẫn được giữ trong nhật ký.' },
  'take-up': { comment: 'Ý kiến', says: 'Bạn là người xem xét vụ việc này.' },
  return: { comment: 'Cần bổ sung gì', says: 'Người báo nhận lại vụ việc để bổ sung.' },
  'answer-return': { comment: 'Đã bổ sung gì', says: 'Vụ việc trở lại bộ phận xử lý để xem xét.' },
  hold: { comment: 'Vì sao tạm dừng, đến khi nào', says: 'Vụ việc chờ, các hạn vẫn chạy.' },
  resume: { comment: 'Ý kiến', says: 'Vụ việc được xem xét tiếp.' },
  decide: {
    comment: 'Kết luận, biện pháp',
    says: 'Kết luận ghi vào hồ sơ vụ việc, kèm tên và giờ. Còn thiếu gì thì chương trình nêu ra.',
  },
  'review-again': { comment: 'Vì sao xem xét lại', says: 'Kết luận cũ vẫn nằm trong quá trình.' },
  close: {
    comment: 'Ghi chú',
    says: 'Sau khi đóng không ghi thêm được; mở lại phải do Trưởng cơ sở. Việc này hỏi lại mật khẩu.',
  },
  'mark-duplicate': {
    comment: 'Ghi chú',
    says: 'Vụ việc này không tính vào thống kê; mọi việc ghi ở vụ gốc.',
  },
  'mark-not-incident': {
    comment: 'Vì sao không phải vụ việc',
    says: 'Vụ việc rời danh sách đang xử lý và không tính vào thống kê.',
  },
  reopen: { comment: 'Vì sao mở lại', says: 'Vụ việc trở lại danh sách đang xử lý.' },
}
