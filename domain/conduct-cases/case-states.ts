import type { Problem } from '../errors.ts'
import type { Role } from '../permissions/roles.ts'

/** How far a case has come. The last five end it. */
export const CASE_STATES = [
  'proposed',
  'council',
  'heard',
  'decided',
  'in-force',
  'ended',
  'lifted',
  'declined',
  'cancelled',
  'revoked',
] as const
export type CaseState = (typeof CASE_STATES)[number]

export const CASE_STATE_LABELS: Record<CaseState, string> = {
  proposed: 'Đề xuất',
  council: 'Chờ họp hội đồng',
  heard: 'Đã họp, chờ quyết định',
  decided: 'Đã quyết định, chưa thi hành',
  'in-force': 'Đang thi hành',
  ended: 'Đã thi hành xong',
  lifted: 'Chấm dứt sớm',
  declined: 'Không xử lý',
  cancelled: 'Rút đề xuất',
  revoked: 'Đã hủy quyết định',
}

const ENDED_STATES: readonly CaseState[] = ['ended', 'lifted', 'declined', 'cancelled', 'revoked']

/** Groups of states in which the list is read. */
export const CASE_GROUPS = ['open', 'council', 'in-force', 'ended', 'all'] as const
export type CaseGroup = (typeof CASE_GROUPS)[number]

/** The states of the parts of the open ones. */
export const GROUP_STATES: Record<'council' | 'in-force', readonly CaseState[]> = {
  council: ['proposed', 'council', 'heard'],
  'in-force': ['decided', 'in-force'],
}

export function isEndedCase(state: CaseState): boolean {
  return ENDED_STATES.includes(state)
}

/** Whether anything follows from a case: not once it was given up or its decision revoked. */
export function hasEffects(state: CaseState): boolean {
  return state !== 'declined' && state !== 'cancelled' && state !== 'revoked'
}

/** One thing done with a case. */
export const CASE_ACTIONS = [
  'propose',
  'amend',
  'convene',
  'hear',
  'decide',
  'begin',
  'review',
  'extend',
  'end',
  'lift',
  'decline',
  'cancel',
  'revoke',
  'appeal',
  'settle-appeal',
  'send-serious',
] as const
export type CaseAction = (typeof CASE_ACTIONS)[number]

export const CASE_ACTION_LABELS: Record<CaseAction, string> = {
  propose: 'Đề xuất',
  amend: 'Sửa đề xuất',
  convene: 'Hẹn họp hội đồng',
  hear: 'Ghi kết quả họp',
  decide: 'Ra quyết định',
  begin: 'Thi hành',
  review: 'Xem lại',
  extend: 'Kéo dài',
  end: 'Kết thúc',
  lift: 'Chấm dứt sớm',
  decline: 'Không xử lý',
  cancel: 'Rút đề xuất',
  revoke: 'Hủy quyết định',
  appeal: 'Nhận khiếu nại',
  'settle-appeal': 'Ghi kết quả khiếu nại',
  'send-serious': 'Chuyển hồ sơ vi phạm nghiêm trọng',
}

/** What a transition leads to; `same` leaves the state. */
export interface CaseTransition {
  to: CaseState | 'same'
  comment: 'required' | 'optional'
}

type Row = readonly [
  action: CaseAction,
  from: readonly CaseState[],
  roles: readonly Role[],
  to: CaseTransition['to'],
  comment: CaseTransition['comment'],
]

const PROPOSERS: readonly Role[] = ['zone', 'incident', 'director']
const RUNNERS: readonly Role[] = ['incident', 'director']
const HEAD: readonly Role[] = ['director']
const GIVEN: readonly CaseState[] = ['decided', 'in-force', 'ended', 'lifted']

/** The one table of who may do what in which state. A decision without a council says why there was none. */
const TRANSITIONS: readonly Row[] = [
  ['amend', ['proposed'], PROPOSERS, 'same', 'optional'],
  ['convene', ['proposed', 'council'], RUNNERS, 'council', 'optional'],
  ['hear', ['council'], RUNNERS, 'heard', 'optional'],
  ['decide', ['heard'], HEAD, 'decided', 'optional'],
  ['decide', ['proposed'], HEAD, 'decided', 'required'],
  ['begin', ['decided'], PROPOSERS, 'in-force', 'optional'],
  ['review', ['in-force'], PROPOSERS, 'same', 'required'],
  ['extend', ['in-force'], HEAD, 'same', 'required'],
  ['end', ['in-force'], PROPOSERS, 'ended', 'optional'],
  ['lift', ['decided', 'in-force'], HEAD, 'lifted', 'required'],
  ['decline', ['proposed', 'council', 'heard'], HEAD, 'declined', 'required'],
  ['cancel', ['proposed', 'council'], RUNNERS, 'cancelled', 'required'],
  ['cancel', ['proposed'], ['zone'], 'cancelled', 'required'],
  ['revoke', GIVEN, HEAD, 'revoked', 'required'],
  ['appeal', GIVEN, PROPOSERS, 'same', 'optional'],
  ['settle-appeal', GIVEN, HEAD, 'same', 'required'],
  ['send-serious', ['proposed', 'council', 'heard', ...GIVEN], RUNNERS, 'same', 'optional'],
]

/** What an action leads to for somebody with these roles; undefined when it may not be done. */
export function caseTransition(
  roles: readonly Role[],
  state: CaseState,
  action: CaseAction,
): CaseTransition | undefined {
  const row = TRANSITIONS.find(
    ([name, from, who]) =>
      name === action && from.includes(state) && roles.some((role) => who.includes(role)),
  )
  return row && { to: row[3], comment: row[4] }
}

/** Whether anybody at all may do this in this state: else it is the state that forbids it. */
function isPossible(state: CaseState, action: CaseAction): boolean {
  return TRANSITIONS.some(([name, from]) => name === action && from.includes(state))
}

/** What may be done next by somebody with these roles, by the table alone. */
export function caseActions(roles: readonly Role[], state: CaseState): CaseAction[] {
  return CASE_ACTIONS.filter((action) => caseTransition(roles, state, action) !== undefined)
}

const WITHOUT_PERSON: readonly CaseAction[] = [
  'end',
  'lift',
  'decline',
  'cancel',
  'revoke',
  'appeal',
  'settle-appeal',
  'send-serious',
]

/** Whether an action still makes sense once the person has left the centre: nothing is decided or carried out then. */
export function outlivesStay(action: CaseAction): boolean {
  return WITHOUT_PERSON.includes(action)
}

/** Why an action may not be done: by the state (a sentence to show), or by the role (`forbidden`). */
export function refuseAction(state: CaseState, action: CaseAction): Problem | 'forbidden' {
  if (isPossible(state, action)) return 'forbidden'
  const label = CASE_ACTION_LABELS[action].toLocaleLowerCase('vi')
  return {
    code: 'case-state',
    message: `Vụ ở trạng thái “${CASE_STATE_LABELS[state]}” nên không ${label} được. Tải lại để xem việc tiếp theo.`,
  }
}
