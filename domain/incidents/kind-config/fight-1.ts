import {
  CONDUCT_OUTCOMES,
  FIRST_AID_STEP,
  REPORT_STEPS,
  STAFF_ROLES,
  WITNESS_ROLES,
  type KindForm,
} from '../kind-form.ts'

export const fight1: KindForm = {
  kind: 'fight',
  version: 1,
  activeFrom: '2022-01-01',
  activeTo: '2026-11-22',
  first: 'between',
  questions: [
    {
      id: 'between',
      text: 'Ai đánh ai?',
      answers: [
        { id: 'two', text: 'Hai người đánh nhau', next: 'cause' },
        { id: 'groups', text: 'Hai nhóm đánh nhau', next: 'cause', needs: 'count' },
        { id: 'one-sided', text: 'Một bên đánh bên kia', next: 'cause' },
        { id: 'staff', text: 'Học viên tấn công cán bộ', next: 'cause' },
      ],
    },
    {
      id: 'cause',
      text: 'Nguyên nhân ban đầu?',
      answers: [
        { id: 'quarrel', text: 'Mâu thuẫn sinh hoạt', next: 'weapon' },
        { id: 'debt', text: 'Nợ nần, cờ bạc', next: 'weapon' },
        { id: 'bullying', text: 'Bắt nạt, ép buộc', next: 'weapon' },
        { id: 'outside', text: 'Mâu thuẫn từ trước khi vào cơ sở', next: 'weapon' },
        { id: 'unknown', text: 'Chưa rõ', next: 'weapon' },
      ],
    },
    {
      id: 'weapon',
      text: 'Có dùng hung khí không?',
      answers: [
        { id: 'no', text: 'Không', next: 'injured' },
        { id: 'yes', text: 'Có', next: 'injured', needs: 'comment' },
      ],
    },
    {
      id: 'injured',
      text: 'Có người bị thương không?',
      hint: 'Chỉ ghi số người; tình trạng thương tích do y tế ghi',
      answers: [
        { id: 'no', text: 'Không', next: null },
        { id: 'yes', text: 'Có', next: null, needs: 'count' },
      ],
    },
  ],
  roles: [
    { id: 'attacker', label: 'Người đánh', who: 'resident', isRequired: true },
    { id: 'fighter', label: 'Người tham gia đánh nhau', who: 'resident' },
    { id: 'victim', label: 'Người bị đánh', who: 'resident' },
    { id: 'staff-victim', label: 'Cán bộ bị tấn công', who: 'staff' },
    ...STAFF_ROLES,
    ...WITNESS_ROLES,
  ],
  outcomes: CONDUCT_OUTCOMES,
  steps: [...REPORT_STEPS, FIRST_AID_STEP],
  notices: [],
}
