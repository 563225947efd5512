import { disorder1 } from './disorder-1.ts'
import type { KindForm } from '../kind-form.ts'

/** Disorder: nobody leads it before somebody says so, and people from outside may have a hand in it. */
export const disorder2: KindForm = {
  ...disorder1,
  version: 2,
  activeFrom: '2026-11-22',
  activeTo: undefined,
  questions: [
    ...disorder1.questions.filter(({ id }) => id !== 'control'),
    {
      id: 'control',
      text: 'Lập lại trật tự bằng cách nào?',
      answers: [
        { id: 'talk', text: 'Giải thích, thuyết phục', next: null },
        { id: 'separate', text: 'Tách người cầm đầu', next: null },
        { id: 'force', text: 'Dùng biện pháp khống chế', next: null, needs: 'comment' },
        { id: 'police', text: 'Gọi lực lượng Công an hỗ trợ', next: null, needs: 'time' },
        { id: 'not-yet', text: 'Chưa lập lại được', next: null, needs: 'comment' },
      ],
    },
  ],
  roles: [
    { id: 'took-part', label: 'Người tham gia', who: 'resident', isRequired: true },
    { id: 'leader', label: 'Người cầm đầu', who: 'resident', isRequired: true },
    { id: 'injured', label: 'Người bị thương', who: 'resident' },
    { id: 'staff-victim', label: 'Cán bộ bị tấn công', who: 'staff' },
    { id: 'outsider', label: 'Người ngoài kích động, tiếp tay', who: 'outsider' },
    ...disorder1.roles.filter(({ id }) => id !== 'took-part' && id !== 'leader'),
  ],
}
