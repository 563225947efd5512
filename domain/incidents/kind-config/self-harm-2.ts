import { selfHarm1 } from './self-harm-1.ts'
import type { KindForm } from '../kind-form.ts'

/** Self-harm with what it was done with, so that the same thing is taken out of reach elsewhere. */
export const selfHarm2: KindForm = {
  ...selfHarm1,
  version: 2,
  activeFrom: '2026-11-22',
  activeTo: undefined,
  questions: [
    {
      id: 'act',
      text: 'Việc xảy ra là gì?',
      hint: 'Tình trạng thương tích do y tế ghi; người đã chết thì chọn loại “Người chết”',
      answers: [
        { id: 'self-harm', text: 'Tự gây thương tích', next: 'means' },
        { id: 'attempt', text: 'Tự sát không thành', next: 'means' },
        { id: 'threat', text: 'Nói hoặc viết sẽ tự gây hại', next: 'watch' },
        { id: 'refusal', text: 'Bỏ ăn (ghi từ ngày nào)', next: 'watch', needs: 'day' },
      ],
    },
    {
      id: 'means',
      text: 'Dùng vật gì?',
      answers: [
        { id: 'sharp', text: 'Vật sắc nhọn', next: 'alone', needs: 'comment' },
        { id: 'cord', text: 'Dây, quần áo', next: 'alone', needs: 'comment' },
        { id: 'swallowed', text: 'Nuốt thuốc, hóa chất, dị vật', next: 'alone', needs: 'comment' },
        { id: 'other', text: 'Cách khác', next: 'alone', needs: 'comment' },
      ],
    },
    ...selfHarm1.questions.filter(({ id }) => id !== 'act'),
  ],
}
