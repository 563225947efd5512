import {
  CONDUCT_OUTCOMES,
  FIRST_AID_STEP,
  REPORT_STEPS,
  STAFF_ROLES,
  WITNESS_ROLES,
  type KindForm,
} from '../kind-form.ts'

export const disorder1: KindForm = {
  kind: 'disorder',
  version: 1,
  activeFrom: '2022-01-01',
  activeTo: '2026-11-22',
  first: 'form',
  questions: [
    {
      id: 'form',
      text: 'Gây rối dưới hình thức nào?',
      answers: [
        { id: 'shouting', text: 'La hét, kích động', next: 'number' },
        { id: 'refusal', text: 'Không chấp hành, bỏ ăn, bỏ lao động tập thể', next: 'number' },
        { id: 'damage', text: 'Đập phá tài sản', next: 'number', needs: 'comment' },
        { id: 'riot', text: 'Tụ tập đông người, phá cổng, phá khu', next: 'number', needs: 'comment' },
      ],
    },
    {
      id: 'number',
      text: 'Bao nhiêu người tham gia?',
      answers: [
        { id: 'few', text: 'Dưới 5 người', next: 'control' },
        { id: 'many', text: 'Từ 5 người', next: 'control', needs: 'count' },
      ],
    },
    {
      id: 'control',
      text: 'Giữ lại trật tự bằng cách nào?',
      answers: [
        { id: 'talk', text: 'Nói chuyện, thuyết phục', next: null },
        { id: 'separate', text: 'Tách người cầm đầu', next: null },
        { id: 'force', text: 'Dùng biện pháp khống chế', next: null, needs: 'comment' },
        { id: 'police', text: 'Gọi lực lượng Công an hỗ trợ', next: null, needs: 'time' },
      ],
    },
  ],
  roles: [
    { id: 'leader', label: 'Người cầm đầu', who: 'resident' },
    { id: 'took-part', label: 'Người tham gia', who: 'resident', isRequired: true },
    ...STAFF_ROLES,
    ...WITNESS_ROLES,
  ],
  outcomes: CONDUCT_OUTCOMES,
  steps: [
    ...REPORT_STEPS,
    FIRST_AID_STEP,
    { id: 'review', label: 'Rà soát nguyên nhân, biện pháp phòng ngừa', role: 'incident', rule: 'HOUSE-15' },
  ],
  notices: [],
}
