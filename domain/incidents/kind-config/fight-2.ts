import { fight1 } from './fight-1.ts'
import type { KindForm } from '../kind-form.ts'

/** A fight with how it was ended; whoever fought is no attacker before somebody says so. */
export const fight2: KindForm = {
  ...fight1,
  version: 2,
  activeFrom: '2026-11-22',
  activeTo: undefined,
  questions: [
    ...fight1.questions.filter(({ id }) => id !== 'weapon' && id !== 'injured'),
    {
      id: 'weapon',
      text: 'Có dùng hung khí không?',
      hint: 'Hung khí thu được thì ghi ở phần vật thu giữ',
      answers: [
        { id: 'no', text: 'Không', next: 'injured' },
        { id: 'yes', text: 'Có', next: 'injured', needs: 'comment' },
        { id: 'unknown', text: 'Chưa rõ', next: 'injured' },
      ],
    },
    {
      id: 'injured',
      text: 'Có người bị thương không?',
      hint: 'Chỉ ghi số người; tình trạng thương tích do y tế ghi',
      answers: [
        { id: 'no', text: 'Không', next: 'ended' },
        { id: 'yes', text: 'Có', next: 'ended', needs: 'count' },
      ],
    },
    {
      id: 'ended',
      text: 'Chấm dứt bằng cách nào?',
      answers: [
        { id: 'themselves', text: 'Tự dừng', next: null },
        { id: 'staff', text: 'Cán bộ can ngăn', next: null },
        { id: 'force', text: 'Dùng biện pháp khống chế', next: null, needs: 'comment' },
        { id: 'police', text: 'Gọi lực lượng Công an hỗ trợ', next: null, needs: 'time' },
      ],
    },
  ],
  roles: [
    { id: 'fighter', label: 'Người tham gia đánh nhau', who: 'resident', isRequired: true },
    { id: 'attacker', label: 'Người đánh', who: 'resident', isRequired: true },
    ...fight1.roles.filter(({ id }) => id !== 'fighter' && id !== 'attacker'),
  ],
}
