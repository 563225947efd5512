import { contraband1 } from './contraband-1.ts'
import type { KindForm } from '../kind-form.ts'

/** Contraband with the way in, so that figures by route can be drawn. */
export const contraband2: KindForm = {
  ...contraband1,
  version: 2,
  activeFrom: '2026-07-01',
  activeTo: '2026-11-22',
  questions: [
    {
      id: 'what',
      text: 'Phát hiện vật gì?',
      hint: 'Lượng, số niêm phong ghi ở phần vật thu giữ',
      answers: [
        { id: 'drug', text: 'Ma túy, nghi là ma túy', next: 'route' },
        { id: 'medicine', text: 'Thuốc không có đơn', next: 'route' },
        { id: 'alcohol', text: 'Rượu, bia, chất kích thích', next: 'route' },
        { id: 'phone', text: 'Điện thoại', next: 'route' },
        { id: 'weapon', text: 'Vật sắc nhọn, hung khí', next: 'route' },
        { id: 'other', text: 'Vật cấm khác', next: 'route', needs: 'comment' },
      ],
    },
    {
      id: 'route',
      text: 'Vào cơ sở bằng đường nào?',
      answers: [
        { id: 'visit', text: 'Qua thăm gặp', next: 'hidden' },
        { id: 'parcel', text: 'Trong quà gửi', next: 'hidden' },
        { id: 'letter', text: 'Trong thư', next: 'hidden' },
        { id: 'over-wall', text: 'Ném qua tường rào', next: 'used' },
        { id: 'outside-work', text: 'Khi lao động bên ngoài', next: 'used' },
        { id: 'return', text: 'Khi trở lại sau ra ngoài', next: 'used' },
        { id: 'staff', text: 'Qua cán bộ, người làm việc', next: 'used', needs: 'comment' },
        { id: 'unknown', text: 'Chưa rõ', next: 'used' },
      ],
    },
    {
      id: 'hidden',
      text: 'Cất giấu thế nào?',
      answers: [
        { id: 'open', text: 'Không cất giấu', next: 'used' },
        { id: 'in-food', text: 'Trong đồ ăn, đồ dùng', next: 'used', needs: 'comment' },
        { id: 'on-body', text: 'Trên người', next: 'used' },
      ],
    },
    {
      id: 'used',
      text: 'Đã có ai sử dụng chưa?',
      answers: [
        { id: 'no', text: 'Chưa', next: null },
        { id: 'yes', text: 'Rồi', next: null, needs: 'count' },
        { id: 'unknown', text: 'Chưa rõ', next: null },
      ],
    },
  ],
}
