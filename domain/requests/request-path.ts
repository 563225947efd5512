import type { Problem } from '../errors.ts'
import { numberOf, procedureRule, type RuleBook } from '../law/rule-book.ts'
import type { Role } from '../permissions/roles.ts'
import { addDays, type Day } from '../time/day.ts'
import type { HolidayCalendar } from '../time/holidays.ts'
import { addWorkingDays } from '../time/working-days.ts'
import {
  REQUEST_STATE_LABELS,
  REQUEST_STEP_LABELS,
  type RequestKind,
  type RequestState,
  type RequestStepKind,
} from './request-kinds.ts'

/** What may be done next, by state; everything else is refused. */
const NEXT_STEPS: Record<RequestState, readonly RequestStepKind[]> = {
  received: ['assigned', 'due-changed', 'withdrawn', 'escalated'],
  assigned: ['assigned', 'due-changed', 'answered', 'withdrawn', 'escalated'],
  answered: ['told', 'reopened'],
  told: ['closed', 'reopened'],
  closed: ['reopened'],
  withdrawn: ['reopened'],
  escalated: ['reopened'],
}

const STATE_AFTER: Record<Exclude<RequestStepKind, 'due-changed'>, RequestState> = {
  received: 'received',
  assigned: 'assigned',
  answered: 'answered',
  told: 'told',
  closed: 'closed',
  withdrawn: 'withdrawn',
  escalated: 'escalated',
  reopened: 'assigned',
}

/** What may be done with a request in this state. */
export function nextSteps(state: RequestState): readonly RequestStepKind[] {
  return NEXT_STEPS[state]
}

/** The state after a step; `received` when nobody has it and it is opened again. */
export function stateAfter(state: RequestState, step: RequestStepKind, hasOwner: boolean): RequestState {
  if (step === 'due-changed') return state
  if (step === 'reopened' && !hasOwner) return 'received'
  return STATE_AFTER[step]
}

/** True when nothing more is to be done with it. */
export function isEnded(state: RequestState): boolean {
  return state === 'closed' || state === 'withdrawn' || state === 'escalated'
}

/** May this be done now? Says what the request waits for otherwise. */
export function checkStep(state: RequestState, step: RequestStepKind): Problem[] {
  if (NEXT_STEPS[state].includes(step)) return []
  const allowed = NEXT_STEPS[state].map((next) => REQUEST_STEP_LABELS[next].toLowerCase()).join(', ')
  const message = `Đơn ở trạng thái “${REQUEST_STATE_LABELS[state]}” chỉ còn làm được: ${allowed}.`
  return [{ code: 'request-step', message }]
}

/** Days within which the centre answers what no law sets a day for. */
interface RequestDays {
  wish: number
  grievance: number
}

/** The day by which something is due, and the rule it follows from; null where the centre set it. */
export interface RequestDue {
  dueOn: Day
  rule: string | null
}

interface DueQuestion {
  kind: RequestKind
  /** Day from which it counts: of receipt before it is taken up, then of taking it up. */
  from: Day
  isTakenUp: boolean
  days: RequestDays
  book: RuleBook
  calendar: HolidayCalendar
}

/**
 * By which day a request is due. Complaints (REQ-01, REQ-02: Luật Khiếu nại Điều 27, 28) and denunciations (REQ-03,
 * REQ-04: Luật Tố cáo Điều 24, 30) are first due to be taken up, then to be settled; the rest within the centre's own
 * days from receipt. The day counted from is not counted itself.
 */
export function requestDue({ kind, from, isTakenUp, days, book, calendar }: DueQuestion): RequestDue {
  if (kind === 'wish' || kind === 'grievance') return { dueOn: addDays(from, days[kind]), rule: null }
  const id = RULES[kind][isTakenUp ? 'settle' : 'takeUp']
  const rule = procedureRule(book, id, from)
  const value = numberOf(rule)
  if (value === undefined) return { dueOn: addDays(from, days.grievance), rule: null }
  const dueOn = rule?.unit === 'working-days' ? addWorkingDays(from, value, calendar) : addDays(from, value)
  return { dueOn, rule: id }
}

const RULES = {
  complaint: { takeUp: 'REQ-01', settle: 'REQ-02' },
  denunciation: { takeUp: 'REQ-03', settle: 'REQ-04' },
} as const

/** Who may read what speaks of a member of staff: the head, the inspector, and whoever was given it. */
export function maySeeRequest(
  reader: { roles: readonly Role[]; userId: string | null },
  request: { aboutStaff: boolean; ownerId: string | null },
): boolean {
  if (!request.aboutStaff || seesStaffRequests(reader.roles)) return true
  return request.ownerId !== null && request.ownerId === reader.userId
}

/** True for those who read every request about staff. */
export function seesStaffRequests(roles: readonly Role[]): boolean {
  return roles.includes('director') || roles.includes('inspector')
}
