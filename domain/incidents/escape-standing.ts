import type { CustodyEvent } from '../custody/custody-event.ts'
import { ENDING_KINDS, type EndingKind } from '../custody/event-kinds.ts'
import type { Instant } from '../time/instant.ts'

/** Where an escape stands by the custody events. */
export const ESCAPE_STANDINGS = ['away', 'recovered', 'ended', 'withdrawn'] as const
export type EscapeStanding = (typeof ESCAPE_STANDINGS)[number]

export const ESCAPE_STANDING_LABELS: Record<EscapeStanding, string> = {
  away: 'Chưa bắt lại',
  recovered: 'Đã trở lại',
  ended: 'Đã kết thúc đợt',
  withdrawn: 'Ghi nhầm, đã đính chính',
}

/** Events that count: without corrections and what they cancel. */
export function standingEvents(events: readonly CustodyEvent[]): CustodyEvent[] {
  const cancelled = new Set(
    events.flatMap((event) => (event.kind === 'corrected' ? [event.facts.cancels] : [])),
  )
  return events.filter((event) => !cancelled.has(event.id) && event.kind !== 'corrected')
}

/** The first event of these kinds after another. */
function firstAfter(
  standing: readonly CustodyEvent[],
  event: CustodyEvent,
  kinds: readonly CustodyEvent['kind'][],
): CustodyEvent | undefined {
  return standing
    .filter(
      ({ kind, at, seq }) => kinds.includes(kind) && (at > event.at || (at === event.at && seq > event.seq)),
    )
    .toSorted((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1))[0]
}

/** The recovery that ends an escape: the first one after it. @param standing as {@link standingEvents} */
export function recoveryOf(
  standing: readonly CustodyEvent[],
  escape: CustodyEvent,
): CustodyEvent | undefined {
  return firstAfter(standing, escape, ['recovered'])
}

/** The end of the stay after an escape; undefined while it goes on. @param standing as {@link standingEvents} */
export function endAfter(
  standing: readonly CustodyEvent[],
  escape: CustodyEvent,
): { kind: EndingKind; at: Instant } | undefined {
  const end = firstAfter(standing, escape, ENDING_KINDS)
  const kind = ENDING_KINDS.find((one) => one === end?.kind)
  return end && kind && { kind, at: end.at }
}

/** How an escape stands, from all events of its stay; one that is not among those that count was withdrawn. */
export function escapeStanding(
  events: readonly CustodyEvent[],
  escapeEventId: string,
): { standing: EscapeStanding; recoveredAt: Instant | null; recoveryId: string | null } {
  const standing = standingEvents(events)
  const escape = standing.find(({ id, kind }) => id === escapeEventId && kind === 'escaped')
  if (escape === undefined) return { standing: 'withdrawn', recoveredAt: null, recoveryId: null }
  const recovery = recoveryOf(standing, escape)
  if (recovery !== undefined)
    return { standing: 'recovered', recoveredAt: recovery.at, recoveryId: recovery.id }
  const isEnded = endAfter(standing, escape) !== undefined
  return { standing: isEnded ? 'ended' : 'away', recoveredAt: null, recoveryId: null }
}
