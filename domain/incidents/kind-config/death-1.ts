import { REPORT_STEPS, STAFF_ROLES, WITNESS_ROLES, type KindForm } from '../kind-form.ts'

export const death1: KindForm = {
  kind: 'death',
  version: 1,
  activeFrom: '2022-01-01',
  activeTo: '2026-11-22',
  first: 'where',
  questions: [
    {
      id: 'where',
      text: 'Chết ở đâu?',
      answers: [
        { id: 'centre', text: 'Trong cơ sở', next: 'scene' },
        { id: 'hospital', text: 'Tại bệnh viện', next: 'family' },
        { id: 'road', text: 'Trên đường chuyển viện', next: 'family' },
        { id: 'outside', text: 'Khi ra ngoài', next: 'family', needs: 'comment' },
      ],
    },
    {
      id: 'scene',
      text: 'Hiện trường đã giữ nguyên chưa?',
      answers: [
        { id: 'yes', text: 'Đã giữ nguyên, có người canh', next: 'family' },
        { id: 'moved', text: 'Đã di chuyển để cấp cứu', next: 'family', needs: 'comment' },
      ],
    },
    {
      id: 'family',
      text: 'Đã báo gia đình chưa?',
      answers: [
        { id: 'yes', text: 'Đã báo', next: null, needs: 'time' },
        { id: 'none', text: 'Không có, không liên lạc được', next: null, needs: 'comment' },
        { id: 'no', text: 'Chưa báo', next: null },
      ],
    },
  ],
  roles: [
    { id: 'died', label: 'Người chết', who: 'resident', onlyOne: true, isRequired: true },
    { id: 'found-by', label: 'Người phát hiện', who: 'resident' },
    { id: 'staff-found-by', label: 'Cán bộ phát hiện', who: 'staff' },
    { id: 'family', label: 'Người nhà', who: 'outsider' },
    ...STAFF_ROLES,
    ...WITNESS_ROLES,
  ],
  outcomes: [
    { id: 'given-to-family', label: 'Giao gia đình mai táng' },
    { id: 'buried', label: 'Cơ sở tổ chức mai táng' },
  ],
  steps: REPORT_STEPS,
  notices: [
    { id: 'investigators', to: 'Cơ quan điều tra', rule: 'INC-14' },
    { id: 'procuracy', to: 'Viện kiểm sát', rule: 'INC-14' },
    { id: 'court', to: 'Tòa án', rule: 'INC-14/court' },
    { id: 'health-body', to: 'Cơ sở y tế gần nhất', rule: 'INC-14' },
    { id: 'family', to: 'Gia đình người chết', rule: 'INC-14' },
  ],
}
