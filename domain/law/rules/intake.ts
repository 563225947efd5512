import type { LawRule } from '../rule.ts'
import { procedureRows } from './regime-rows.ts'

/** §2.3 Intake (tiếp nhận). */
export const INTAKE_RULES: readonly LawRule[] = [
  ...procedureRows('IN-01', 'Đối chiếu người với hồ sơ tiếp nhận và giấy tờ tùy thân', {
    R73: { value: true, source: 'D116 Điều 55.2' },
    R120: { value: true, source: 'D163 Điều 108.1' },
  }),
  ...procedureRows('IN-02', 'Kiểm tra sơ bộ tình trạng sức khỏe khi tiếp nhận (bắt buộc)', {
    R73: { value: true, source: 'D116 Điều 55.2' },
    R120: { value: true, source: 'D163 Điều 108.1' },
  }),
  ...procedureRows('IN-03', 'Biên bản giao nhận người vào cơ sở (bắt buộc)', {
    R73: {
      value: 'Ghi tình trạng sức khỏe, số tài liệu, tư trang, đồ dùng cá nhân',
      source: 'D116 Điều 55.2',
      form: 'Mẫu 40',
    },
    R120: {
      value: 'Ghi tình trạng sức khỏe, số tài liệu, tư trang, đồ dùng cá nhân',
      source: 'D163 Điều 108.1',
      form: 'Mẫu 42',
    },
  }),
  ...procedureRows('IN-04', 'Các bên ký biên bản giao nhận', {
    R73: { value: 'Công an cấp huyện và cơ sở', source: 'D116 Điều 55.2' },
    R120: { value: 'Công an cấp xã lập hồ sơ và cơ sở', source: 'D163 Điều 107.1' },
  }),
  ...procedureRows('IN-05', 'Hồ sơ tiếp nhận người cai nghiện bắt buộc', {
    R73: { value: 'Quyết định của Tòa án; bản sao lý lịch tóm tắt', source: 'D116 Điều 55.3' },
    R120: {
      value: 'Quyết định của Tòa án; quyết định giao cơ sở tiếp nhận; bản sao tóm tắt lý lịch',
      source: 'D163 Điều 108.2',
    },
  }),
  ...procedureRows('IN-06', 'Tiếp nhận người trong thời gian lập hồ sơ', {
    R73: {
      value: 'Quyết định giao quản lý và lý lịch; biên bản gửi UBND cấp xã và cơ quan lập hồ sơ',
      source: 'D116 Điều 46, 47',
      form: 'Mẫu 36, 37',
    },
    R120: {
      value: 'Quyết định giao quản lý, tóm tắt lý lịch, biên bản giao nhận hồ sơ, người',
      source: 'D163 Điều 98, 99',
      form: 'Mẫu 31, 32, 33',
    },
  }),
  ...procedureRows('IN-07', 'Người loạn thần, cần điều trị khi giao nhận', {
    R73: { value: 'Phải điều trị ổn định tại cơ sở y tế trước khi giao', source: 'D116 Điều 47.1' },
  }),
  ...procedureRows('IN-08', 'Tiếp nhận người cai nghiện tự nguyện theo hợp đồng', {
    R73: {
      value:
        'Đơn đăng ký, bản chụp một giấy tờ tùy thân; hợp đồng: người cai nghiện và UBND cấp xã mỗi bên một bản',
      source: 'D116 Điều 35, 36',
      form: 'Mẫu 22, 28',
    },
  }),
  ...procedureRows('IN-09', 'Tiếp nhận người cai nghiện tự nguyện theo quyết định', {
    R120: {
      value:
        'Quyết định cai nghiện tự nguyện, hồ sơ đăng ký, quyết định giao cơ sở; đối chiếu và lập biên bản',
      source: 'D163 Điều 96',
      form: 'Mẫu 31',
    },
  }),
  ...procedureRows('IN-10', 'Thời gian giai đoạn tiếp nhận, phân loại', {
    R120: { value: { max: 2 }, unit: 'days', source: 'D163 Điều 84.6' },
  }),
  ...procedureRows('IN-11', 'Phiếu thông tin và kế hoạch cai nghiện', {
    R73: { value: true, source: 'D116 Điều 22', form: 'Mẫu 19, 20' },
    R120: { value: true, source: 'D163 Điều 84.2, 84.4', form: 'Mẫu 17, 18' },
  }),
  ...procedureRows('IN-12', 'Người làm giai đoạn tiếp nhận, phân loại', {
    R120: { value: 'Trình độ trung cấp trở lên và được tập huấn về cai nghiện', source: 'D163 Điều 84.5' },
  }),
  ...procedureRows('IN-13', 'Khám người, kiểm tra đồ vật mang theo', {
    R73: { value: 'Theo nội quy, quy chế của cơ sở', source: 'D116 Điều 22.1', question: 'Q-16' },
    R120: { value: 'Theo nội quy, quy chế của cơ sở', source: 'D163 Điều 84.1', question: 'Q-16' },
  }),
  ...procedureRows('IN-14', 'Tiền, đồ vật có giá trị gửi lưu ký, trả lại khi ra', {
    R73: { value: true, source: 'D116 Điều 69.3' },
    R120: {
      value: true,
      source: 'D163 Điều 120.3, 97.3, 123.3',
      note: 'Chỉ được nhận tiền Việt Nam',
    },
  }),
  ...procedureRows('IN-15', 'Người chưa thành niên: nơi ở, trang bị, cán bộ phù hợp lứa tuổi, giới tính', {
    R73: { value: true, source: 'D116 Điều 55.4' },
  }),
  ...procedureRows('IN-16', 'Thông báo sau khi tiếp nhận người cai nghiện tự nguyện', {
    R73: { value: 5, unit: 'working-days', source: 'L73 Điều 35.6e', note: 'Gửi UBND cấp xã' },
    R120: {
      value: 'Hạn 24 giờ chỉ đặt ra cho cơ sở tư nhân',
      source: 'L120 Điều 46.2i',
    },
  }),
  ...procedureRows('IN-17', 'Đồ cấp khi vào cơ sở', {
    R120: {
      value:
        '01 màn, 01 chăn sợi, 01 gối; từ Đà Nẵng trở ra thêm 01 áo ấm, 02 đôi tất, 01 chăn bông (dùng 2 năm)',
      source: 'D163 Điều 113.2',
    },
  }),
  {
    id: 'IN-18',
    axis: 'procedure',
    title: 'Chưa được thăm gặp gia đình sau khi tiếp nhận',
    value: 15,
    unit: 'days',
    effectiveFrom: '2025-03-08',
    effectiveTo: '2026-06-30',
    source: 'Q1567 Điều 24',
    confidence: 'secondary',
  },
  {
    id: 'IN-18',
    axis: 'procedure',
    title: 'Chưa được thăm gặp gia đình sau khi tiếp nhận',
    value: 15,
    unit: 'days',
    effectiveFrom: '2026-07-01',
    source: 'Q1567 Điều 24',
    confidence: 'unsettled',
    question: 'Q-2',
    note: 'Chưa rõ quyết định này còn áp dụng từ 01/07/2026',
  },
]
