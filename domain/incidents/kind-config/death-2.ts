import { death1 } from './death-1.ts'
import type { KindForm } from '../kind-form.ts'

/** A death with what is thought of it at first; what it was is for the authorities told of it to say (INC-14). */
export const death2: KindForm = {
  ...death1,
  version: 2,
  activeFrom: '2026-11-22',
  activeTo: undefined,
  questions: [
    {
      id: 'where',
      text: 'Chết ở đâu?',
      answers: [
        { id: 'centre', text: 'Trong cơ sở', next: 'scene' },
        { id: 'hospital', text: 'Tại bệnh viện', next: 'thought' },
        { id: 'road', text: 'Trên đường chuyển viện', next: 'thought' },
        { id: 'outside', text: 'Khi ra ngoài', next: 'thought', needs: 'comment' },
      ],
    },
    {
      id: 'scene',
      text: 'Hiện trường đã giữ nguyên chưa?',
      answers: [
        { id: 'yes', text: 'Đã giữ nguyên, có người canh', next: 'thought' },
        { id: 'moved', text: 'Đã di chuyển để cấp cứu', next: 'thought', needs: 'comment' },
      ],
    },
    {
      id: 'thought',
      text: 'Nhận định ban đầu thế nào?',
      hint: 'Nguyên nhân chết do cơ quan có thẩm quyền kết luận; không ghi chẩn đoán ở đây',
      answers: [
        { id: 'illness', text: 'Do bệnh', next: 'family' },
        { id: 'accident', text: 'Do tai nạn', next: 'family' },
        { id: 'suicide', text: 'Nghi tự sát', next: 'family' },
        { id: 'violence', text: 'Nghi do người khác gây ra', next: 'family', needs: 'comment' },
        { id: 'unknown', text: 'Chưa rõ', next: 'family' },
      ],
    },
    ...death1.questions.filter(({ id }) => id === 'family'),
  ],
}
