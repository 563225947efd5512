import type { LawRule } from '../rule.ts'
import { procedureRows } from './regime-rows.ts'

/**
 * Rows of §2.7 about people who escape. In INC-01..03, INC-07 and INC-08 the value names who decides on the search:
 * where that is the head of a centre (“Giám đốc cơ sở”, “Trưởng cơ sở”) it is this centre's own decision; “có thể”
 * says that it is left to the head.
 */
export const ESCAPE_RULES: readonly LawRule[] = [
  ...procedureRows('INC-01', 'Quyết định truy tìm người bỏ trốn trước khi được đưa vào cơ sở', {
    R73: { value: 'Trưởng Công an cấp huyện quyết định truy tìm', source: 'D116 Điều 56.1', form: 'Mẫu 41' },
    R120: {
      value: 'Giám đốc Công an tỉnh quyết định truy tìm',
      source: 'L120 Điều 38.2d; D163 Điều 109.1',
    },
  }),
  ...procedureRows('INC-02', 'Quyết định truy tìm người bỏ trốn khỏi cơ sở', {
    R73: {
      value: 'Giám đốc cơ sở quyết định truy tìm',
      source: 'D116 Điều 56.2',
      note: 'Nghị định 116/2021/NĐ-CP không kèm số mẫu',
    },
    R120: {
      value: 'Trưởng cơ sở quyết định truy tìm',
      source: 'L120 Điều 46.2đ; D163 Điều 109.2',
      form: 'Mẫu 43',
    },
  }),
  ...procedureRows('INC-03', 'Người được giao quản lý trong thời gian lập hồ sơ bỏ trốn', {
    R73: {
      value: 'Cơ quan ra quyết định giao quản lý cùng cơ sở, gia đình truy tìm',
      source: 'D116 Điều 48.3, 48.4',
    },
    R120: { value: 'Trưởng cơ sở quyết định truy tìm', source: 'D163 Điều 109.2', form: 'Mẫu 43' },
  }),
  ...procedureRows('INC-04', 'Thông báo việc bỏ trốn cho Công an cấp xã nơi lập hồ sơ', {
    R120: { value: 24, unit: 'hours', source: 'L120 Điều 46.2i', form: 'Mẫu 43' },
  }),
  ...procedureRows('INC-05', 'Thông báo việc bỏ trốn cho Công an cấp huyện nơi cơ sở đóng', {
    R73: {
      value: 'Công an cấp huyện nơi cơ sở đóng phối hợp truy tìm',
      source: 'D116 Điều 56.2',
      note: 'Văn bản không ghi số giờ: thông báo ngay',
    },
  }),
  ...procedureRows('INC-07', 'Người cai nghiện tự nguyện tự ý rời cơ sở', {
    R73: {
      value: 5,
      unit: 'working-days',
      source: 'D116 Điều 3.5; L73 Điều 35.6e',
      note: 'Thông báo Ủy ban nhân dân cấp xã từ khi coi là tự ý chấm dứt; không có quyết định truy tìm',
    },
    R120: {
      value: 'Trưởng cơ sở có thể quyết định truy tìm',
      source: 'L120 Điều 46.2đ, 35.1a; D163 Điều 4',
      form: 'Mẫu 43',
      note: 'Coi là tự ý chấm dứt thì là căn cứ lập hồ sơ đưa vào cơ sở cai nghiện bắt buộc',
    },
  }),
  ...procedureRows('INC-08', 'Người về chịu tang không trở lại đúng hạn', {
    R73: { value: 'Giám đốc cơ sở quyết định truy tìm', source: 'D116 Điều 70.4' },
    R120: { value: 'Trưởng cơ sở quyết định truy tìm', source: 'D163 Điều 121.4', form: 'Mẫu 43' },
  }),
  ...procedureRows('INC-09', 'Nội dung về người bị truy tìm', {
    R120: {
      value: 'nhân thân; chiều cao, cân nặng; dấu hiệu riêng; quan hệ; thời gian bỏ trốn; nơi liên hệ',
      source: 'D163 Điều 109.2',
      form: 'Mẫu 43',
    },
  }),
]
