import type { LawRule } from '../rule.ts'
import { procedureRows, termRows } from './regime-rows.ts'

/** Rows of §0.1 and §2.5-2.8 that the stay clock and the centre's obligations need. */
export const CUSTODY_PATH_RULES: readonly LawRule[] = [
  ...termRows('AGE-01', 'Tuổi thấp nhất của người cai nghiện bắt buộc', {
    R73: { value: 12, unit: 'years', source: 'L73 Điều 33.1' },
    R120: { value: 12, unit: 'years', source: 'L120 Điều 28.1' },
  }),
  ...termRows('AGE-02', 'Tuổi được coi là người thành niên', {
    R73: { value: 18, unit: 'years', source: 'L73 Điều 32, 33' },
    R120: { value: 18, unit: 'years', source: 'L120 Điều 28.1' },
  }),
  ...procedureRows('AGE-03', 'Đủ 18 tuổi mà thời hạn còn lại từ', {
    R120: {
      value: { min: 3 },
      unit: 'months',
      source: 'L120 Điều 36.4',
      note: 'Chuyển sang cơ sở cai nghiện công lập dành cho người từ đủ 18 tuổi',
    },
  }),
  ...termRows('RED-01', 'Giảm thời hạn: đã chấp hành một nửa, 3 tháng gần nhất xếp loại khá trở lên', {
    R73: { value: { min: 1, max: 3 }, unit: 'months', source: 'D116 Điều 58.1a', question: 'Q-1' },
  }),
  ...termRows('RED-02', 'Giảm thời hạn khi lập công', {
    R73: { value: { min: 3, max: 6 }, unit: 'months', source: 'D116 Điều 58.1b', question: 'Q-1' },
  }),
  ...termRows('RED-04', 'Giảm thời hạn', {
    R120: { value: false, source: 'L120 Điều 39' },
  }),
  ...termRows('SUSP-07', 'Miễn chấp hành phần thời hạn còn lại', {
    R73: {
      value: 'Tiến bộ hoặc lập công trong khi tạm đình chỉ; bệnh từ 6 tháng; mang thai; bị phạt tù',
      source: 'D116 Điều 58.3',
    },
    R120: { value: 'Bệnh nguy hiểm đến tính mạng; mang thai', source: 'L120 Điều 39.3' },
  }),
  ...procedureRows('DAY-06', 'Khám sức khỏe định kỳ', {
    R73: { value: 6, unit: 'months', source: 'D116 Điều 67.1' },
    R120: { value: 12, unit: 'months', source: 'D163 Điều 114.1' },
  }),
  ...procedureRows('LEAVE-02', 'Thời gian về chịu tang', {
    R73: {
      value: { max: 5 },
      unit: 'days',
      source: 'D116 Điều 70.1',
      form: 'Mẫu 49',
      note: 'Chưa kể thời gian đi đường',
    },
    R120: {
      value: { max: 5 },
      unit: 'days',
      source: 'D163 Điều 121.1',
      form: 'Mẫu 49',
      note: 'Chưa kể thời gian đi đường',
    },
  }),
  ...procedureRows('LEAVE-04', 'Giải quyết đơn xin về chịu tang', {
    R73: { value: 1, unit: 'days', source: 'D116 Điều 70.2b', form: 'Mẫu 49' },
    R120: { value: 24, unit: 'hours', source: 'D163 Điều 121.2b', form: 'Mẫu 49' },
  }),
]
