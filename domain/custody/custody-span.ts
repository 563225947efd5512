import type { Track } from '../stay/track.ts'
import type { Instant } from '../time/instant.ts'
import type { CustodyState, EndingKind, OutKind } from './event-kinds.ts'
import type { CustodyPosition } from './transitions.ts'

/** A stretch of a stay in which nothing countable changes: from `from` up to, but without, `to` (null = still). */
export interface CustodySpan {
  from: Instant
  to: Instant | null
  state: CustodyState
  /** Out at home by a decision of suspension (tạm đình chỉ): then state is `out`, outKind `home-treatment`. */
  suspended: boolean
  outKind: OutKind | null
  /** When someone out or suspended is due back, where that was said. */
  outUntil: Instant | null
  /** The bed this stay holds: slept in, or reserved while out. */
  bedId: string | null
  /** The bed held last; tells the zone of someone who holds none any more. */
  lastBedId: string | null
  track: Track
  endedKind: EndingKind | null
  /** Since when the stay stands like this (inside: in this bed), other changes such as of track apart. */
  since: Instant
  /** The event that began the span. */
  eventId: string
}

/** The three words for counting, the only ones used by screens, reports and the command line. */
export interface CountingWords {
  /** Trong danh sách: received and not ended. */
  onRoll: boolean
  /** Có mặt: on roll without escaped, suspended and interrupted. */
  present: boolean
  /** Trong khu: present and not out. */
  inZone: boolean
}

/** Counts one span; null (before reception) counts nowhere. */
export function countingWords(span: CustodySpan | null): CountingWords {
  const state = span?.state ?? 'expected'
  const inZone = state === 'inside'
  const present = inZone || (state === 'out' && span?.suspended === false)
  const onRoll = state !== 'expected' && state !== 'ended'
  return { onRoll, present, inZone }
}

/** Where the stay stands in a span; null is before reception. */
export function positionOf(span: Pick<CustodySpan, 'state' | 'suspended' | 'bedId'> | null): CustodyPosition {
  if (span === null) return 'expected'
  if (span.state === 'inside') return span.bedId === null ? 'awaiting-bed' : 'in-bed'
  if (span.state === 'out') return span.suspended ? 'suspended' : 'out'
  return span.state
}

/** The span that holds at the instant, or null before the stay's reception. */
export function stateAt(timeline: readonly CustodySpan[], instant: Instant): CustodySpan | null {
  let low = 0
  let high = timeline.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const span = timeline[middle]
    if (span !== undefined && span.from <= instant) low = middle + 1
    else high = middle
  }
  return timeline[low - 1] ?? null
}
