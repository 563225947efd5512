import type { LawRule, RuleUnit } from '../rule.ts'

const FROM = '2022-01-01'
const OPEN_POINT =
  'Chưa rõ áp dụng cho đơn của người cai nghiện về nội quy của cơ sở; chưa đối chiếu các sửa đổi từ năm 2025'

function requestRule(
  id: string,
  title: string,
  value: number,
  more: { source: string; unit: RuleUnit; note?: string },
): LawRule {
  return {
    id,
    axis: 'procedure',
    title,
    value,
    unit: more.unit,
    effectiveFrom: FROM,
    source: more.source,
    confidence: 'recalled',
    note: more.note === undefined ? OPEN_POINT : `${more.note}. ${OPEN_POINT}`,
  }
}

/** Complaints and denunciations of people in the centre: when they are taken up and when settled. */
export const REQUEST_RULES: readonly LawRule[] = [
  requestRule('REQ-01', 'Thụ lý khiếu nại kể từ ngày nhận', 10, { source: 'LKN Điều 27', unit: 'days' }),
  requestRule('REQ-02', 'Giải quyết khiếu nại lần đầu kể từ ngày thụ lý', 30, {
    source: 'LKN Điều 28',
    unit: 'days',
    note: 'Vụ việc phức tạp: không quá 45 ngày; vùng sâu, vùng xa đi lại khó khăn: 45 ngày, phức tạp 60 ngày',
  }),
  requestRule('REQ-03', 'Xử lý ban đầu, thụ lý tố cáo kể từ ngày nhận', 7, {
    source: 'LTC Điều 24.1',
    unit: 'working-days',
    note: 'Phải kiểm tra, xác minh tại nhiều địa điểm: không quá 10 ngày làm việc',
  }),
  requestRule('REQ-04', 'Giải quyết tố cáo kể từ ngày thụ lý', 30, {
    source: 'LTC Điều 30.1',
    unit: 'days',
    note: 'Vụ việc phức tạp: gia hạn một lần không quá 30 ngày',
  }),
]
