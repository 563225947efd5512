import type { LawRule } from '../rule.ts'
import { procedureRows } from './regime-rows.ts'

/** §2.2 Before admission: deadlines of others that the centre sees on the papers. */
export const BEFORE_ADMISSION_RULES: readonly LawRule[] = [
  ...procedureRows(
    'UP-01',
    'Đăng ký cai nghiện tự nguyện hoặc điều trị thay thế sau khi có kết quả xác định nghiện',
    {
      R73: { value: 5, unit: 'working-days', source: 'D116 Điều 3.3, 28.1' },
      R120: { value: 24, unit: 'hours', source: 'D163 Điều 4, 89.1', note: 'Tại Công an cấp xã' },
    },
  ),
  ...procedureRows('UP-02', 'Coi là không thực hiện sau khi có quyết định', {
    R73: { value: 5, unit: 'working-days', source: 'D116 Điều 3.4' },
    R120: { value: 2, unit: 'working-days', source: 'D163 Điều 4' },
  }),
  ...procedureRows('UP-03', 'Coi là tự ý chấm dứt khi rời cơ sở từ', {
    R73: { value: { min: 5 }, unit: 'working-days', source: 'D116 Điều 3.5' },
    R120: { value: { min: 2 }, unit: 'working-days', source: 'D163 Điều 4' },
  }),
  ...procedureRows('UP-04', 'Ra quyết định cai nghiện tự nguyện', {
    R73: { value: 3, unit: 'working-days', source: 'D116 Điều 30.1', note: 'Tại gia đình, cộng đồng' },
    R120: { value: 24, unit: 'hours', source: 'D163 Điều 91.1', form: 'Mẫu 22' },
  }),
  ...procedureRows('UP-05', 'Công an cấp xã báo cáo Giám đốc Công an tỉnh (tự nguyện, cơ sở công lập)', {
    R120: { value: 24, unit: 'hours', source: 'D163 Điều 95.1' },
  }),
  ...procedureRows('UP-06', 'Giám đốc Công an tỉnh giao cơ sở tiếp nhận', {
    R120: {
      value: 24,
      unit: 'hours',
      source: 'D163 Điều 95.2, 95.3, 106.2, 106.3',
      note: 'Hết chỗ thì báo cáo C04, 24 giờ; người chưa thành niên báo cáo C10, 24 giờ',
    },
  }),
  ...procedureRows('UP-07', 'Lập hồ sơ đề nghị cai nghiện bắt buộc', {
    R73: { value: 5, unit: 'working-days', source: 'D116 Điều 40.1, 50' },
    R120: { value: 1, unit: 'working-days', source: 'D163 Điều 100.1, 103.1' },
  }),
  ...procedureRows('UP-08', 'Đọc hồ sơ kể từ ngày nhận thông báo', {
    R73: { value: 3, unit: 'working-days', source: 'D116 Điều 42.3' },
    R120: { value: 3, unit: 'working-days', source: 'L120 Điều 35.3c; D163 Điều 102.3' },
  }),
  ...procedureRows('UP-09', 'Chuyển hồ sơ sau thời gian đọc hồ sơ', {
    R73: {
      value: 1,
      unit: 'working-days',
      source: 'D116 Điều 42.4, 43',
      note: 'Đến Phòng LĐTBXH, kiểm tra thêm 2 ngày làm việc',
    },
    R120: {
      value: 1,
      unit: 'working-days',
      source: 'L120 Điều 35.3d; D163 Điều 102.4',
      note: 'Chuyển thẳng Tòa án nhân dân khu vực',
    },
  }),
  ...procedureRows('UP-10', 'Làm rõ theo yêu cầu của Tòa án', {
    R73: { value: 2, unit: 'working-days', source: 'D116 Điều 53.3', note: 'Người chưa thành niên' },
    R120: { value: 2, unit: 'working-days', source: 'D163 Điều 102.5, 105.5' },
  }),
  ...procedureRows('UP-11', 'Đưa người vào cơ sở sau quyết định của Tòa án', {
    R73: {
      value: 5,
      unit: 'days',
      source: 'D116 Điều 54.1, 54.3',
      note: 'Cơ sở hết chỗ: chậm thêm không quá 3 tháng',
    },
    R120: {
      value: 24,
      unit: 'hours',
      source: 'L120 Điều 38.5; D163 Điều 106, 107.1',
      note: 'Mỗi bước báo cáo, quyết định, gửi quyết định, đưa vào đều 24 giờ',
    },
  }),
  ...procedureRows('UP-12', 'Người đang được quản lý tại chính cơ sở tiếp nhận', {
    R120: {
      value: 'Không đưa đi lại; Trưởng cơ sở thông báo cho người đó và tiếp tục cai nghiện',
      source: 'D163 Điều 107.1',
    },
  }),
  ...procedureRows('UP-13', 'Người không chấp hành việc đưa vào cơ sở', {
    R73: { value: 'Công an cấp huyện cưỡng chế', source: 'D116 Điều 54.2' },
    R120: {
      value: 'Trưởng Công an cấp xã tạm giữ hành chính và áp giải',
      source: 'D163 Điều 107.2',
    },
  }),
  ...procedureRows('UP-14', 'Cơ sở điều trị thay thế báo Công an cấp xã về việc tiếp nhận', {
    R73: { value: 5, unit: 'working-days', source: 'D116 Điều 28.2', note: 'Bắt đầu hoặc dừng' },
    R120: { value: 24, unit: 'hours', source: 'D163 Điều 89.2' },
  }),
]
