import { CONDUCT_OUTCOMES, REPORT_STEPS, STAFF_ROLES, WITNESS_ROLES, type KindForm } from '../kind-form.ts'

/** Escape, as asked for while Nghị định 116/2021 is the only law. */
export const escape1: KindForm = {
  kind: 'escape',
  version: 1,
  activeFrom: '2022-01-01',
  activeTo: '2026-07-01',
  first: 'from-where',
  questions: [
    {
      id: 'from-where',
      text: 'Bỏ trốn từ đâu?',
      answers: [
        { id: 'zone', text: 'Từ trong khu', next: 'how' },
        { id: 'work', text: 'Khi lao động bên ngoài', next: 'together' },
        { id: 'hospital', text: 'Khi đang ở bệnh viện', next: 'together' },
        { id: 'leave', text: 'Không trở lại sau khi được ra ngoài', next: 'together' },
        { id: 'road', text: 'Trên đường áp giải', next: 'together' },
      ],
    },
    {
      id: 'how',
      text: 'Ra khỏi khu bằng cách nào?',
      answers: [
        { id: 'wall', text: 'Trèo tường, hàng rào', next: 'together' },
        { id: 'gate', text: 'Qua cổng', next: 'together' },
        { id: 'damage', text: 'Phá cửa, khóa, song sắt', next: 'together', needs: 'comment' },
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
  roles: [
    { id: 'escaped', label: 'Người bỏ trốn', who: 'resident', isRequired: true },
    { id: 'helped', label: 'Người giúp sức', who: 'resident' },
    { id: 'outside-help', label: 'Người ngoài giúp sức', who: 'outsider' },
    ...STAFF_ROLES,
    ...WITNESS_ROLES,
  ],
  outcomes: [
    { id: 'at-large', label: 'Chưa bắt lại' },
    { id: 'recovered', label: 'Đã bắt lại, trở lại' },
    ...CONDUCT_OUTCOMES,
  ],
  steps: [
    ...REPORT_STEPS,
    { id: 'search-decision', label: 'Ra quyết định truy tìm', role: 'incident', rule: 'HOUSE-07' },
  ],
  notices: [{ id: 'deciding-body', to: 'Công an cấp huyện nơi có cơ sở', rule: 'INC-05' }],
}
