import { FIRST_AID_STEP, REPORT_STEPS, STAFF_ROLES, WITNESS_ROLES, type KindForm } from '../kind-form.ts'

export const injury1: KindForm = {
  kind: 'injury',
  version: 1,
  activeFrom: '2022-01-01',
  first: 'doing',
  questions: [
    {
      id: 'doing',
      text: 'Bị nạn khi đang làm gì?',
      answers: [
        { id: 'labour', text: 'Lao động trị liệu, học nghề', next: 'machine' },
        { id: 'sport', text: 'Thể thao, sinh hoạt', next: 'transfer' },
        { id: 'road', text: 'Khi di chuyển, áp giải', next: 'transfer' },
        { id: 'other', text: 'Việc khác', next: 'transfer', needs: 'comment' },
      ],
    },
    {
      id: 'machine',
      text: 'Có máy, dụng cụ liên quan không?',
      answers: [
        { id: 'no', text: 'Không', next: 'trained' },
        { id: 'yes', text: 'Có', next: 'trained', needs: 'comment' },
      ],
    },
    {
      id: 'trained',
      text: 'Đã được huấn luyện an toàn chưa?',
      answers: [
        { id: 'yes', text: 'Rồi', next: 'transfer', needs: 'day' },
        { id: 'no', text: 'Chưa', next: 'transfer' },
      ],
    },
    {
      id: 'transfer',
      text: 'Có phải chuyển bệnh viện không?',
      answers: [
        { id: 'no', text: 'Không', next: null },
        { id: 'yes', text: 'Có', next: null, needs: 'time' },
      ],
    },
  ],
  roles: [
    { id: 'injured', label: 'Người bị nạn', who: 'resident', isRequired: true },
    { id: 'staff-injured', label: 'Cán bộ bị nạn', who: 'staff' },
    ...STAFF_ROLES,
    ...WITNESS_ROLES,
  ],
  outcomes: [
    { id: 'treated', label: 'Điều trị tại cơ sở' },
    { id: 'hospital', label: 'Chuyển bệnh viện' },
    { id: 'recovered', label: 'Đã hồi phục' },
  ],
  steps: [
    ...REPORT_STEPS,
    FIRST_AID_STEP,
    { id: 'allowance', label: 'Làm thủ tục trợ cấp tai nạn', role: 'intake', rule: 'HOUSE-17' },
  ],
  notices: [],
}
