import { escape1 } from './escape-1.ts'
import type { KindForm } from '../kind-form.ts'

/** Escape under Luật 120/2025: fewer ways in one question, and what the search decision (Mẫu 43) asks for beside it. */
export const escape2: KindForm = {
  ...escape1,
  version: 2,
  activeFrom: '2026-07-01',
  activeTo: undefined,
  questions: [
    {
      id: 'from-where',
      text: 'Bỏ trốn từ đâu?',
      answers: [
        { id: 'zone', text: 'Từ trong khu', next: 'how' },
        { id: 'work', text: 'Khi lao động bên ngoài', next: 'noticed' },
        { id: 'hospital', text: 'Khi đang ở bệnh viện', next: 'noticed' },
        { id: 'leave', text: 'Không trở lại sau khi được ra ngoài', next: 'noticed' },
        { id: 'road', text: 'Trên đường áp giải', next: 'noticed' },
      ],
    },
    {
      id: 'how',
      text: 'Ra khỏi khu bằng cách nào?',
      answers: [
        { id: 'wall', text: 'Trèo tường, hàng rào', next: 'noticed' },
        { id: 'gate', text: 'Qua cổng', next: 'noticed' },
        { id: 'force', text: 'Phá cửa, xô cổng, dùng vũ lực', next: 'noticed', needs: 'comment' },
        { id: 'unknown', text: 'Chưa rõ', next: 'noticed' },
      ],
    },
    {
      id: 'noticed',
      text: 'Phát hiện khi nào, bằng cách nào?',
      hint: 'Giờ phát hiện có thể sau giờ bỏ trốn',
      answers: [
        { id: 'count', text: 'Khi điểm danh', next: 'contact', needs: 'time' },
        { id: 'seen', text: 'Cán bộ nhìn thấy', next: 'contact', needs: 'time' },
        { id: 'told', text: 'Được báo tin', next: 'contact', needs: 'comment' },
      ],
    },
    {
      id: 'contact',
      text: 'Trước đó có điều gì bất thường không?',
      hint: 'Gọi điện, thăm gặp, xô xát, tin gia đình, xin ra ngoài bị từ chối',
      answers: [
        { id: 'yes', text: 'Có', next: 'together', needs: 'comment' },
        { id: 'no', text: 'Không', next: 'together' },
        { id: 'unknown', text: 'Chưa rõ', next: 'together' },
      ],
    },
    {
      id: 'together',
      text: 'Trốn một mình hay nhiều người?',
      answers: [
        { id: 'alone', text: 'Một mình', next: null },
        { id: 'group', text: 'Nhiều người', next: null, needs: 'count' },
      ],
    },
  ],
  steps: [
    ...escape1.steps.filter(({ id }) => id !== 'search-decision'),
    { id: 'search-decision', label: 'Ra quyết định truy tìm (Mẫu 43)', role: 'incident', rule: 'HOUSE-07' },
    { id: 'review', label: 'Rà soát nguyên nhân, chỗ sơ hở', role: 'incident', rule: 'HOUSE-15' },
  ],
  notices: [{ id: 'commune-police', to: 'Công an cấp xã nơi lập hồ sơ', rule: 'INC-04' }],
}
