import { REPORT_STEPS, WITNESS_ROLES, type KindForm } from '../kind-form.ts'

export const staffMisconduct1: KindForm = {
  kind: 'staff-misconduct',
  version: 1,
  activeFrom: '2022-01-01',
  first: 'what',
  questions: [
    {
      id: 'what',
      text: 'Vi phạm gì?',
      answers: [
        { id: 'violence', text: 'Đánh, xúc phạm học viên', next: 'evidence' },
        { id: 'gain', text: 'Nhận tiền, quà; vòi vĩnh', next: 'evidence' },
        { id: 'smuggling', text: 'Mang vật cấm vào cơ sở', next: 'evidence' },
        { id: 'absence', text: 'Bỏ vị trí trực', next: 'evidence', needs: 'time' },
        { id: 'other', text: 'Vi phạm khác', next: 'evidence', needs: 'comment' },
      ],
    },
    {
      id: 'evidence',
      text: 'Biết việc này từ đâu?',
      answers: [
        { id: 'seen', text: 'Bắt gặp trực tiếp', next: null },
        { id: 'told', text: 'Học viên, gia đình báo', next: null },
        { id: 'camera', text: 'Qua camera', next: null, needs: 'time' },
        { id: 'letter', text: 'Đơn, thư', next: null },
      ],
    },
  ],
  roles: [
    { id: 'accused', label: 'Cán bộ bị phản ánh', who: 'staff', isRequired: true },
    { id: 'affected', label: 'Học viên liên quan', who: 'resident' },
    { id: 'outsider', label: 'Người ngoài liên quan', who: 'outsider' },
    ...WITNESS_ROLES,
  ],
  outcomes: [
    { id: 'none', label: 'Không có căn cứ' },
    { id: 'talked-to', label: 'Nhắc nhở, kiểm điểm' },
    { id: 'referred', label: 'Chuyển cơ quan có thẩm quyền' },
  ],
  steps: REPORT_STEPS,
  notices: [],
}
