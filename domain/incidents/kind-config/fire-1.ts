import { FIRST_AID_STEP, REPORT_STEPS, STAFF_ROLES, WITNESS_ROLES, type KindForm } from '../kind-form.ts'

export const fire1: KindForm = {
  kind: 'fire',
  version: 1,
  activeFrom: '2022-01-01',
  first: 'what',
  questions: [
    {
      id: 'what',
      text: 'Việc xảy ra là gì?',
      answers: [
        { id: 'fire', text: 'Cháy', next: 'brigade' },
        { id: 'explosion', text: 'Nổ', next: 'brigade' },
        { id: 'flood', text: 'Ngập, sạt lở', next: 'moved' },
        { id: 'storm', text: 'Bão, giông lốc', next: 'moved' },
        { id: 'power', text: 'Sự cố điện', next: 'moved' },
      ],
    },
    {
      id: 'brigade',
      text: 'Đã gọi Cảnh sát chữa cháy chưa?',
      answers: [
        { id: 'yes', text: 'Đã gọi 114', next: 'moved', needs: 'time' },
        { id: 'own', text: 'Tự dập được', next: 'moved' },
      ],
    },
    {
      id: 'moved',
      text: 'Có phải di chuyển học viên không?',
      answers: [
        { id: 'no', text: 'Không', next: null },
        { id: 'yes', text: 'Có', next: null, needs: 'count' },
      ],
    },
  ],
  roles: [
    { id: 'injured', label: 'Người bị nạn', who: 'resident' },
    { id: 'staff-injured', label: 'Cán bộ bị nạn', who: 'staff' },
    { id: 'caused', label: 'Người gây ra', who: 'resident' },
    ...STAFF_ROLES,
    ...WITNESS_ROLES,
  ],
  outcomes: [
    { id: 'safe', label: 'An toàn' },
    { id: 'treated', label: 'Điều trị tại cơ sở' },
    { id: 'hospital', label: 'Chuyển bệnh viện' },
    { id: 'discipline', label: 'Đề nghị kỷ luật' },
  ],
  steps: [
    ...REPORT_STEPS,
    FIRST_AID_STEP,
    { id: 'review', label: 'Rà soát nguyên nhân, biện pháp phòng ngừa', role: 'incident', rule: 'HOUSE-15' },
  ],
  notices: [],
}
