/** Religions with recognised organisations that people most often name, and none. */
export const RELIGIONS = [
  'none',
  'buddhist',
  'catholic',
  'protestant',
  'cao-dai',
  'hoa-hao',
  'muslim',
  'other',
] as const
export type Religion = (typeof RELIGIONS)[number]

export const RELIGION_LABELS: Record<Religion, string> = {
  none: 'Không',
  buddhist: 'Phật giáo',
  catholic: 'Công giáo',
  protestant: 'Tin lành',
  'cao-dai': 'Cao Đài',
  'hoa-hao': 'Phật giáo Hòa Hảo',
  muslim: 'Hồi giáo',
  other: 'Tôn giáo khác',
}

/** Highest schooling. */
export const EDUCATIONS = [
  'illiterate',
  'primary',
  'lower-secondary',
  'upper-secondary',
  'vocational',
  'college',
  'university',
] as const
export type Education = (typeof EDUCATIONS)[number]

export const EDUCATION_LABELS: Record<Education, string> = {
  illiterate: 'Không biết chữ',
  primary: 'Tiểu học',
  'lower-secondary': 'Trung học cơ sở',
  'upper-secondary': 'Trung học phổ thông',
  vocational: 'Sơ cấp, trung cấp nghề',
  college: 'Cao đẳng',
  university: 'Đại học trở lên',
}

/** Work before coming in. */
export const WORK_STATES = ['none', 'unstable', 'stable', 'school', 'retired'] as const
export type WorkState = (typeof WORK_STATES)[number]

export const WORK_STATE_LABELS: Record<WorkState, string> = {
  none: 'Không có việc làm',
  unstable: 'Việc làm không ổn định',
  stable: 'Việc làm ổn định',
  school: 'Đang đi học',
  retired: 'Hết tuổi, mất sức lao động',
}

export const MARITAL_STATES = ['single', 'married', 'divorced', 'separated', 'widowed'] as const
export type MaritalState = (typeof MARITAL_STATES)[number]

export const MARITAL_STATE_LABELS: Record<MaritalState, string> = {
  single: 'Chưa kết hôn',
  married: 'Có vợ, chồng',
  divorced: 'Ly hôn',
  separated: 'Ly thân',
  widowed: 'Góa',
}

/** Groups to whom social policy gives something of its own. */
export const POLICY_GROUPS = [
  'poor',
  'near-poor',
  'merit-family',
  'ethnic-hardship',
  'disabled',
  'orphan',
  'no-home',
  'other',
] as const
export type PolicyGroup = (typeof POLICY_GROUPS)[number]

export const POLICY_GROUP_LABELS: Record<PolicyGroup, string> = {
  poor: 'Hộ nghèo',
  'near-poor': 'Hộ cận nghèo',
  'merit-family': 'Gia đình người có công',
  'ethnic-hardship': 'Dân tộc thiểu số vùng đặc biệt khó khăn',
  disabled: 'Người khuyết tật',
  orphan: 'Trẻ mồ côi, không nơi nương tựa',
  'no-home': 'Không có nơi cư trú ổn định',
  other: 'Diện khác',
}

/** Who somebody is to the person. */
export const RELATIONS = ['father', 'mother', 'spouse', 'child', 'sibling', 'guardian', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

export const RELATION_LABELS: Record<Relation, string> = {
  father: 'Cha',
  mother: 'Mẹ',
  spouse: 'Vợ, chồng',
  child: 'Con',
  sibling: 'Anh, chị, em',
  guardian: 'Người giám hộ, nuôi dưỡng',
  other: 'Người thân khác',
}

/** What the law did to somebody before. */
export const PRIOR_KINDS = ['conviction', 'administrative', 'education-measure'] as const
export type PriorKind = (typeof PRIOR_KINDS)[number]

export const PRIOR_KIND_LABELS: Record<PriorKind, string> = {
  conviction: 'Tiền án',
  administrative: 'Tiền sự',
  'education-measure': 'Biện pháp giáo dục, quản lý tại xã',
}

/** Marks that tell a body from another. */
export const MARK_KINDS = ['tattoo', 'scar', 'birthmark', 'mole', 'missing-part', 'other'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

export const MARK_KIND_LABELS: Record<MarkKind, string> = {
  tattoo: 'Hình xăm',
  scar: 'Sẹo',
  birthmark: 'Vết bớt',
  mole: 'Nốt ruồi',
  'missing-part': 'Khuyết, dị tật',
  other: 'Đặc điểm khác',
}
