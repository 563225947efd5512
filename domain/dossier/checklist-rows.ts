import { REGIME_STARTS } from '../law/regime.ts'
import { addDays } from '../time/day.ts'
import type { Checklist, ChecklistRow } from './checklist.ts'

const [OLD_LAW] = REGIME_STARTS
const NEW_LAW = REGIME_STARTS.at(-1) ?? OLD_LAW
const OLD = { from: OLD_LAW.from, to: addDays(NEW_LAW.from, -1) }
const NEW = { from: NEW_LAW.from }

const COMMUNE_POLICE = 'Công an cấp xã'
const MEDICAL_BODY = 'Cơ sở y tế xác định tình trạng nghiện'

const summary163: ChecklistRow = {
  code: 'background',
  title: 'Tóm tắt lý lịch',
  form: 'Mẫu 33',
  issuer: COMMUNE_POLICE,
  article: 'D163 Điều 108.2',
}
const assignment: ChecklistRow = {
  code: 'assignment',
  title: 'Quyết định giao cơ sở tiếp nhận',
  form: null,
  issuer: 'Giám đốc Công an tỉnh',
  article: 'D163 Điều 108.2',
}
const noResidence163: ChecklistRow = {
  code: 'no-residence',
  title: 'Tài liệu xác định không có nơi cư trú ổn định',
  form: null,
  issuer: COMMUNE_POLICE,
  article: 'D163 Điều 101',
  when: 'no-residence',
}

const COMPULSORY_163: readonly ChecklistRow[] = [
  {
    code: 'court-decision',
    title: 'Quyết định đưa vào cơ sở cai nghiện bắt buộc',
    form: null,
    issuer: 'Tòa án nhân dân khu vực',
    article: 'D163 Điều 108.2',
    isDecision: true,
  },
  assignment,
  { ...summary163, title: 'Bản sao tóm tắt lý lịch' },
  {
    code: 'violation-record',
    title: 'Biên bản vi phạm',
    form: 'Mẫu 34',
    issuer: COMMUNE_POLICE,
    article: 'D163 Điều 101',
    when: 'none',
  },
  {
    code: 'addiction-result',
    title: 'Bản sao phiếu kết quả xác định tình trạng nghiện, hoặc giấy xác nhận đang điều trị thay thế',
    form: 'Mẫu 35',
    issuer: MEDICAL_BODY,
    article: 'D163 Điều 101',
    when: 'none',
  },
  {
    code: 'police-proposal',
    title: 'Văn bản đề nghị Tòa án của Công an cấp xã',
    form: 'Mẫu 36',
    issuer: COMMUNE_POLICE,
    article: 'D163 Điều 101',
    when: 'none',
  },
  noResidence163,
  {
    code: 'minor-statement',
    title: 'Bản tường trình, hoặc biên bản lời khai',
    form: 'Mẫu 38, 58',
    issuer: 'Người chưa thành niên',
    article: 'D163 Điều 104',
    when: 'minor',
  },
  {
    code: 'parents-opinion',
    title: 'Ý kiến của cha mẹ, người giám hộ, hoặc biên bản về việc không có ý kiến',
    form: 'Mẫu 39, 40, 41',
    issuer: 'Cha mẹ, người giám hộ',
    article: 'D163 Điều 104',
    when: 'minor',
  },
]

const VOLUNTARY_163: readonly ChecklistRow[] = [
  {
    code: 'voluntary-decision',
    title: 'Quyết định cai nghiện ma túy tự nguyện',
    form: 'Mẫu 22',
    issuer: COMMUNE_POLICE,
    article: 'D163 Điều 91, 96.2',
    isDecision: true,
  },
  { ...assignment, article: 'D163 Điều 95.2, 96.2' },
  { ...summary163, article: 'D163 Điều 89.3, 96.2' },
  {
    code: 'application',
    title: 'Đơn xin cai nghiện ma túy tự nguyện',
    form: 'Mẫu 20',
    issuer: 'Người cai nghiện',
    article: 'D163 Điều 89.3',
  },
  {
    code: 'parents-opinion',
    title: 'Ý kiến của cha mẹ, người giám hộ',
    form: null,
    issuer: 'Cha mẹ, người giám hộ',
    article: 'D163 Điều 89.3',
    when: 'minor',
  },
  {
    code: 'addiction-result',
    title:
      'Bản sao kết quả xác định tình trạng nghiện còn trong 6 tháng, hoặc giấy xác nhận đang điều trị thay thế',
    form: 'Mẫu 35',
    issuer: MEDICAL_BODY,
    article: 'L120 Điều 31, 34.2; D163 Điều 89.3',
    validMonths: 6,
  },
  {
    code: 'identity-copy',
    title: 'Bản sao căn cước, căn cước công dân, hộ chiếu hoặc thông tin VNeID',
    form: null,
    issuer: 'Người cai nghiện',
    article: 'D163 Điều 89.3d',
  },
  {
    code: 'police-proposal',
    title: 'Văn bản đề nghị của Công an cấp xã',
    form: null,
    issuer: COMMUNE_POLICE,
    article: 'D163 Điều 89.3',
  },
]

const HELD_163: readonly ChecklistRow[] = [
  {
    code: 'holding-decision',
    title: 'Quyết định giao quản lý trong thời gian lập hồ sơ',
    form: 'Mẫu 32',
    issuer: 'Trưởng Công an cấp xã',
    article: 'D163 Điều 98, 99.2',
    isDecision: true,
  },
  { ...summary163, article: 'D163 Điều 99.2' },
]

const background116: ChecklistRow = {
  code: 'background',
  title: 'Bản sao lý lịch tóm tắt',
  form: 'Mẫu 30',
  issuer: 'Ủy ban nhân dân cấp xã',
  article: 'D116 Điều 55.3',
}

const COMPULSORY_116: readonly ChecklistRow[] = [
  {
    code: 'court-decision',
    title: 'Quyết định đưa vào cơ sở cai nghiện bắt buộc',
    form: null,
    issuer: 'Tòa án nhân dân cấp huyện',
    article: 'D116 Điều 55.3',
    isDecision: true,
  },
  background116,
  {
    code: 'violation-record',
    title: 'Biên bản vi phạm',
    form: 'Mẫu 27',
    issuer: 'Công an cấp xã',
    article: 'D116 Điều 41',
    when: 'none',
  },
  {
    code: 'addiction-result',
    title: 'Bản sao phiếu kết quả xác định tình trạng nghiện',
    form: null,
    issuer: MEDICAL_BODY,
    article: 'D116 Điều 41',
    when: 'none',
  },
  {
    code: 'statement',
    title: 'Bản tường trình',
    form: 'Mẫu 31',
    issuer: 'Người bị đề nghị',
    article: 'D116 Điều 41',
    when: 'none',
  },
  {
    code: 'proposal',
    title: 'Văn bản đề nghị lập hồ sơ',
    form: 'Mẫu 29',
    issuer: 'Cơ quan lập hồ sơ',
    article: 'D116 Điều 41',
    when: 'none',
  },
  {
    code: 'no-residence',
    title: 'Tài liệu xác định không có nơi cư trú ổn định',
    form: null,
    issuer: 'Cơ quan Công an',
    article: 'D116 Điều 41',
    when: 'no-residence',
  },
  {
    code: 'parents-opinion',
    title: 'Ý kiến của cha mẹ, người giám hộ',
    form: 'Mẫu 38',
    issuer: 'Cha mẹ, người giám hộ',
    article: 'D116 Điều 51',
    when: 'minor',
  },
]

const VOLUNTARY_116: readonly ChecklistRow[] = [
  {
    code: 'application',
    title: 'Đơn đăng ký cai nghiện ma túy tự nguyện',
    form: 'Mẫu 22',
    issuer: 'Người cai nghiện',
    article: 'D116 Điều 35',
  },
  {
    code: 'identity-copy',
    title: 'Bản chụp một giấy tờ tùy thân (xuất trình bản chính)',
    form: null,
    issuer: 'Người cai nghiện',
    article: 'D116 Điều 35',
  },
  {
    code: 'contract',
    title: 'Hợp đồng cai nghiện ma túy tự nguyện',
    form: 'Mẫu 28',
    issuer: 'Cơ sở và người cai nghiện',
    article: 'D116 Điều 36',
    isDecision: true,
  },
]

const HELD_116: readonly ChecklistRow[] = [
  {
    code: 'holding-decision',
    title: 'Quyết định giao quản lý trong thời gian lập hồ sơ',
    form: 'Mẫu 36',
    issuer: 'Chủ tịch Ủy ban nhân dân cấp xã',
    article: 'D116 Điều 46',
    isDecision: true,
  },
  { ...background116, title: 'Lý lịch tóm tắt', article: 'D116 Điều 46, 47' },
]

/** Every checklist with the days it is in force, oldest first within a track. */
export const CHECKLIST_ROWS: readonly Checklist[] = [
  { track: 'compulsory', ...OLD, rows: COMPULSORY_116 },
  { track: 'compulsory', ...NEW, rows: COMPULSORY_163 },
  { track: 'voluntary', ...OLD, rows: VOLUNTARY_116 },
  { track: 'voluntary', ...NEW, rows: VOLUNTARY_163 },
  { track: 'held', ...OLD, rows: HELD_116 },
  { track: 'held', ...NEW, rows: HELD_163 },
]
