import type { LawRule } from '../rule.ts'
import { procedureRows } from './regime-rows.ts'

/** §2.4 Zones and separation (khu, phân khu, tổ). */
export const ZONE_RULES: readonly LawRule[] = [
  ...procedureRows('ZONE-01', 'Các khu phải có trong cơ sở công lập', {
    R73: {
      value:
        'Lưu trú tạm thời; cai nghiện bắt buộc; cai nghiện tự nguyện; người từ đủ 12 đến dưới 18 tuổi; bệnh truyền nhiễm nhóm A, B; người gây rối, vi phạm nội quy',
      source: 'L73 Điều 35.2',
    },
  }),
  ...procedureRows('ZONE-02', 'Trong mỗi khu có khu vực riêng cho nam và nữ', {
    R73: { value: true, source: 'L73 Điều 35.3' },
  }),
  ...procedureRows('ZONE-03', 'Người có giới tính trên cơ thể khác giấy tờ ở phòng riêng', {
    R73: { value: true, source: 'L73 Điều 35.3', note: 'Trong khu vực theo giới tính của cơ thể' },
    R120: { value: true, source: 'L120 Điều 46.2h' },
  }),
  ...procedureRows('ZONE-04', 'Khu hoặc phòng riêng', {
    R120: {
      value: 'Phụ nữ; người mắc bệnh truyền nhiễm nhóm A, B; người có giới tính khác giấy tờ',
      source: 'L120 Điều 46.2h',
    },
  }),
  ...procedureRows('ZONE-05', 'Các khu chức năng', {
    R120: {
      value:
        'Hành chính, quản trị; thăm gặp, tiếp nhận; y tế và điều trị cắt cơn; quản lý người cai nghiện; dạy văn hóa; giáo dục nghề nghiệp; riêng người từ đủ 12 đến dưới 18 tuổi có khu dạy văn hóa và khu quản lý riêng',
      source: 'D163 Điều 66.2, 66.4',
    },
  }),
  ...procedureRows('ZONE-06', 'Khu dành riêng cho người vi phạm (hình thức kỷ luật)', {
    R73: { value: true, source: 'L73 Điều 35.2e; D116 Điều 71.2c', question: 'Q-4' },
    R120: { value: true, source: 'D163 Điều 125.2c', question: 'Q-4' },
  }),
  ...procedureRows(
    'ZONE-07',
    'Xếp người vào đội, tổ theo quy mô, thời hạn, nhân thân, sức khỏe, giới tính, độ tuổi',
    {
      R73: { value: 'Đội, tổ; mỗi đội, tổ có cán bộ phụ trách', source: 'D116 Điều 64.2' },
      R120: { value: 'Tổ; mỗi tổ có một cán bộ phụ trách', source: 'D163 Điều 112.2' },
    },
  ),
  ...procedureRows('ZONE-08', 'Mỗi phân khu có thể có phòng đọc sách, nơi tập thể thao', {
    R120: { value: true, source: 'D163 Điều 119.2' },
  }),
  ...procedureRows('ZONE-09', 'Diện tích đất tự nhiên một người', {
    R73: {
      value: { min: 80 },
      unit: 'square-metres',
      source: 'D116 Điều 6.2a',
      note: 'Thành thị 80, nông thôn 100, miền núi 120',
    },
    R120: {
      value: { min: 80 },
      unit: 'square-metres',
      source: 'D163 Điều 66.1',
      note: 'Thành thị 80, nông thôn 100, miền núi 120',
    },
  }),
  ...procedureRows('ZONE-10', 'Diện tích phòng ở bình quân một người', {
    R73: {
      value: { min: 6 },
      unit: 'square-metres',
      source: 'D116 Điều 6.2b',
      note: 'Người phải chăm sóc 24/24 giờ: 8 m²',
    },
  }),
  ...procedureRows('ZONE-11', 'Diện tích phòng ở một người tại cơ sở tư nhân', {
    R120: {
      value: { min: 4 },
      unit: 'square-metres',
      source: 'D163 Điều 71.1',
      note: 'Phòng cắt cơn 5 m²; cơ sở công lập do Bộ Công an quy định',
    },
  }),
  ...procedureRows('ZONE-12', 'Khu thể thao so với diện tích sử dụng', {
    R73: { value: { min: 25 }, unit: 'percent', source: 'D116 Điều 6.3đ' },
  }),
]
