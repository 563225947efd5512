import type { Instant } from '../time/instant.ts'
import type { ExemptionReason, SendingWay } from './exemptions.ts'

/** How an obligation stands; one that no longer follows from anything is cancelled and leaves with a line in the log. */
export const OBLIGATION_STATES = ['scheduled', 'done', 'exempt'] as const
export type ObligationState = (typeof OBLIGATION_STATES)[number]

export const OBLIGATION_STATE_LABELS: Record<ObligationState, string> = {
  scheduled: 'Phải làm',
  done: 'Đã làm',
  exempt: 'Không phải làm',
}

/** What somebody did about an obligation; the last one counts, `reopened` takes the one before it back. */
export const MARK_KINDS = ['done', 'exempt', 'reopened'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** A mark as it is kept. */
export interface ObligationMark {
  key: string
  kind: MarkKind
  /** When it was done, as told. */
  at: Instant
  /** The due moment that stood when it was marked. */
  dueAt: Instant
  reason: ExemptionReason | null
  paper: string | null
  number: string | null
  sentBy: SendingWay | null
}

/** What the log says of an obligation. */
export const OBLIGATION_LOG_KINDS = ['moved', 'cancelled', 'done', 'exempt', 'reopened'] as const
export type ObligationLogKind = (typeof OBLIGATION_LOG_KINDS)[number]

export const OBLIGATION_LOG_LABELS: Record<ObligationLogKind, string> = {
  moved: 'Đổi hạn',
  cancelled: 'Không còn phải làm',
  done: 'Đã làm',
  exempt: 'Không phải làm',
  reopened: 'Ghi lại là chưa làm',
}
