/** What happened, as the register of incidents tells kinds apart. */
export const INCIDENT_KINDS = [
  'escape',
  'fight',
  'contraband',
  'disorder',
  'self-harm',
  'death',
  'injury',
  'fire',
  'staff-misconduct',
  'grievance',
  'other',
] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

export const INCIDENT_KIND_LABELS: Record<IncidentKind, string> = {
  escape: 'Bỏ trốn',
  fight: 'Đánh nhau, gây thương tích',
  contraband: 'Thẩm lậu, vật cấm',
  disorder: 'Gây rối',
  'self-harm': 'Tự gây thương tích, tự sát',
  death: 'Người chết',
  injury: 'Tai nạn, tai nạn lao động',
  fire: 'Cháy, nổ, thiên tai',
  'staff-misconduct': 'Cán bộ vi phạm',
  grievance: 'Khiếu nại vượt cấp, tập thể',
  other: 'Vụ việc khác',
}

/** Who may read an incident: everybody who may read incidents, or only those who run, decide and inspect. */
export const INCIDENT_SECRECIES = ['open', 'restricted'] as const
export type IncidentSecrecy = (typeof INCIDENT_SECRECIES)[number]

export const INCIDENT_SECRECY_LABELS: Record<IncidentSecrecy, string> = {
  open: 'Thường',
  restricted: 'Hạn chế người xem',
}

/** Kinds that are restricted from the first report on. */
export const RESTRICTED_KINDS: readonly IncidentKind[] = ['staff-misconduct']

/** From where in the program the first report was begun. */
export const INCIDENT_ORIGINS = [
  'desk',
  'person',
  'head-count',
  'outing',
  'visit',
  'parcel',
  'letter',
  'request',
] as const
export type IncidentOrigin = (typeof INCIDENT_ORIGINS)[number]

export const INCIDENT_ORIGIN_LABELS: Record<IncidentOrigin, string> = {
  desk: 'Báo tại bàn',
  person: 'Từ hồ sơ học viên',
  'head-count': 'Điểm danh lệch',
  outing: 'Ra ngoài quá hạn',
  visit: 'Thăm gặp',
  parcel: 'Quà gửi',
  letter: 'Thư',
  request: 'Đơn, phản ánh',
}

/** What an incident is tied to in the other books. */
export const INCIDENT_LINKS = [
  'duplicate-of',
  'contraband-find',
  'visit',
  'parcel',
  'letter',
  'head-count',
  'outing',
  'request',
  'custody-event',
  'keep-apart',
  'discipline',
  'incident',
] as const
export type IncidentLink = (typeof INCIDENT_LINKS)[number]

export const INCIDENT_LINK_LABELS: Record<IncidentLink, string> = {
  'duplicate-of': 'Trùng với vụ việc',
  'contraband-find': 'Lần phát hiện vật cấm',
  visit: 'Lần thăm gặp',
  parcel: 'Quà gửi',
  letter: 'Thư',
  'head-count': 'Lần điểm danh',
  outing: 'Lần ra ngoài',
  request: 'Đơn, phản ánh',
  'custody-event': 'Việc ghi trên quá trình quản lý',
  'keep-apart': 'Cặp không xếp chung',
  discipline: 'Hồ sơ kỷ luật',
  incident: 'Vụ việc liên quan',
}

/** The number in the book of the year: `VV-2026-0001`; null while nobody handed the report in. */
export function incidentNumber(year: number, no: number | null): string | null {
  return no === null ? null : `VV-${year}-${String(no).padStart(4, '0')}`
}
