import { contraband2 } from './contraband-2.ts'
import type { KindForm } from '../kind-form.ts'

/** Contraband with where it was found beside the way in, and a place for staff who brought it. */
export const contraband3: KindForm = {
  ...contraband2,
  version: 3,
  activeFrom: '2026-11-22',
  activeTo: undefined,
  questions: [
    ...contraband2.questions
      .filter(({ id }) => id === 'what')
      .map((what) => ({ ...what, answers: what.answers.map((answer) => ({ ...answer, next: 'found' })) })),
    {
      id: 'found',
      text: 'Phát hiện ở đâu?',
      answers: [
        { id: 'person', text: 'Trên người', next: 'route' },
        { id: 'room', text: 'Trong phòng, chỗ nằm', next: 'route' },
        { id: 'common', text: 'Nơi dùng chung, ngoài sân', next: 'route' },
        { id: 'gate', text: 'Khi kiểm tra ở cổng, phòng thăm gặp, phòng nhận quà', next: 'route' },
      ],
    },
    ...contraband2.questions.filter(({ id }) => id !== 'what'),
  ],
  roles: [
    ...contraband2.roles.slice(0, 3),
    { id: 'staff-bringer', label: 'Cán bộ, người làm việc mang vào', who: 'staff' },
    ...contraband2.roles.slice(3),
  ],
}
