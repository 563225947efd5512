import type { OutKind } from '../custody/event-kinds.ts'

/** Why somebody leaves the centre: for a while, under a suspension, or for another centre. */
export const OUTING_KINDS = [
  'funeral',
  'hospital',
  'proceedings',
  'court',
  'home-treatment',
  'suspension',
  'transfer',
  'work-outside',
  'other',
] as const
export type OutingKind = (typeof OUTING_KINDS)[number]

export const OUTING_KIND_LABELS: Record<OutingKind, string> = {
  funeral: 'Về chịu tang',
  hospital: 'Đi viện',
  proceedings: 'Trích xuất tố tụng',
  court: 'Ra tòa',
  'home-treatment': 'Điều trị tại gia đình',
  suspension: 'Tạm đình chỉ',
  transfer: 'Chuyển cơ sở khác',
  'work-outside': 'Lao động ngoài cơ sở',
  other: 'Ra ngoài việc khác',
}

/** What a kind of outing needs and which rules it stands under. */
export interface OutingRules {
  /** The custody event by which it begins. */
  begins: 'left' | 'suspended' | 'transferred-out'
  /** The kind of being out that event names. */
  outKind: OutKind | null
  /** Nobody leaves on it before it is approved; a hospital does not wait for a signature (DAY-07). */
  needsDecision: boolean
  /** The decision is taken elsewhere and comes on paper (SUSP-08, TRF-01). */
  decidedElsewhere: boolean
  /** Rules named beside the form. */
  rules: readonly string[]
  /** The rule of the term that says whether the time counts; null where none is needed. */
  clockRule: string | null
}

export const OUTING_RULES: Record<OutingKind, OutingRules> = {
  funeral: {
    begins: 'left',
    outKind: 'funeral',
    needsDecision: true,
    decidedElsewhere: false,
    rules: ['LEAVE-01', 'LEAVE-02', 'LEAVE-03', 'LEAVE-04', 'LEAVE-05', 'LEAVE-06'],
    clockRule: 'TERM-12',
  },
  hospital: {
    begins: 'left',
    outKind: 'hospital',
    needsDecision: false,
    decidedElsewhere: false,
    rules: ['DAY-07', 'DAY-09'],
    clockRule: 'TERM-10',
  },
  proceedings: {
    begins: 'left',
    outKind: 'proceedings',
    needsDecision: true,
    decidedElsewhere: false,
    rules: ['OUT-01'],
    clockRule: 'TERM-13',
  },
  court: {
    begins: 'left',
    outKind: 'court',
    needsDecision: true,
    decidedElsewhere: false,
    rules: ['OUT-01'],
    clockRule: 'TERM-13',
  },
  'home-treatment': {
    begins: 'left',
    outKind: 'home-treatment',
    needsDecision: true,
    decidedElsewhere: false,
    rules: ['DAY-07', 'DAY-09'],
    clockRule: 'TERM-11',
  },
  suspension: {
    begins: 'suspended',
    outKind: 'home-treatment',
    needsDecision: true,
    decidedElsewhere: true,
    rules: ['SUSP-05', 'SUSP-06', 'SUSP-08', 'SUSP-09', 'DAY-09'],
    clockRule: 'TERM-11',
  },
  transfer: {
    begins: 'transferred-out',
    outKind: null,
    needsDecision: true,
    decidedElsewhere: true,
    rules: ['TRF-01', 'TRF-03', 'AGE-03'],
    clockRule: null,
  },
  'work-outside': {
    begins: 'left',
    outKind: 'work-outside',
    needsDecision: false,
    decidedElsewhere: false,
    rules: [],
    clockRule: null,
  },
  other: {
    begins: 'left',
    outKind: 'other',
    needsDecision: true,
    decidedElsewhere: false,
    rules: [],
    clockRule: null,
  },
}

/** Who has died (LEAVE-01). */
export const MOURNED_RELATIONS = [
  'father',
  'mother',
  'wife',
  'husband',
  'child',
  'parent-in-law',
  'sibling',
  'grandparent',
  'other',
] as const
export type MournedRelation = (typeof MOURNED_RELATIONS)[number]

export const MOURNED_RELATION_LABELS: Record<MournedRelation, string> = {
  father: 'Bố',
  mother: 'Mẹ',
  wife: 'Vợ',
  husband: 'Chồng',
  child: 'Con',
  'parent-in-law': 'Bố, mẹ của vợ hoặc chồng',
  sibling: 'Anh, chị, em',
  grandparent: 'Ông, bà',
  other: 'Người thân khác',
}

/** Paper beside the application (LEAVE-03). */
export const DEATH_PROOFS = ['commune-committee', 'death-certificate', 'commune-police'] as const
export type DeathProof = (typeof DEATH_PROOFS)[number]

export const DEATH_PROOF_LABELS: Record<DeathProof, string> = {
  'commune-committee': 'Xác nhận của Ủy ban nhân dân cấp xã',
  'death-certificate': 'Giấy chứng tử',
  'commune-police': 'Xác nhận của Trưởng Công an cấp xã nơi tổ chức tang lễ',
}

/** Where somebody is transferred to, which decides who decides (TRF-01, TRF-03). */
export const TRANSFER_SCOPES = ['same-province', 'other-province', 'reform-school', 'adult-centre'] as const
export type TransferScope = (typeof TRANSFER_SCOPES)[number]

export const TRANSFER_SCOPE_LABELS: Record<TransferScope, string> = {
  'same-province': 'Cơ sở công lập khác trong tỉnh',
  'other-province': 'Cơ sở công lập ở tỉnh khác',
  'reform-school': 'Giữa các trường giáo dưỡng',
  'adult-centre': 'Đủ 18 tuổi: cơ sở cho người từ đủ 18 tuổi',
}

/** What the test for drugs after a leave found (LEAVE-06). */
export const DRUG_TESTS = ['negative', 'positive', 'refused'] as const
export type DrugTest = (typeof DRUG_TESTS)[number]

export const DRUG_TEST_LABELS: Record<DrugTest, string> = {
  negative: 'Âm tính',
  positive: 'Dương tính',
  refused: 'Từ chối xét nghiệm',
}

/** Who pays for care outside (DAY-09). */
export const CARE_PAYERS = ['insurance', 'state', 'family', 'other'] as const
export type CarePayer = (typeof CARE_PAYERS)[number]

export const CARE_PAYER_LABELS: Record<CarePayer, string> = {
  insurance: 'Bảo hiểm y tế',
  state: 'Ngân sách',
  family: 'Gia đình',
  other: 'Nguồn khác',
}
