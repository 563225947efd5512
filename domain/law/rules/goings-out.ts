import type { LawRule } from '../rule.ts'
import { procedureRows } from './regime-rows.ts'

/**
 * Rows of §2.6 and §2.8 about leaving the centre for a while. The value of LEAVE-01 and LEAVE-03 is a list, its
 * parts parted by semicolons: what is named there is allowed.
 */
export const GOINGS_OUT_RULES: readonly LawRule[] = [
  ...procedureRows('LEAVE-01', 'Được về chịu tang khi người thân chết', {
    R73: { value: 'bố; mẹ; vợ; chồng; con', source: 'D116 Điều 70.1' },
    R120: { value: 'bố; mẹ; vợ; chồng; con; bố, mẹ của vợ hoặc chồng', source: 'D163 Điều 121.1' },
  }),
  ...procedureRows('LEAVE-03', 'Giấy tờ kèm đơn xin về chịu tang', {
    R73: { value: 'xác nhận của Ủy ban nhân dân cấp xã', source: 'D116 Điều 70.2a', form: 'Mẫu 48' },
    R120: {
      value: 'giấy chứng tử; xác nhận của Trưởng Công an cấp xã nơi tổ chức tang lễ',
      source: 'D163 Điều 121.2a',
      form: 'Mẫu 48',
    },
  }),
  ...procedureRows('LEAVE-05', 'Giao nhận người về chịu tang với gia đình', {
    R73: {
      value: 'Lập biên bản, lưu hồ sơ',
      source: 'D116 Điều 70.3',
      note: 'Gia đình chịu chi phí đi lại',
    },
    R120: {
      value: 'Lập biên bản, lưu hồ sơ',
      source: 'D163 Điều 121.3',
      form: 'Mẫu 23',
      note: 'Gia đình chịu chi phí đi lại',
    },
  }),
  ...procedureRows('SUSP-05', 'Tạm đình chỉ thi hành quyết định khi đang ở cơ sở', {
    R73: {
      value: { min: 10 },
      unit: 'days',
      source: 'D116 Điều 58.2',
      note: 'Điều trị nội trú tại cơ sở y tế từ cấp huyện trở lên hơn số ngày này',
    },
    R120: { value: 'Ốm nặng, được đưa về gia đình điều trị', source: 'L120 Điều 39.3', form: 'Mẫu 46' },
  }),
  ...procedureRows('SUSP-08', 'Người quyết định tạm đình chỉ', {
    R120: {
      value: 'Bắt buộc: Tòa án nhân dân khu vực; tự nguyện: Giám đốc Công an tỉnh. Cơ sở đề nghị',
      source: 'L120 Điều 39.4; D163 Điều 110.2, 110.4',
      form: 'Mẫu 46',
    },
  }),
  ...procedureRows('SUSP-09', 'Ốm nặng mà không có nơi cư trú', {
    R120: { value: 'Đưa về cơ sở y tế nơi cơ sở cai nghiện đóng', source: 'L120 Điều 39.5' },
  }),
  ...procedureRows('TRF-03', 'Chuyển người dưới 18 tuổi giữa các trường giáo dưỡng', {
    R120: { value: 'Cục trưởng C10 quyết định', source: 'L120 Điều 38.4b' },
  }),
  ...procedureRows('DAY-07', 'Bệnh vượt quá khả năng điều trị của cơ sở', {
    R73: {
      value: 'Chuyển bệnh viện hoặc gia đình; báo Sở Lao động - Thương binh và Xã hội, báo gia đình',
      source: 'D116 Điều 67.2',
    },
    R120: {
      value: 'Chuyển bệnh viện hoặc đề nghị tạm đình chỉ; báo Công an tỉnh, báo gia đình',
      source: 'D163 Điều 114.2',
      note: 'Văn bản không ghi số giờ',
    },
  }),
  ...procedureRows('DAY-09', 'Chi phí khám, chữa bệnh', {
    R73: {
      value: 'Bảo hiểm y tế; không có thì ngân sách; tạm đình chỉ về gia đình thì gia đình trả',
      source: 'D116 Điều 67.3',
    },
    R120: {
      value: 'Bảo hiểm y tế; không có thì ngân sách; tạm đình chỉ về gia đình thì gia đình trả',
      source: 'D163 Điều 114.3',
    },
  }),
]
