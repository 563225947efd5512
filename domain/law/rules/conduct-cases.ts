import type { LawRule } from '../rule.ts'
import { bothRegimes, procedureRows } from './regime-rows.ts'

const HOUSE = { source: 'NB', confidence: 'unsettled' } as const
const ZONE = { ...HOUSE, unit: 'days', question: 'Q-4' } as const

/** §2.9 Discipline and reward (kỷ luật, khen thưởng): forms, the special zone, what a case does to the month. */
export const CONDUCT_CASE_RULES: readonly LawRule[] = [
  ...procedureRows('INC-10', 'Hình thức kỷ luật', {
    R73: { value: 'Phê bình; cảnh cáo; đưa vào khu dành riêng', source: 'D116 Điều 71.2' },
    R120: { value: 'Phê bình; cảnh cáo; đưa vào khu dành riêng', source: 'D163 Điều 125.2' },
  }),
  ...procedureRows(
    'INC-11a',
    'Số ngày ở khu dành riêng theo một quyết định',
    bothRegimes({
      ...ZONE,
      value: { max: 10 },
      note: 'Chưa có văn bản quy định số ngày tối đa: mức của cơ sở',
    }),
  ),
  ...procedureRows(
    'INC-11b',
    'Số ngày ở khu dành riêng kể cả các lần kéo dài',
    bothRegimes({ ...ZONE, value: { max: 20 }, note: 'Chưa có văn bản quy định: mức của cơ sở' }),
  ),
  ...procedureRows(
    'INC-11c',
    'Xem lại người ở khu dành riêng sau mỗi',
    bothRegimes({ ...ZONE, value: 5, note: 'Chưa có văn bản quy định: mức của cơ sở' }),
  ),
  ...procedureRows(
    'INC-11d',
    'Tính chung số ngày ở khu dành riêng của các quyết định cách nhau dưới',
    bothRegimes({
      ...ZONE,
      value: 30,
      note: 'Chưa có văn bản quy định: mức của cơ sở; 0 là không tính chung',
    }),
  ),
  ...procedureRows('INC-12', 'Hình thức khen thưởng', {
    R73: {
      value: 'Biểu dương; đề nghị giảm thời hạn, miễn chấp hành; hình thức khác',
      source: 'D116 Điều 71.1',
    },
    R120: { value: 'Khen thưởng đột xuất; khen thưởng định kỳ', source: 'D163 Điều 125.1' },
  }),
  ...procedureRows('INC-13', 'Hồ sơ đề nghị đưa vào cơ sở giáo dục bắt buộc khi vi phạm nghiêm trọng', {
    R73: {
      value: 'Giám đốc cơ sở lập hồ sơ, gửi Công an cấp huyện',
      source: 'D116 Điều 60; XLVPHC Điều 94.1',
    },
  }),
  ...procedureRows(
    'CASE-01',
    'Xem xét đề xuất kỷ luật, khen thưởng',
    bothRegimes({ ...HOUSE, value: 3, unit: 'days' }),
  ),
  ...procedureRows('CASE-02', 'Họp hội đồng vào lúc đã hẹn', bothRegimes({ ...HOUSE, value: true })),
  ...procedureRows(
    'CASE-03',
    'Quyết định sau khi họp hội đồng',
    bothRegimes({ ...HOUSE, value: 2, unit: 'days' }),
  ),
  ...procedureRows(
    'CASE-04',
    'Thi hành, kết thúc biện pháp đúng ngày ghi trong quyết định',
    bothRegimes({ ...HOUSE, value: true }),
  ),
  ...procedureRows(
    'CASE-05',
    'Số thành viên hội đồng ít nhất',
    bothRegimes({
      ...HOUSE,
      question: 'Q-4',
      value: { min: 3 },
      note: 'Chưa tìm thấy văn bản quy định thành phần hội đồng',
    }),
  ),
  ...procedureRows(
    'CASE-06',
    'Đưa vào khu dành riêng phải qua hội đồng',
    bothRegimes({
      ...HOUSE,
      question: 'Q-4',
      value: true,
      note: 'Chưa tìm thấy văn bản quy định: mức của cơ sở',
    }),
  ),
  ...procedureRows(
    'CASE-07',
    'Thời hiệu khiếu nại quyết định kỷ luật kể từ ngày nhận được quyết định',
    bothRegimes({
      value: 90,
      unit: 'days',
      source: 'LKN Điều 9',
      confidence: 'recalled',
      note: 'Thời gian ốm đau, thiên tai, trở ngại khách quan không tính. Chưa rõ áp dụng cho người cai nghiện; chưa đối chiếu các sửa đổi từ năm 2025',
    }),
  ),
  ...procedureRows(
    'CON-04a',
    'Bị phê bình trong tháng: đề xuất xếp loại không quá',
    bothRegimes({ ...HOUSE, value: 'Khá', note: 'Theo quy chế của cơ sở' }),
  ),
  ...procedureRows(
    'CON-04b',
    'Bị cảnh cáo trong tháng: đề xuất xếp loại không quá',
    bothRegimes({ ...HOUSE, value: 'Trung bình', note: 'Theo quy chế của cơ sở' }),
  ),
  ...procedureRows(
    'CON-04c',
    'Bị đưa vào khu dành riêng trong tháng: đề xuất xếp loại không quá',
    bothRegimes({ ...HOUSE, value: 'Kém', note: 'Theo quy chế của cơ sở' }),
  ),
  ...procedureRows(
    'CON-05',
    'Được khen thưởng trong tháng: nâng đề xuất xếp loại (mức)',
    bothRegimes({ ...HOUSE, value: 1, note: 'Không nâng trong tháng có kỷ luật hoặc bỏ trốn' }),
  ),
]
