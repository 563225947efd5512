import type { Role } from '../permissions/roles.ts'
import type { Day } from '../time/day.ts'
import type { IncidentKind } from './incident-kinds.ts'
import type { InvolvedWho } from './involvement-roles.ts'

/** What an answer asks for beside being chosen. */
export type AnswerNeed = 'comment' | 'day' | 'time' | 'count'

export interface FormAnswer {
  id: string
  text: string
  /** The question that follows; null ends the form. */
  next: string | null
  needs?: AnswerNeed
}

export interface FormQuestion {
  id: string
  text: string
  hint?: string
  answers: readonly FormAnswer[]
}

export interface InvolvementRole {
  id: string
  label: string
  who: InvolvedWho
  onlyOne?: true
  /** The kind makes no sense without one of those so marked: asked for before the review ends. */
  isRequired?: true
  hint?: string
}

export interface InvolvementOutcome {
  id: string
  label: string
}

/**
 * Something to be done because of the incident. Its time is a rule, in force on the day of the first report: of the
 * law, or the centre's own where no text sets one.
 */
export interface DueStep {
  id: string
  label: string
  role: Role
  rule: string
}

/** Somebody outside who is told in writing; only what a rule in force on the day asks for is owed. */
interface NoticeStep {
  id: string
  to: string
  rule: string
}

/** One version of the form of a kind. An incident keeps the version of its first report for ever. */
export interface KindForm {
  kind: IncidentKind
  version: number
  /** First day on which first reports take this version. */
  activeFrom: Day
  /** First day on which they no longer do; absent while in use. */
  activeTo?: Day
  first: string
  questions: readonly FormQuestion[]
  roles: readonly InvolvementRole[]
  outcomes: readonly InvolvementOutcome[]
  steps: readonly DueStep[]
  notices: readonly NoticeStep[]
}

/** The roles every kind has beside its own. */
export const WITNESS_ROLES: readonly InvolvementRole[] = [
  { id: 'witness', label: 'Người làm chứng', who: 'resident' },
  { id: 'staff-witness', label: 'Cán bộ làm chứng', who: 'staff' },
  { id: 'outside-witness', label: 'Người ngoài làm chứng', who: 'outsider' },
]

export const STAFF_ROLES: readonly InvolvementRole[] = [
  { id: 'on-duty', label: 'Cán bộ trực', who: 'staff', hint: 'Người trực khu vào lúc xảy ra' },
  { id: 'handler', label: 'Cán bộ xử lý tại chỗ', who: 'staff' },
]

/** What is done after every incident. */
export const REPORT_STEPS: readonly DueStep[] = [
  { id: 'tell-head', label: 'Báo cáo Trưởng cơ sở', role: 'incident', rule: 'INC-17' },
  { id: 'minutes', label: 'Lập biên bản vụ việc', role: 'incident', rule: 'HOUSE-11' },
  { id: 'statements', label: 'Lấy lời khai, bản tường trình', role: 'incident', rule: 'HOUSE-12' },
]

export const FIRST_AID_STEP: DueStep = {
  id: 'first-aid',
  label: 'Khám, ghi nhận thương tích',
  role: 'medical',
  rule: 'HOUSE-13',
}

/** What becomes of a resident who took part. */
export const CONDUCT_OUTCOMES: readonly InvolvementOutcome[] = [
  { id: 'none', label: 'Không xử lý' },
  { id: 'talked-to', label: 'Nhắc nhở, tư vấn' },
  { id: 'discipline', label: 'Đề nghị kỷ luật' },
  { id: 'moved', label: 'Chuyển chỗ ở' },
  { id: 'treated', label: 'Điều trị tại cơ sở' },
  { id: 'hospital', label: 'Chuyển bệnh viện' },
  { id: 'police', label: 'Chuyển cơ quan Công an' },
]
