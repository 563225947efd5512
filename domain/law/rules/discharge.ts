import type { LawRule } from '../rule.ts'
import { procedureRows } from './regime-rows.ts'

/** §2.9 Discharge and hand-over (hoàn thành, bàn giao về nơi cư trú). */
export const DISCHARGE_RULES: readonly LawRule[] = [
  ...procedureRows('DIS-01', 'Thông báo trước khi hết thời hạn cai nghiện bắt buộc', {
    R73: {
      value: 15,
      unit: 'days',
      source: 'D116 Điều 62.1',
      note: 'Gửi Tòa án nhân dân cấp huyện, UBND cấp xã nơi lập hồ sơ, gia đình',
    },
    R120: {
      value: 30,
      unit: 'days',
      source: 'D163 Điều 123.1',
      form: 'Mẫu 51',
      question: 'Q-1',
      note: 'Gửi Tòa án nhân dân khu vực, Công an cấp xã nơi cư trú, gia đình',
    },
  }),
  ...procedureRows('DIS-02', 'Thông báo trước khi hết thời hạn cai nghiện tự nguyện', {
    R120: {
      value: 30,
      unit: 'days',
      source: 'D163 Điều 97.1',
      form: 'Mẫu 51',
      note: 'Gửi Công an cấp xã nơi cư trú, cha mẹ hoặc người giám hộ',
    },
  }),
  ...procedureRows('DIS-03', 'Cấp giấy xác nhận hoàn thành cai nghiện bắt buộc', {
    R73: {
      value: 'Cấp khi hết thời hạn',
      source: 'D116 Điều 62.2',
      form: 'Mẫu 46',
      note: 'Gửi Tòa án nhân dân cấp huyện, Phòng LĐTBXH, UBND cấp xã, gia đình',
    },
    R120: {
      value: 24,
      unit: 'hours',
      source: 'L120 Điều 35.5; D163 Điều 123.2a',
      form: 'Mẫu 50',
      note: 'Trong 24 giờ trước khi hết thời hạn; gửi Tòa án nhân dân khu vực, UBND và Công an cấp xã, người cai nghiện hoặc cha mẹ',
    },
  }),
  ...procedureRows('DIS-04', 'Cấp giấy xác nhận hoàn thành cai nghiện tự nguyện', {
    R73: {
      value: 'Cấp khi hết thời hạn',
      source: 'D116 Điều 38.2',
      form: 'Mẫu 26b',
      note: 'Người cai nghiện, cha mẹ, UBND cấp xã nơi đăng ký',
    },
    R120: {
      value: 24,
      unit: 'hours',
      source: 'D163 Điều 97.2a',
      form: 'Mẫu 30',
      note: 'Trong 24 giờ trước khi hết thời hạn; gửi Chủ tịch UBND, Trưởng Công an cấp xã, người cai nghiện hoặc cha mẹ',
    },
  }),
  ...procedureRows('DIS-05', 'Giao quyết định quản lý sau cai nghiện cho người cai nghiện', {
    R73: { value: 'UBND cấp xã lập sau khi người cai nghiện về', source: 'D116 Điều 77, 78' },
    R120: {
      value: 'Cơ sở giao khi ra về, lập biên bản',
      source: 'D163 Điều 97.2b, 123.2b, 134',
      form: 'Mẫu 23',
    },
  }),
  ...procedureRows('DIS-06', 'Trả tiền, đồ gửi, văn bằng; cấp tiền tàu xe, tiền ăn, một bộ quần áo', {
    R73: {
      value: true,
      source: 'D116 Điều 62.4',
      note: 'Quần áo: nếu không có; thu lại hoặc bồi thường đồ cho mượn',
    },
    R120: {
      value: true,
      source: 'D163 Điều 97.3, 118.2c, 123.3',
      note: 'Kèm 20% tiền lao động được giữ lại',
    },
  }),
  ...procedureRows('DIS-07', 'Lập hồ sơ chuyển cơ sở trợ giúp xã hội trước khi hết thời hạn', {
    R73: {
      value: 'Báo cáo Sở LĐTBXH',
      source: 'D116 Điều 63',
      note: 'Người chưa thành niên không có cha mẹ, nơi cư trú; người ốm không nơi cư trú',
    },
    R120: {
      value: 15,
      unit: 'days',
      source: 'L120 Điều 35.6; D163 Điều 124',
      note: 'Người chưa thành niên không có nơi cư trú ổn định; người thành niên không nơi cư trú và không còn khả năng lao động',
    },
  }),
  ...procedureRows('DIS-08', 'Người chưa thành niên không có gia đình đến đón', {
    R73: { value: 'Cơ sở đưa về và bàn giao', source: 'D116 Điều 62.3', form: 'Mẫu 47' },
    R120: {
      value: 'Không được nhắc lại',
      source: 'D163 Điều 123',
      confidence: 'unsettled',
      question: 'Q-6',
    },
  }),
  ...procedureRows('DIS-09', 'Trình diện tại nơi cư trú sau khi về', {
    R73: { value: 5, unit: 'working-days', source: 'D116 Điều 62.5', note: 'UBND và Công an cấp xã' },
    R120: {
      value: 'Chỉ đặt ra cho người hoàn thành tại cơ sở tư nhân (2 ngày)',
      source: 'L120 Điều 33.3b',
    },
  }),
  ...procedureRows('DIS-10', 'Ra quyết định quản lý sau cai nghiện', {
    R73: {
      value: 2,
      unit: 'working-days',
      source: 'D116 Điều 77, 78',
      form: 'Mẫu 50, 51',
      note: 'Sau 3 ngày làm việc lập hồ sơ của UBND cấp xã',
    },
    R120: {
      value: 2,
      unit: 'working-days',
      source: 'D163 Điều 134',
      form: 'Mẫu 52, 53',
      note: 'Tính từ khi nhận thông báo Mẫu 51; gửi Trưởng cơ sở một bản',
    },
  }),
  ...procedureRows('DIS-11', 'Người không có nơi cư trú ổn định đăng ký nơi sẽ về với cơ sở', {
    R120: {
      value: true,
      source: 'L120 Điều 42.3',
      note: 'Cơ sở báo Công an cấp xã nơi đó',
    },
  }),
  ...procedureRows('DIS-12', 'Quyết định giám sát điện tử và gắn thiết bị trước khi ra về', {
    R120: {
      value: 12,
      unit: 'hours',
      source: 'D163 Điều 15, 16, 17',
      form: 'Phụ lục I Mẫu 02, 03, 04',
      note: 'Người từ đủ 18 tuổi; tính từ khi Công an cấp xã nhận quyết định quản lý sau cai',
    },
  }),
  ...procedureRows('DIS-13', 'Giấy tờ lưu trong hồ sơ ra về', {
    R120: {
      value:
        'Mẫu 51 và chứng từ gửi; Mẫu 50 hoặc 30; Mẫu 23; bản sao Mẫu 53; Phụ lục I Mẫu 02-04; biên bản trả tài sản; chứng từ trả tiền lao động',
      source: 'D163 Điều 97, 123, 134',
      note: 'Tổng hợp từ các quy định trên',
    },
  }),
]
