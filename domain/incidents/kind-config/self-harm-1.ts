import { FIRST_AID_STEP, REPORT_STEPS, STAFF_ROLES, WITNESS_ROLES, type KindForm } from '../kind-form.ts'

export const selfHarm1: KindForm = {
  kind: 'self-harm',
  version: 1,
  activeFrom: '2022-01-01',
  activeTo: '2026-11-22',
  first: 'act',
  questions: [
    {
      id: 'act',
      text: 'Việc xảy ra là gì?',
      hint: 'Tình trạng thương tích do y tế ghi',
      answers: [
        { id: 'self-harm', text: 'Tự gây thương tích', next: 'alone' },
        { id: 'attempt', text: 'Có ý định tự sát', next: 'alone' },
        { id: 'threat', text: 'Nói sẽ tự gây hại', next: 'watch' },
        { id: 'refusal', text: 'Bỏ ăn', next: 'watch', needs: 'day' },
      ],
    },
    {
      id: 'alone',
      text: 'Lúc đó ở một mình không?',
      answers: [
        { id: 'yes', text: 'Một mình', next: 'watch' },
        { id: 'no', text: 'Có người khác', next: 'watch' },
      ],
    },
    {
      id: 'watch',
      text: 'Đã theo dõi sát chưa?',
      answers: [
        { id: 'yes', text: 'Đã bố trí người theo dõi', next: null },
        { id: 'moved', text: 'Đã chuyển phòng y tế', next: null },
        { id: 'no', text: 'Chưa', next: null, needs: 'comment' },
      ],
    },
  ],
  roles: [
    { id: 'self', label: 'Người tự gây hại', who: 'resident', onlyOne: true, isRequired: true },
    ...STAFF_ROLES,
    ...WITNESS_ROLES,
  ],
  outcomes: [
    { id: 'watched', label: 'Theo dõi sát' },
    { id: 'counselled', label: 'Tư vấn tâm lý' },
    { id: 'treated', label: 'Điều trị tại cơ sở' },
    { id: 'hospital', label: 'Chuyển bệnh viện' },
  ],
  steps: [
    ...REPORT_STEPS,
    FIRST_AID_STEP,
    { id: 'watch', label: 'Theo dõi sát, ghi cảnh báo', role: 'zone', rule: 'HOUSE-16' },
  ],
  notices: [],
}
