import type { LawRule } from '../rule.ts'
import { bothRegimes, termRows } from './regime-rows.ts'

const CIVIL_CODE_FROM = '2017-01-01'

/** §2.0 Counting: terms in months, first and last days, hours, days held and escaped. */
export const COUNTING_RULES: readonly LawRule[] = [
  ...termRows(
    'CNT-01',
    'Thời hạn tính bằng tháng kết thúc vào cuối ngày có số tương ứng của tháng cuối cùng',
    bothRegimes({
      value:
        'Kết thúc vào cuối ngày có số tương ứng của tháng cuối; tháng cuối không có ngày đó thì kết thúc vào ngày cuối tháng',
      source: 'BLDS Điều 148',
      confidence: 'recalled',
    }),
  ),
  ...termRows(
    'CNT-04',
    'Cách đếm số ngày ở cơ sở khi lập hồ sơ và số ngày bỏ trốn',
    bothRegimes({
      value: 'Hiệu của hai ngày dương lịch theo giờ Việt Nam (bỏ trốn 01/03, trở lại 10/03 là 9 ngày)',
      source: 'NB',
      confidence: 'unsettled',
    }),
  ),
  {
    id: 'CNT-02',
    axis: 'procedure',
    title: 'Ngày đầu tiên của thời hạn không được tính',
    value: false,
    unit: 'none',
    effectiveFrom: CIVIL_CODE_FROM,
    source: 'BLDS Điều 147',
    confidence: 'recalled',
    note: 'Đếm từ ngày tiếp theo',
  },
  {
    id: 'CNT-03',
    axis: 'procedure',
    title: 'Hạn nộp giấy tờ rơi vào ngày nghỉ được chuyển sang ngày làm việc tiếp theo',
    value: false,
    unit: 'none',
    effectiveFrom: CIVIL_CODE_FROM,
    source: 'BLDS Điều 148.5',
    confidence: 'recalled',
    note: 'Là một thiết lập, mặc định tắt; không bao giờ áp dụng cho ngày hết thời hạn cai nghiện',
  },
  {
    id: 'CNT-05',
    axis: 'procedure',
    title: 'Thời hạn tính bằng giờ chạy liên tục, kể cả ban đêm và ngày nghỉ',
    value: true,
    unit: 'none',
    effectiveFrom: CIVIL_CODE_FROM,
    source: 'NB',
    confidence: 'unsettled',
  },
]
