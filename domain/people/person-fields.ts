import { ALERT_KINDS, type AlertCode } from '../alerts/alert-codes.ts'
import { IDENTITY_KIND_LABELS, type IdentityKind } from '../identity/identity-kinds.ts'
import { TERM_REGIME_LABELS, type TermRegime } from '../stay/track.ts'
import { formatDay, isDay } from '../time/day.ts'
import { formatBirth, isBirthText } from './birth.ts'
import { SEX_LABELS } from './sex.ts'

/** Fields of a person that staff may correct. */
const PERSON_FIELDS = [
  'name',
  'alias',
  'birth',
  'sex',
  'placementSex',
  'ethnicity',
  'occupation',
  'education',
  'note',
] as const
export type PersonField = (typeof PERSON_FIELDS)[number]

export const PERSON_FIELD_LABELS: Record<PersonField, string> = {
  name: 'Họ và tên',
  alias: 'Tên gọi khác',
  birth: 'Ngày sinh',
  sex: 'Giới tính',
  placementSex: 'Giới tính để xếp chỗ',
  ethnicity: 'Dân tộc',
  occupation: 'Nghề nghiệp',
  education: 'Học vấn',
  note: 'Ghi chú',
}

/** Fields of a stay that staff may correct. */
const STAY_FIELDS = [
  'dossierNumber',
  'ordinal',
  'ordinalSource',
  'decisionNumber',
  'decisionOn',
  'decisionIssuer',
  'startOn',
  'startSource',
  'termMonths',
  'heldFrom',
] as const
export type StayField = (typeof STAY_FIELDS)[number]

export const STAY_FIELD_LABELS: Record<StayField, string> = {
  dossierNumber: 'Số hồ sơ',
  ordinal: 'Lần cai nghiện thứ',
  ordinalSource: 'Căn cứ xác định số lần',
  decisionNumber: 'Số quyết định',
  decisionOn: 'Ngày quyết định',
  decisionIssuer: 'Cơ quan ra quyết định',
  startOn: 'Ngày bắt đầu tính thời hạn',
  startSource: 'Căn cứ ngày bắt đầu',
  termMonths: 'Thời hạn (tháng)',
  heldFrom: 'Ở cơ sở khi lập hồ sơ từ',
}

/** Kinds of address and what they are called. */
export const ADDRESS_KINDS = ['permanent', 'current', 'after-release'] as const
export type AddressKind = (typeof ADDRESS_KINDS)[number]

export const ADDRESS_KIND_LABELS: Record<AddressKind, string> = {
  permanent: 'Nơi thường trú',
  current: 'Nơi ở hiện tại',
  'after-release': 'Nơi về sau cai nghiện',
}

/** Medical alerts are kept apart in the audit; both are called the same. */
function alertFields(entity: string): Record<string, string> {
  return {
    [`${entity}.code`]: 'Cảnh báo',
    [`${entity}.detail`]: 'Cần lưu ý',
    [`${entity}.reason`]: 'Căn cứ cảnh báo',
    [`${entity}.toOn`]: 'Hết hiệu lực',
    [`${entity}.reviewOn`]: 'Xem lại cảnh báo',
    [`${entity}.closeReason`]: 'Lý do đóng cảnh báo',
  }
}

const OTHER_LABELS: Record<string, string> = {
  ...alertFields('alert'),
  ...alertFields('medical-alert'),
  'visit.outcome': 'Kết quả thăm gặp',
  'visit.extendReason': 'Lý do cho gặp thêm',
  'visitor.name': 'Họ tên người thăm',
  'visitor.phone': 'Điện thoại người thăm',
  'visitor.address': 'Chỗ ở người thăm',
  'visitor.paperNumber': 'Số giấy tờ người thăm',
  'visitor.proof': 'Giấy tờ chứng minh quan hệ',
  'visitor.banReason': 'Lý do cấm thăm',
  'visitor.unbanReason': 'Lý do bỏ cấm thăm',
  'contact-restriction.reason': 'Lý do hạn chế thăm gặp',
  'contact-restriction.decision': 'Quyết định hạn chế thăm gặp',
  'contact-restriction.liftReason': 'Lý do bỏ hạn chế thăm gặp',
  'contraband-find.what': 'Vật cấm phát hiện',
  'contraband-find.action': 'Xử lý vật cấm',
  'phone-call.callee': 'Người nghe máy',
  'phone-call.number': 'Số điện thoại gọi',
  'phone-call.content': 'Nội dung cuộc gọi',
  'phone-call.outcome': 'Kết quả cuộc gọi',
  'phone-call.watchedBy': 'Cán bộ theo dõi cuộc gọi',
  'letter.otherName': 'Người gửi, nhận thư',
  'letter.reason': 'Lý do giữ thư',
  'parcel.otherName': 'Người gửi, nhận quà',
  'parcel.returnedTo': 'Người ký nhận lại quà',
  'stay.termRegime': 'Luật tính thời hạn',
  'paper.kind': 'Loại giấy tờ',
  'paper.number': 'Số giấy tờ',
  'paper.issuedOn': 'Ngày cấp giấy tờ',
  'paper.issuedBy': 'Nơi cấp giấy tờ',
  'paper.superseded': 'Giấy tờ thôi dùng',
  'mark.retired': 'Bỏ đặc điểm nhận dạng',
  'address.permanent': ADDRESS_KIND_LABELS.permanent,
  'address.current': ADDRESS_KIND_LABELS.current,
  'address.after-release': ADDRESS_KIND_LABELS['after-release'],
}

/** What a recorded field is called on screens: `person` `name` → "Họ và tên". */
export function fieldLabel(entity: string, field: string): string {
  const own: Readonly<Record<string, string>> =
    entity === 'person' ? PERSON_FIELD_LABELS : entity === 'stay' ? STAY_FIELD_LABELS : {}
  return own[field] ?? OTHER_LABELS[`${entity}.${field}`] ?? field
}

/** A recorded value as people read it: days as dd/mm/yyyy, code words in Vietnamese. */
export function fieldValueText(field: string, value: string | null): string {
  if (value === null || value === '') return 'để trống'
  if (field === 'birth' && isBirthText(value)) return formatBirth(value)
  if (field === 'sex' || field === 'placementSex')
    return SEX_LABELS[value as keyof typeof SEX_LABELS] ?? value
  if (field === 'termRegime') return TERM_REGIME_LABELS[value as TermRegime] ?? value
  if (field === 'code') return ALERT_KINDS[value as AlertCode]?.label ?? value
  if (field === 'kind') return IDENTITY_KIND_LABELS[value as IdentityKind] ?? value
  if (isDay(value)) return formatDay(value)
  return value
}
