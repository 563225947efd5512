import { REPORT_STEPS, STAFF_ROLES, WITNESS_ROLES, type KindForm } from '../kind-form.ts'

export const grievance1: KindForm = {
  kind: 'grievance',
  version: 1,
  activeFrom: '2022-01-01',
  first: 'form',
  questions: [
    {
      id: 'form',
      text: 'Khiếu nại, phản ánh dưới hình thức nào?',
      answers: [
        { id: 'group', text: 'Tập thể học viên', next: 'about', needs: 'count' },
        { id: 'higher', text: 'Gửi lên cấp trên', next: 'about', needs: 'comment' },
        { id: 'family', text: 'Gia đình đến cơ sở', next: 'about' },
        { id: 'press', text: 'Báo chí, mạng xã hội', next: 'about', needs: 'comment' },
      ],
    },
    {
      id: 'about',
      text: 'Về việc gì?',
      answers: [
        { id: 'food', text: 'Ăn, ở', next: 'calm' },
        { id: 'health', text: 'Khám, chữa bệnh', next: 'calm' },
        { id: 'conduct', text: 'Thái độ cán bộ', next: 'calm' },
        { id: 'term', text: 'Thời hạn, xếp loại, giảm thời hạn', next: 'calm' },
        { id: 'other', text: 'Việc khác', next: 'calm', needs: 'comment' },
      ],
    },
    {
      id: 'calm',
      text: 'Có ảnh hưởng trật tự không?',
      answers: [
        { id: 'no', text: 'Không', next: null },
        { id: 'yes', text: 'Có', next: null, needs: 'comment' },
      ],
    },
  ],
  roles: [
    { id: 'complainant', label: 'Người khiếu nại', who: 'resident' },
    { id: 'family', label: 'Người nhà', who: 'outsider' },
    ...STAFF_ROLES,
    ...WITNESS_ROLES,
  ],
  outcomes: [
    { id: 'answered', label: 'Đã trả lời, giải thích' },
    { id: 'upheld', label: 'Khiếu nại đúng, đã khắc phục' },
    { id: 'referred', label: 'Chuyển cơ quan có thẩm quyền' },
  ],
  steps: REPORT_STEPS,
  notices: [],
}
