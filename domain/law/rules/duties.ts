import type { LawRule } from '../rule.ts'
import { procedureRows } from './regime-rows.ts'

/** Rows of §2.7 and §2.8 behind what the centre must do after a leave, a death or a transfer. */
export const DUTY_RULES: readonly LawRule[] = [
  ...procedureRows('INC-14', 'Thông báo bằng văn bản khi có người chết', {
    R73: {
      value: 'Cơ quan điều tra, Viện kiểm sát, Tòa án cấp huyện, cơ sở y tế gần nhất, gia đình',
      source: 'D116 Điều 61.1',
    },
    R120: {
      value: 'Cơ quan điều tra, Viện kiểm sát khu vực, cơ sở y tế gần nhất, gia đình',
      source: 'D163 Điều 122.1',
      question: 'Q-5',
      note: 'Văn bản không ghi số giờ: thông báo ngay',
    },
  }),
  ...procedureRows('INC-14/court', 'Thông báo Tòa án cấp huyện khi có người chết', {
    R73: { value: true, source: 'D116 Điều 61.1' },
  }),
  ...procedureRows('INC-15', 'Người chết mà gia đình không đến', {
    R73: {
      value: 24,
      unit: 'hours',
      source: 'D116 Điều 61',
      note: 'Biên bản có hai người cai nghiện làm chứng; cơ sở tổ chức mai táng',
    },
    R120: {
      value: 24,
      unit: 'hours',
      source: 'D163 Điều 122',
      note: 'Lập biên bản, Trưởng cơ sở tổ chức mai táng, kinh phí do nhà nước bảo đảm',
    },
  }),
  ...procedureRows('LEAVE-06', 'Kiểm tra sức khỏe, sử dụng ma túy khi trở lại sau chịu tang', {
    R73: { value: true, source: 'D116 Điều 70.4' },
    R120: { value: true, source: 'D163 Điều 121.4' },
  }),
  ...procedureRows('OUT-01', 'Đưa ra khỏi cơ sở để tố tụng theo yêu cầu bằng văn bản', {
    R73: { value: 'Giám đốc cơ sở quyết định', source: 'D116 Điều 59', form: 'Mẫu 45' },
    R120: {
      value: 'Trưởng cơ sở quyết định; cơ quan yêu cầu chịu trách nhiệm',
      source: 'D163 Điều 111',
      form: 'Mẫu 47',
      note: 'Giao nhận theo Mẫu 42',
    },
  }),
  ...procedureRows('SUSP-06', 'Hết tạm đình chỉ phải trở lại khi thời hạn còn lại từ', {
    R73: { value: { min: 3 }, unit: 'months', source: 'D116 Điều 58.2' },
    R120: { value: { min: 3 }, unit: 'months', source: 'L120 Điều 39.3' },
  }),
  ...procedureRows('TRF-01', 'Chuyển người giữa các cơ sở', {
    R120: {
      value: 'Trong tỉnh: Giám đốc Công an tỉnh quyết định; khác tỉnh: Cục trưởng C04 quyết định',
      source: 'L120 Điều 38.2b, 38.3b',
    },
  }),
]
