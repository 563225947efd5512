import type { Track } from '../stay/track.ts'

/** Kinds of zones the law knows (ZONE-01, ZONE-04, ZONE-05, ZONE-06), those for people first. */
export const LEGAL_ZONE_KINDS = [
  'management',
  'compulsory',
  'voluntary',
  'temporary-stay',
  'detox',
  'women',
  'minors',
  'infectious',
  'discipline',
  'administration',
  'reception',
  'schooling',
  'vocational',
] as const
export type LegalZoneKind = (typeof LEGAL_ZONE_KINDS)[number]

export const LEGAL_ZONE_KIND_LABELS: Record<LegalZoneKind, string> = {
  management: 'Khu quản lý người cai nghiện',
  compulsory: 'Khu cai nghiện bắt buộc',
  voluntary: 'Khu cai nghiện tự nguyện',
  'temporary-stay': 'Khu lưu trú tạm thời',
  detox: 'Khu y tế và điều trị cắt cơn',
  women: 'Khu nữ',
  minors: 'Khu người từ đủ 12 tuổi đến dưới 18 tuổi',
  infectious: 'Khu người mắc bệnh truyền nhiễm nhóm A, nhóm B',
  discipline: 'Khu dành riêng (người gây rối, vi phạm nội quy)',
  administration: 'Khu hành chính, quản trị',
  reception: 'Khu thăm gặp, tiếp nhận',
  schooling: 'Khu dạy văn hóa',
  vocational: 'Khu giáo dục nghề nghiệp',
}

/** Where each kind of zone comes from. R73 rows stay, since a centre may keep those zones by its own rules. */
export const LEGAL_ZONE_KIND_SOURCES: Record<LegalZoneKind, string> = {
  management: 'NĐ 163/2026 Điều 66.2',
  compulsory: 'Luật 73/2021 Điều 35.2b',
  voluntary: 'Luật 73/2021 Điều 35.2c',
  'temporary-stay': 'Luật 73/2021 Điều 35.2a',
  detox: 'NĐ 163/2026 Điều 66.2',
  women: 'Luật 120/2025 Điều 46.2h',
  minors: 'Luật 73/2021 Điều 35.2d; NĐ 163/2026 Điều 66.4',
  infectious: 'Luật 73/2021 Điều 35.2đ; Luật 120/2025 Điều 46.2h',
  discipline: 'Luật 73/2021 Điều 35.2e; NĐ 163/2026 Điều 125.2c',
  administration: 'NĐ 163/2026 Điều 66.2',
  reception: 'NĐ 163/2026 Điều 66.2',
  schooling: 'NĐ 163/2026 Điều 66.2',
  vocational: 'NĐ 163/2026 Điều 66.2',
}

const WITHOUT_BEDS: readonly LegalZoneKind[] = ['administration', 'reception', 'schooling', 'vocational']

/** May people be lodged in a zone of this kind? */
export function isLodging(kind: LegalZoneKind): boolean {
  return !WITHOUT_BEDS.includes(kind)
}

/** The track a zone is kept for where the centre splits tracks, or null (ZONE-01; no duty under L120). */
export function trackOfZone(kind: LegalZoneKind | null): Track | null {
  switch (kind) {
    case 'compulsory':
    case 'voluntary':
      return kind
    case 'temporary-stay':
      return 'held'
    default:
      return null
  }
}

/** Age groups that are lodged apart: from 12 to under 18, and grown up. */
export const AGE_GROUPS = ['adult', 'minor'] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]

export const AGE_GROUP_LABELS: Record<AgeGroup, string> = {
  adult: 'Từ đủ 18 tuổi',
  minor: 'Từ đủ 12 đến dưới 18 tuổi',
}

/** Groups of infectious diseases that are lodged apart from the rest and from each other (L120 Điều 46.2h). */
export const INFECTION_GROUPS = ['A', 'B'] as const
export type InfectionGroup = (typeof INFECTION_GROUPS)[number]

export const INFECTION_GROUP_LABELS: Record<InfectionGroup, string> = {
  A: 'Cách ly nhóm A',
  B: 'Cách ly nhóm B',
}
