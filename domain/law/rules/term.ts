import type { LawRule } from '../rule.ts'
import { termRows } from './regime-rows.ts'

/** §2.1 Term: how long, and which time counts towards it. */
export const TERM_RULES: readonly LawRule[] = [
  ...termRows('TERM-01', 'Thời hạn cai nghiện tự nguyện tại cơ sở', {
    R73: { value: { min: 6, max: 12 }, unit: 'months', source: 'L73 Điều 31.1' },
  }),
  ...termRows('TERM-02', 'Thời hạn cai nghiện bắt buộc, người từ đủ 18 tuổi (Tòa án ấn định)', {
    R73: {
      value: { min: 12, max: 24 },
      unit: 'months',
      source: 'XLVPHC Điều 95.2',
      confidence: 'secondary',
    },
  }),
  ...termRows('TERM-03', 'Thời hạn cai nghiện bắt buộc, người từ đủ 12 đến dưới 18 tuổi', {
    R73: { value: { min: 6, max: 12 }, unit: 'months', source: 'L73 Điều 33.3' },
  }),
  ...termRows('TERM-04', 'Thời hạn cai nghiện lần đầu, mọi hình thức', {
    R120: { value: 24, unit: 'months', source: 'L120 Điều 29.1' },
  }),
  ...termRows('TERM-05', 'Thời hạn cai nghiện từ lần thứ hai trở lên, mọi hình thức', {
    R120: { value: 36, unit: 'months', source: 'L120 Điều 29.1', question: 'Q-19' },
  }),
  ...termRows('TERM-06', 'Phải chấp hành đủ thời hạn', {
    R120: { value: true, source: 'L120 Điều 29.3', note: 'Không kết thúc sớm, trừ trường hợp được miễn' },
  }),
  ...termRows('TERM-07', 'Thời gian ở cơ sở trong khi lập hồ sơ được trừ vào thời hạn (1 ngày = 1 ngày)', {
    R73: { value: true, source: 'D116 Điều 44.3', question: 'Q-3' },
    R120: { value: true, source: 'L120 Điều 37.2', question: 'Q-3' },
  }),
  ...termRows('TERM-08', 'Thời điểm bắt đầu tính thời gian quản lý trong khi lập hồ sơ', {
    R120: {
      value: 'Từ khi Trưởng Công an cấp xã ký quyết định giao quản lý',
      source: 'D163 Điều 98.3',
      form: 'Mẫu 32',
    },
  }),
  ...termRows('TERM-09', 'Thời gian bỏ trốn được tính vào thời hạn', {
    R73: { value: false, source: 'D116 Điều 56.4' },
    R120: { value: false, source: 'D163 Điều 107.4, 109.3' },
  }),
  ...termRows('TERM-10', 'Thời gian điều trị tại bệnh viện được tính vào thời hạn', {
    R73: { value: true, source: 'D116 Điều 67.4' },
    R120: { value: true, source: 'D163 Điều 114.4' },
  }),
  ...termRows('TERM-11', 'Thời gian điều trị tại gia đình khi tạm đình chỉ được tính vào thời hạn', {
    R120: { value: true, source: 'L120 Điều 39.3' },
  }),
  ...termRows('TERM-12', 'Thời gian về chịu tang được tính vào thời hạn', {
    R73: { value: true, source: 'D116 Điều 70.1' },
    R120: { value: true, source: 'D163 Điều 121.1' },
  }),
  ...termRows('TERM-13', 'Thời gian tạm đưa ra khỏi cơ sở để tố tụng được tính vào thời hạn', {
    R73: {
      value: true,
      source: 'D116 Điều 59',
      confidence: 'unsettled',
      note: 'Văn bản không nói; mặc định được tính, đổi được trong thiết lập',
    },
    R120: { value: true, source: 'D163 Điều 111.4' },
  }),
  ...termRows('TERM-14', 'Bị phạt tù trong thời gian cai nghiện', {
    R73: {
      value: 'Được miễn chấp hành phần thời hạn còn lại',
      source: 'D116 Điều 58.3d',
      note: 'Người từ đủ 14 tuổi bị phạt tù không được hưởng án treo',
    },
    R120: { value: 'Chấp hành xong án phạt tù thì tiếp tục phần thời hạn còn lại', source: 'L120 Điều 47.1' },
  }),
  ...termRows('TERM-15', 'Quyết định của Tòa án hết thời hiệu nếu không được thi hành', {
    R73: {
      value: 1,
      unit: 'years',
      source: 'XLVPHC Điều 108.2, 108.3',
      note: 'Tính lại từ đầu khi trốn tránh; đọc theo văn bản năm 2012',
    },
    R120: {
      value: 1,
      unit: 'years',
      source: 'XLVPHC Điều 108.2, 108.3',
      confidence: 'unsettled',
      note: 'Chưa rõ còn áp dụng; đọc theo văn bản năm 2012',
    },
  }),
]
