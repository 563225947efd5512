import type { Track } from '../stay/track.ts'
import { formatInstant, type Instant } from '../time/instant.ts'
import type { CustodyEvent } from './custody-event.ts'
import { ENDING_KINDS } from './event-kinds.ts'
import { positionOf, type CustodySpan } from './custody-span.ts'
import { nameEvent, refuseMove, type CustodyProblem } from './refusal.ts'
import { CUSTODY_TRANSITIONS, isPossible } from './transitions.ts'

/** What a stay's events come to. */
export interface CustodyReplay {
  /** Events that cannot have happened; each was left out of the timeline. */
  problems: CustodyProblem[]
  /** Spans in order, without gaps, from reception on; events of the same moment make one span. */
  timeline: CustodySpan[]
  /** How the stay stands after its last event; null before reception. */
  current: CustodySpan | null
}

type MoveEvent = Exclude<CustodyEvent, { kind: 'corrected' }>

/**
 * Replays the events of one stay, given in any order, into its timeline: by the moment they happened, then by the
 * hub's order; cancelled events and the corrections themselves left out.
 */
export function replayCustody(
  events: readonly CustodyEvent[],
  settings: { initialTrack: Track },
): CustodyReplay {
  const ordered = inOrder(events)
  const problems: CustodyProblem[] = []
  const cancelled = cancelledEvents(ordered, problems)
  const timeline: CustodySpan[] = []
  let current: CustodySpan | null = null
  for (const event of ordered) {
    if (event.kind === 'corrected' || cancelled.has(event.id)) continue
    const refused = refuse(event, current, () => receptionOf(ordered, cancelled))
    if (refused) {
      problems.push({
        ...refused,
        message: `Không ghi được ${nameEvent(event.kind, event.at)}: ${refused.cause}`,
        eventId: event.id,
      })
      continue
    }
    const next = apply(event, current, settings.initialTrack)
    if (event.kind === 'term-changed') continue
    append(timeline, next)
    current = next
  }
  return { problems, timeline, current }
}

function inOrder(events: readonly CustodyEvent[]): readonly CustodyEvent[] {
  for (let i = 1; i < events.length; i += 1) {
    const before = events[i - 1]
    const event = events[i]
    if (before && event && byMoment(before, event) > 0) return events.toSorted(byMoment)
  }
  return events
}

function byMoment(a: CustodyEvent, b: CustodyEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.seq - b.seq
}

const NONE_CANCELLED: ReadonlySet<string> = new Set()

function cancelledEvents(events: readonly CustodyEvent[], problems: CustodyProblem[]): ReadonlySet<string> {
  if (!events.some((event) => event.kind === 'corrected')) return NONE_CANCELLED
  const byId = new Map(events.map((event) => [event.id, event]))
  const cancelled = new Set<string>()
  for (const event of events.toSorted((a, b) => a.seq - b.seq)) {
    if (event.kind !== 'corrected') continue
    const target = byId.get(event.facts.cancels)
    const refused = refuseCorrection(target, cancelled)
    if (refused) {
      const message = `Không ghi được ${nameEvent('corrected', event.at)}: ${refused.cause}`
      problems.push({ ...refused, message, eventId: event.id })
    } else {
      cancelled.add(event.facts.cancels)
    }
  }
  return cancelled
}

function refuseCorrection(
  target: CustodyEvent | undefined,
  cancelled: ReadonlySet<string>,
): { code: string; cause: string } | undefined {
  if (!target) {
    return {
      code: 'correction-target-missing',
      cause: 'không có việc cần đính chính trong đợt này. Tải lại trang.',
    }
  }
  if (target.kind === 'corrected') {
    return {
      code: 'correction-of-correction',
      cause: 'một lần đính chính không hủy được. Ghi lại việc đã hủy.',
    }
  }
  if (cancelled.has(target.id)) {
    return { code: 'already-corrected', cause: `${nameEvent(target.kind, target.at)} đã được đính chính.` }
  }
  return undefined
}

function receptionOf(events: readonly CustodyEvent[], cancelled: ReadonlySet<string>): Instant | null {
  const reception = events.find(
    ({ id, kind }) => (kind === 'received' || kind === 'transferred-in') && !cancelled.has(id),
  )
  return reception?.at ?? null
}

function refuse(
  event: MoveEvent,
  current: CustodySpan | null,
  receivedAt: () => Instant | null,
): { code: string; cause: string } | undefined {
  const position = positionOf(current)
  const bedId = current?.bedId ?? null
  if (!isPossible(event.kind, position, bedId !== null)) {
    const { since, endedKind } = current ?? { since: null, endedKind: null }
    return refuseMove({ kind: event.kind, position, since, receivedAt: receivedAt(), endedKind })
  }
  if ((event.kind === 'moved' || event.kind === 'swapped') && event.facts.bedId === bedId) {
    const since = current === null ? '' : ` từ ${formatInstant(current.since)}`
    return { code: 'same-bed', cause: `học viên đã ở giường này${since}. Chọn giường khác.` }
  }
  if (event.kind === 'track-changed' && event.facts.track === current?.track) {
    return { code: 'same-track', cause: 'học viên đã thuộc diện này lúc đó. Chọn diện khác.' }
  }
  return undefined
}

function apply(event: MoveEvent, current: CustodySpan | null, initialTrack: Track): CustodySpan {
  const { to, bed } = CUSTODY_TRANSITIONS[event.kind]
  const standing = to === 'same' && current ? current : standingAfter(event)
  const kept = bed === 'keep' ? (current?.bedId ?? null) : null
  const bedId = 'bedId' in event.facts ? event.facts.bedId : kept
  const otherBed = standing.state === 'inside' && bedId !== current?.bedId
  return {
    from: event.at,
    to: null,
    state: standing.state,
    suspended: standing.suspended,
    outKind: standing.outKind,
    outUntil: standing.outUntil,
    bedId,
    lastBedId: bedId ?? current?.lastBedId ?? null,
    track: event.kind === 'track-changed' ? event.facts.track : (current?.track ?? initialTrack),
    endedKind: standing.endedKind,
    since: otherBed ? event.at : standing.since,
    eventId: event.id,
  }
}

type Standing = Pick<CustodySpan, 'state' | 'suspended' | 'outKind' | 'outUntil' | 'endedKind' | 'since'>

/** How a stay stands after an event that changes its state. */
function standingAfter(event: MoveEvent): Standing {
  const { to } = CUSTODY_TRANSITIONS[event.kind]
  const standing: Standing = {
    state: to === 'same' ? 'expected' : to,
    suspended: event.kind === 'suspended',
    outKind: null,
    outUntil: null,
    endedKind: to === 'ended' ? (ENDING_KINDS.find((kind) => kind === event.kind) ?? null) : null,
    since: event.at,
  }
  if (event.kind === 'left') standing.outKind = event.facts.outKind
  if (event.kind === 'suspended') standing.outKind = 'home-treatment'
  if (event.kind === 'left' || event.kind === 'suspended') standing.outUntil = event.facts.until ?? null
  return standing
}

function append(timeline: CustodySpan[], next: CustodySpan): void {
  const last = timeline.at(-1)
  if (last?.from === next.from) timeline.pop()
  else if (last) last.to = next.from
  timeline.push(next)
}
