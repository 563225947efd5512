import { CONDUCT_OUTCOMES, REPORT_STEPS, STAFF_ROLES, WITNESS_ROLES, type KindForm } from '../kind-form.ts'

export const other1: KindForm = {
  kind: 'other',
  version: 1,
  activeFrom: '2022-01-01',
  first: 'what',
  questions: [
    {
      id: 'what',
      text: 'Việc thuộc loại nào?',
      answers: [
        { id: 'property', text: 'Mất, hư hỏng tài sản', next: 'damage' },
        { id: 'threat', text: 'Đe dọa, xúc phạm', next: null },
        { id: 'outsider', text: 'Người ngoài gây sự', next: null },
        { id: 'health', text: 'Dịch bệnh, ngộ độc', next: null, needs: 'count' },
        { id: 'other', text: 'Việc khác', next: null, needs: 'comment' },
      ],
    },
    {
      id: 'damage',
      text: 'Thiệt hại gì?',
      answers: [
        { id: 'small', text: 'Nhỏ, tự khắc phục', next: null },
        { id: 'large', text: 'Lớn', next: null, needs: 'comment' },
      ],
    },
  ],
  roles: [
    { id: 'involved', label: 'Người liên quan', who: 'resident' },
    { id: 'outsider', label: 'Người ngoài liên quan', who: 'outsider' },
    ...STAFF_ROLES,
    ...WITNESS_ROLES,
  ],
  outcomes: CONDUCT_OUTCOMES,
  steps: REPORT_STEPS,
  notices: [],
}
