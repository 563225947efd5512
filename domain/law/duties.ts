import type { Role } from '../permissions/roles.ts'

/** What the centre must see done, by rule; the part after the slash tells two duties of one rule apart. */
export const DUTY_CODES = [
  'IN-02',
  'IN-03',
  'IN-05',
  'IN-16',
  'IN-17',
  'ST-1',
  'ST-5',
  'UP-03',
  'UP-12',
  'DAY-06',
  'INC-02',
  'INC-03',
  'INC-03/told',
  'INC-04',
  'INC-05',
  'INC-07',
  'INC-08',
  'INC-14',
  'INC-15',
  'LEAVE-02',
  'LEAVE-06',
  'OUT-01',
  'SUSP-06',
  'AGE-03',
  'TRF-01',
  'DIS-01',
  'DIS-01/correction',
  'DIS-02',
  'DIS-02/correction',
  'DIS-03',
  'DIS-04',
  'DIS-05',
  'DIS-06',
  'DIS-07',
  'DIS-10',
  'DIS-11',
  'DIS-12/ordered',
  'DIS-12/fitted',
  'DIS-13',
  'HOUSE-05',
  'HOUSE-08',
  'HOUSE-09',
  'HOUSE-10',
  'CASE-01',
  'CASE-02',
  'CASE-03',
  'CASE-04',
  'INC-11c',
] as const
export type DutyCode = (typeof DUTY_CODES)[number]

/** How a duty is watched over. */
export interface DutyFacts {
  /** Short, for filters and bulk acts. */
  label: string
  /** Whose list it stands on. */
  role: Role
  /** In what its warning and its escalation are counted. */
  counts: 'hours' | 'days'
  /** A notice that names the day of the end: when that day moves after it was sent, a correction is owed. */
  correction?: DutyCode
  /** Met by what is recorded elsewhere, such as the return itself; nobody ticks it off. */
  isMetByRecord?: true
  /** Tells of health: its words are for the medical role. */
  isMedical?: true
}

const days = { counts: 'days' } as const
const hours = { counts: 'hours' } as const

export const DUTIES: Record<DutyCode, DutyFacts> = {
  'IN-02': { label: 'Khám ban đầu', role: 'medical', ...hours },
  'IN-03': { label: 'Biên bản giao nhận', role: 'intake', ...hours },
  'IN-05': { label: 'Bổ sung giấy tờ hồ sơ', role: 'intake', ...days, isMetByRecord: true },
  'IN-16': { label: 'Thông báo tiếp nhận', role: 'intake', ...days },
  'IN-17': { label: 'Cấp đồ khi vào', role: 'zone', ...hours },
  'ST-1': { label: 'Xong giai đoạn tiếp nhận, phân loại', role: 'intake', ...hours },
  'ST-5': { label: 'Bắt đầu chuẩn bị tái hòa nhập', role: 'teacher', ...days },
  'UP-03': { label: 'Tự ý chấm dứt cai nghiện', role: 'incident', ...days },
  'UP-12': { label: 'Thông báo quyết định cho người đang quản lý', role: 'intake', ...days },
  'DAY-06': { label: 'Khám sức khỏe định kỳ', role: 'medical', ...days },
  'INC-02': { label: 'Quyết định truy tìm', role: 'incident', ...hours },
  'INC-03': { label: 'Quyết định truy tìm', role: 'incident', ...hours },
  'INC-03/told': { label: 'Báo cơ quan giao quản lý', role: 'incident', ...hours },
  'INC-04': { label: 'Thông báo bỏ trốn', role: 'incident', ...hours },
  'INC-05': { label: 'Thông báo bỏ trốn', role: 'incident', ...hours },
  'INC-07': { label: 'Thông báo tự ý chấm dứt', role: 'incident', ...days },
  'INC-08': { label: 'Quyết định truy tìm', role: 'incident', ...hours },
  'INC-14': { label: 'Thông báo người chết', role: 'incident', ...hours },
  'INC-15': { label: 'Lập biên bản, tổ chức mai táng', role: 'incident', ...hours },
  'LEAVE-02': { label: 'Trở lại sau chịu tang', role: 'zone', ...hours, isMetByRecord: true },
  'LEAVE-06': { label: 'Kiểm tra sau chịu tang', role: 'medical', ...hours },
  'OUT-01': { label: 'Trở lại sau tố tụng', role: 'zone', ...hours, isMetByRecord: true },
  'SUSP-06': { label: 'Trở lại sau tạm đình chỉ', role: 'zone', ...days, isMetByRecord: true },
  'AGE-03': { label: 'Chuyển cơ sở khi đủ 18 tuổi', role: 'intake', ...days },
  'TRF-01': { label: 'Bàn giao hồ sơ khi chuyển đi', role: 'intake', ...days },
  'DIS-01': {
    label: 'Thông báo trước khi hết thời hạn',
    role: 'intake',
    ...days,
    correction: 'DIS-01/correction',
  },
  'DIS-01/correction': { label: 'Đính chính thông báo hết thời hạn', role: 'intake', ...days },
  'DIS-02': {
    label: 'Thông báo trước khi hết thời hạn',
    role: 'intake',
    ...days,
    correction: 'DIS-02/correction',
  },
  'DIS-02/correction': { label: 'Đính chính thông báo hết thời hạn', role: 'intake', ...days },
  'DIS-03': { label: 'Giấy xác nhận hoàn thành', role: 'intake', ...hours },
  'DIS-04': { label: 'Giấy xác nhận hoàn thành', role: 'intake', ...hours },
  'DIS-05': { label: 'Giao quyết định quản lý sau cai', role: 'intake', ...hours },
  'DIS-06': { label: 'Trả tiền, đồ gửi; cấp tiền tàu xe', role: 'intake', ...hours },
  'DIS-07': { label: 'Hồ sơ trợ giúp xã hội', role: 'intake', ...days },
  'DIS-10': { label: 'Nhận quyết định quản lý sau cai', role: 'intake', ...days },
  'DIS-11': { label: 'Đăng ký nơi sẽ về', role: 'intake', ...days },
  'DIS-12/ordered': { label: 'Nhận quyết định giám sát điện tử', role: 'intake', ...hours },
  'DIS-12/fitted': { label: 'Gắn thiết bị giám sát điện tử', role: 'intake', ...hours },
  'DIS-13': { label: 'Kiểm đủ giấy tờ hồ sơ ra về', role: 'intake', ...days },
  'HOUSE-05': { label: 'Xếp giường', role: 'zone', ...hours, isMetByRecord: true },
  'HOUSE-08': { label: 'Trở lại đúng giờ đã định', role: 'zone', ...hours, isMetByRecord: true },
  'HOUSE-09': { label: 'Xem lại cảnh báo', role: 'zone', ...days, isMetByRecord: true },
  'HOUSE-10': {
    label: 'Xem lại cảnh báo y tế',
    role: 'medical',
    ...days,
    isMetByRecord: true,
    isMedical: true,
  },
  'CASE-01': {
    label: 'Xem xét đề xuất kỷ luật, khen thưởng',
    role: 'incident',
    ...days,
    isMetByRecord: true,
  },
  'CASE-02': { label: 'Họp hội đồng kỷ luật, khen thưởng', role: 'incident', ...hours, isMetByRecord: true },
  'CASE-03': { label: 'Quyết định sau khi họp hội đồng', role: 'director', ...days, isMetByRecord: true },
  'CASE-04': { label: 'Thi hành, kết thúc biện pháp kỷ luật', role: 'zone', ...days, isMetByRecord: true },
  'INC-11c': { label: 'Xem lại ở khu dành riêng', role: 'incident', ...days, isMetByRecord: true },
}
