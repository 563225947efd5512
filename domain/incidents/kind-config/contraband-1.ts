import { CONDUCT_OUTCOMES, REPORT_STEPS, STAFF_ROLES, WITNESS_ROLES, type KindForm } from '../kind-form.ts'

/** Contraband, before the way in was asked for in steps. */
export const contraband1: KindForm = {
  kind: 'contraband',
  version: 1,
  activeFrom: '2022-01-01',
  activeTo: '2026-07-01',
  first: 'what',
  questions: [
    {
      id: 'what',
      text: 'Phát hiện vật gì?',
      answers: [
        { id: 'drug', text: 'Ma túy, nghi là ma túy', next: 'where' },
        { id: 'alcohol', text: 'Rượu, bia, chất kích thích', next: 'where' },
        { id: 'phone', text: 'Điện thoại', next: 'where' },
        { id: 'weapon', text: 'Vật sắc nhọn, hung khí', next: 'where' },
        { id: 'other', text: 'Vật cấm khác', next: 'where', needs: 'comment' },
      ],
    },
    {
      id: 'where',
      text: 'Tìm thấy ở đâu?',
      answers: [
        { id: 'person', text: 'Trên người', next: null },
        { id: 'room', text: 'Trong phòng, chỗ nằm', next: null },
        { id: 'visit', text: 'Khi thăm gặp, nhận quà', next: null },
        { id: 'yard', text: 'Ngoài sân, hàng rào', next: null },
      ],
    },
  ],
  roles: [
    { id: 'holder', label: 'Người giữ vật cấm', who: 'resident' },
    { id: 'meant-for', label: 'Người định nhận', who: 'resident' },
    { id: 'bringer', label: 'Người mang vào', who: 'outsider' },
    ...STAFF_ROLES,
    ...WITNESS_ROLES,
  ],
  outcomes: CONDUCT_OUTCOMES,
  steps: [
    ...REPORT_STEPS,
    { id: 'seal', label: 'Niêm phong, nhập kho vật thu giữ', role: 'incident', rule: 'HOUSE-14' },
  ],
  notices: [],
}
