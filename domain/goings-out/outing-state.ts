import type { CustodyEvent } from '../custody/custody-event.ts'
import type { CustodyEventKind } from '../custody/event-kinds.ts'
import { replayCustody } from '../custody/replay.ts'
import { CUSTODY_TRANSITIONS } from '../custody/transitions.ts'
import type { Track } from '../stay/track.ts'
import type { Instant } from '../time/instant.ts'

/** How an outing stands. Only the steps on paper are kept; what happened is read from the custody events. */
export const OUTING_STATES = [
  'requested',
  'first-approved',
  'approved',
  'denied',
  'withdrawn',
  'out',
  'returned',
  'escaped',
  'suspended',
  'interrupted',
  'ended',
] as const
export type OutingState = (typeof OUTING_STATES)[number]

export const OUTING_STATE_LABELS: Record<OutingState, string> = {
  requested: 'Chờ duyệt',
  'first-approved': 'Chờ người duyệt thứ hai',
  approved: 'Đã duyệt, chưa đi',
  denied: 'Không duyệt',
  withdrawn: 'Đã rút',
  out: 'Đang ra ngoài',
  returned: 'Đã trở lại',
  escaped: 'Bỏ trốn khi ra ngoài',
  suspended: 'Chuyển sang tạm đình chỉ',
  interrupted: 'Đi chấp hành án phạt tù',
  ended: 'Kết thúc đợt khi ra ngoài',
}

/** What of an outing is kept on paper. */
export interface OutingPapers {
  verdict: 'approved' | 'denied' | null
  firstApprovedAt: Instant | null
  withdrawnAt: Instant | null
  /** The custody event by which the person left. */
  leftEvent: string | null
}

export interface OutingCourse {
  state: OutingState
  leftAt: Instant | null
  /** When the person is due back, as the event says it. */
  until: Instant | null
  /** The event that ended it, and when. */
  closedBy: CustodyEventKind | null
  closedAt: Instant | null
  isOverdue: boolean
}

type Move = Exclude<CustodyEvent, { kind: 'corrected' }>

/** Events that hold, in order: neither cancelled, nor corrections, nor impossible. */
function holding(events: readonly CustodyEvent[], initialTrack: Track): Move[] {
  const refused = new Set(replayCustody(events, { initialTrack }).problems.map(({ eventId }) => eventId))
  const cancelled = new Set(
    events.flatMap((event) =>
      event.kind === 'corrected' && !refused.has(event.id) ? [event.facts.cancels] : [],
    ),
  )
  return events
    .filter((event) => event.kind !== 'corrected' && !cancelled.has(event.id) && !refused.has(event.id))
    .toSorted((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1)) as Move[]
}

function stateAfter(closing: CustodyEventKind): OutingState {
  switch (closing) {
    case 'returned':
    case 'resumed':
      return 'returned'
    case 'escaped':
      return 'escaped'
    case 'suspended':
      return 'suspended'
    case 'interrupted':
      return 'interrupted'
    default:
      return 'ended'
  }
}

/**
 * How an outing stands at an instant, given all events of its stay: what happened comes from the events alone, so
 * that it cannot differ from the roll, and a cancelled departure makes it approved again.
 */
export function courseOf(
  papers: OutingPapers,
  events: readonly CustodyEvent[],
  at: { now: Instant; initialTrack: Track },
): OutingCourse {
  const nowhere = { leftAt: null, until: null, closedBy: null, closedAt: null, isOverdue: false }
  const moves = papers.leftEvent === null ? [] : holding(events, at.initialTrack)
  const begun = moves.findIndex(({ id }) => id === papers.leftEvent)
  const left = moves[begun]
  if (left === undefined) return { ...nowhere, state: onPaper(papers) }
  const until = left.kind === 'left' || left.kind === 'suspended' ? (left.facts.until ?? null) : null
  const gone = { leftAt: left.at, until, isOverdue: false }
  if (CUSTODY_TRANSITIONS[left.kind].to === 'ended')
    return { ...gone, state: 'ended', closedBy: left.kind, closedAt: left.at }
  const closing = moves.slice(begun + 1).find(({ kind }) => CUSTODY_TRANSITIONS[kind].to !== 'same')
  if (closing)
    return { ...gone, state: stateAfter(closing.kind), closedBy: closing.kind, closedAt: closing.at }
  return {
    ...gone,
    state: 'out',
    closedBy: null,
    closedAt: null,
    isOverdue: until !== null && until < at.now,
  }
}

function onPaper(papers: OutingPapers): OutingState {
  if (papers.withdrawnAt !== null) return 'withdrawn'
  if (papers.verdict !== null) return papers.verdict
  return papers.firstApprovedAt === null ? 'requested' : 'first-approved'
}
