import type { TermRegime } from '../stay/track.ts'

/** What a case of conduct is about: a violation (kỷ luật) or something to be rewarded (khen thưởng). */
export const CASE_KINDS = ['violation', 'reward'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

export const CASE_KIND_LABELS: Record<CaseKind, string> = {
  violation: 'Kỷ luật',
  reward: 'Khen thưởng',
}

/** Forms of discipline (INC-10) and of reward by the regime of the day (INC-12). */
export const CASE_FORMS = [
  'criticism',
  'warning',
  'special-zone',
  'praise',
  'propose-reduction',
  'other-reward',
  'ad-hoc-reward',
  'periodic-reward',
] as const
export type CaseForm = (typeof CASE_FORMS)[number]

export const CASE_FORM_LABELS: Record<CaseForm, string> = {
  criticism: 'Phê bình',
  warning: 'Cảnh cáo',
  'special-zone': 'Đưa vào khu dành riêng',
  praise: 'Biểu dương',
  'propose-reduction': 'Đề nghị giảm thời hạn, miễn chấp hành',
  'other-reward': 'Hình thức khen thưởng khác',
  'ad-hoc-reward': 'Khen thưởng đột xuất',
  'periodic-reward': 'Khen thưởng định kỳ',
}

interface FormFacts {
  kind: CaseKind
  /** Laws of the day of the decision that know this form. */
  regimes: readonly TermRegime[]
}

/** INC-10: D116 Điều 71.2, D163 Điều 125.2; INC-12: D116 Điều 71.1, D163 Điều 125.1. */
const FORM_FACTS: Record<CaseForm, FormFacts> = {
  criticism: { kind: 'violation', regimes: ['R73', 'R120'] },
  warning: { kind: 'violation', regimes: ['R73', 'R120'] },
  'special-zone': { kind: 'violation', regimes: ['R73', 'R120'] },
  praise: { kind: 'reward', regimes: ['R73'] },
  'propose-reduction': { kind: 'reward', regimes: ['R73'] },
  'other-reward': { kind: 'reward', regimes: ['R73'] },
  'ad-hoc-reward': { kind: 'reward', regimes: ['R120'] },
  'periodic-reward': { kind: 'reward', regimes: ['R120'] },
}

export const FORM_RULE: Record<CaseKind, 'INC-10' | 'INC-12'> = { violation: 'INC-10', reward: 'INC-12' }

/** The forms of a kind of case that the law of a day knows, mildest first. */
export function formsOf(kind: CaseKind, regime: TermRegime): CaseForm[] {
  return CASE_FORMS.filter(
    (form) => FORM_FACTS[form].kind === kind && FORM_FACTS[form].regimes.includes(regime),
  )
}

/** How a member of the council voted on what was proposed. */
export const VOTES = ['for', 'against', 'abstain'] as const
export type Vote = (typeof VOTES)[number]

export const VOTE_LABELS: Record<Vote, string> = {
  for: 'Đồng ý',
  against: 'Không đồng ý',
  abstain: 'Không biểu quyết',
}

/** Somebody on the council; the vote is null until it has met. */
export interface CouncilMember {
  name: string
  title: string
  vote: Vote | null
}

/** What came of an appeal (khiếu nại). */
export const APPEAL_OUTCOMES = ['kept', 'eased', 'revoked'] as const
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number]

export const APPEAL_OUTCOME_LABELS: Record<AppealOutcome, string> = {
  kept: 'Giữ nguyên quyết định',
  eased: 'Chấm dứt thi hành sớm',
  revoked: 'Hủy quyết định',
}
