import { CUSTODY_EVENT_LABELS, type CustodyEventKind } from '../custody/event-kinds.ts'

/** What a recompute follows from, as the triggers of the tables name it. */
const CAUSE_LABELS: Readonly<Record<string, string>> = {
  stay: 'sửa hồ sơ đợt cai nghiện',
  person: 'sửa ngày sinh',
  papers: 'giấy tờ hồ sơ thay đổi',
  alerts: 'cảnh báo thay đổi',
  documents: 'lập hoặc hủy văn bản',
  exam: 'ghi khám ban đầu',
  plan: 'kế hoạch cai nghiện thay đổi',
  'return-place': 'nơi về khi ra cơ sở thay đổi',
  stages: 'giai đoạn cai nghiện thay đổi',
  conduct: 'vụ kỷ luật, khen thưởng thay đổi',
  mark: 'ghi việc đã làm',
  roll: 'sang ngày mới',
  incidents: 'ghi việc của vụ việc',
  rules: 'quy định áp dụng thay đổi',
  program: 'phiên bản mới của chương trình',
  calendar: 'lịch nghỉ lễ thay đổi',
}

/** The cause in words: `ghi “Bỏ trốn”`. */
export function causeText(cause: string): string {
  const [, kind] = cause.split('custody:')
  if (kind !== undefined && Object.hasOwn(CUSTODY_EVENT_LABELS, kind))
    return `ghi “${CUSTODY_EVENT_LABELS[kind as CustodyEventKind]}”`
  return CAUSE_LABELS[cause] ?? cause
}
