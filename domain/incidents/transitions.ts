import type { Problem } from '../errors.ts'
import type { Role } from '../permissions/roles.ts'
import { INCIDENT_STATE_LABELS, type IncidentState } from './incident-states.ts'

/** What may be done with an incident as a whole. */
export const INCIDENT_ACTIONS = [
  'submit',
  'discard',
  'take-up',
  'return',
  'answer-return',
  'hold',
  'resume',
  'decide',
  'review-again',
  'close',
  'mark-duplicate',
  'mark-not-incident',
  'reopen',
] as const
export type IncidentAction = (typeof INCIDENT_ACTIONS)[number]

export const INCIDENT_ACTION_LABELS: Record<IncidentAction, string> = {
  submit: 'Gửi báo cáo ban đầu',
  discard: 'Bỏ bản nháp',
  'take-up': 'Nhận xem xét',
  return: 'Trả lại để bổ sung',
  'answer-return': 'Gửi lại sau khi bổ sung',
  hold: 'Tạm dừng',
  resume: 'Xem xét tiếp',
  decide: 'Kết luận',
  'review-again': 'Xem xét lại',
  close: 'Đóng vụ việc',
  'mark-duplicate': 'Đánh dấu trùng',
  'mark-not-incident': 'Không phải vụ việc',
  reopen: 'Mở lại',
}

/** What has to stand before an action is taken. */
type TransitionNeed = 'first-report' | 'complete-form' | 'original' | 'no-open-work'

export interface Transition {
  to: IncidentState
  comment: 'required' | 'optional'
  needs?: TransitionNeed
  /** Who may: reporters only with what they reported themselves. */
  by: readonly Role[]
}

/** Everybody who may write a first report and does not run incidents. */
const REPORTERS = ['intake', 'zone', 'medical', 'teacher'] as const satisfies readonly Role[]
const HEAD = ['director'] as const satisfies readonly Role[]
const RUN_OR_HEAD = ['incident', 'director'] as const satisfies readonly Role[]
const ANY_REPORTER = [...REPORTERS, ...RUN_OR_HEAD] as const satisfies readonly Role[]

const DUPLICATE: Transition = { to: 'duplicate', comment: 'optional', needs: 'original', by: RUN_OR_HEAD }
const NOTHING: Transition = { to: 'not-incident', comment: 'required', by: RUN_OR_HEAD }
const HOLD: Transition = { to: 'on-hold', comment: 'required', by: RUN_OR_HEAD }
const REOPEN: Transition = { to: 'reopened', comment: 'required', by: RUN_OR_HEAD }

/** The one table of what may be done in which state, by whom, with what. */
export const INCIDENT_TRANSITIONS: Record<IncidentState, Partial<Record<IncidentAction, Transition>>> = {
  draft: {
    submit: { to: 'reported', comment: 'optional', needs: 'first-report', by: ANY_REPORTER },
    discard: { to: 'not-incident', comment: 'optional', by: ANY_REPORTER },
  },
  reported: {
    'take-up': { to: 'under-review', comment: 'optional', by: RUN_OR_HEAD },
    return: { to: 'needs-more', comment: 'required', by: RUN_OR_HEAD },
    hold: HOLD,
    'mark-duplicate': DUPLICATE,
    'mark-not-incident': NOTHING,
  },
  'under-review': {
    return: { to: 'needs-more', comment: 'required', by: RUN_OR_HEAD },
    hold: HOLD,
    decide: { to: 'decided', comment: 'required', needs: 'complete-form', by: HEAD },
    'mark-duplicate': DUPLICATE,
    'mark-not-incident': NOTHING,
  },
  'needs-more': {
    'answer-return': { to: 'under-review', comment: 'optional', by: ANY_REPORTER },
    hold: HOLD,
    'mark-duplicate': DUPLICATE,
    'mark-not-incident': NOTHING,
  },
  'on-hold': {
    resume: { to: 'under-review', comment: 'optional', by: RUN_OR_HEAD },
    'mark-duplicate': DUPLICATE,
    'mark-not-incident': NOTHING,
  },
  decided: {
    close: { to: 'closed', comment: 'optional', needs: 'no-open-work', by: RUN_OR_HEAD },
    'review-again': { to: 'under-review', comment: 'required', by: HEAD },
  },
  closed: { reopen: { ...REOPEN, by: HEAD } },
  duplicate: { reopen: REOPEN },
  'not-incident': { reopen: REOPEN },
  reopened: {
    'take-up': { to: 'under-review', comment: 'optional', by: RUN_OR_HEAD },
    return: { to: 'needs-more', comment: 'required', by: RUN_OR_HEAD },
    decide: { to: 'decided', comment: 'required', needs: 'complete-form', by: HEAD },
    hold: HOLD,
    'mark-duplicate': DUPLICATE,
    'mark-not-incident': NOTHING,
  },
}

/** Who asks: the roles held, and whether the first report was theirs. */
export interface IncidentActor {
  roles: readonly Role[]
  isReporter: boolean
}

function mayTake({ roles, isReporter }: IncidentActor, { by }: Transition): boolean {
  return by.some(
    (role) => roles.includes(role) && (isReporter || !(REPORTERS as readonly Role[]).includes(role)),
  )
}

/** What this person may do with the incident now, in the order of the actions. */
export function actionsFor(actor: IncidentActor, state: IncidentState): IncidentAction[] {
  return INCIDENT_ACTIONS.filter((action) => {
    const row = INCIDENT_TRANSITIONS[state][action]
    return row !== undefined && mayTake(actor, row)
  })
}

/** Where an action leads, or why it may not be taken: `undefined` when the person may not take it in this state. */
export function transitionOf(
  actor: IncidentActor,
  state: IncidentState,
  action: IncidentAction,
): Transition | undefined {
  const row = INCIDENT_TRANSITIONS[state][action]
  return row !== undefined && mayTake(actor, row) ? row : undefined
}

/** The sentence for an action the state does not know. */
export function wrongStateProblem(state: IncidentState, action: IncidentAction): Problem {
  const message = `Vụ việc đang ở “${INCIDENT_STATE_LABELS[state]}” nên không “${INCIDENT_ACTION_LABELS[action]}” được. Xem lại vụ việc rồi chọn việc làm được ở tình trạng này.`
  return { code: 'incident-state', message }
}
