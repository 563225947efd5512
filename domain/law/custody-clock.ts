import type { CustodyEvent } from '../custody/custody-event.ts'
import type { CustodySpan } from '../custody/custody-span.ts'
import type { ClockEvent, ClockEventKind, SpanCause } from './clock-event.ts'

type TimelineSpan = Pick<CustodySpan, 'from' | 'state' | 'suspended' | 'outKind' | 'endedKind'> &
  Partial<Pick<CustodySpan, 'outUntil'>>

function causeOf(span: TimelineSpan): SpanCause | null {
  if (span.state === 'escaped') return 'escape'
  if (span.state === 'interrupted') return 'prison'
  if (span.state !== 'out') return null
  return span.suspended ? 'suspension' : (span.outKind ?? 'other')
}

function opening(cause: SpanCause): ClockEventKind {
  if (cause === 'escape') return 'escaped'
  if (cause === 'prison') return 'imprisoned'
  return cause === 'suspension' ? 'suspended' : `${cause}-out`
}

function closing(cause: SpanCause): ClockEventKind {
  if (cause === 'escape') return 'recovered'
  if (cause === 'prison') return 'continued'
  return cause === 'suspension' ? 'resumed' : `${cause}-back`
}

/** Escape, prison and suspension begin straight from an outing; anything else needs a return first. */
function beginsWhileOut(next: SpanCause | null, before: SpanCause): boolean {
  if (before === 'escape' || before === 'prison' || next === null) return false
  return next === 'escape' || next === 'prison' || (next === 'suspension' && before !== 'suspension')
}

function fromTimeline(timeline: readonly TimelineSpan[]): ClockEvent[] {
  const found: ClockEvent[] = []
  let before: SpanCause | null = null
  for (const span of timeline) {
    const at = span.from
    if (span.state === 'ended') {
      // Other ends stop the stay without touching its term.
      if (span.endedKind !== 'to-prison' && span.endedKind !== 'exempted') break
      if (before !== null && before !== 'prison') found.push({ kind: closing(before), at })
      if (span.endedKind === 'exempted') found.push({ kind: 'exempted', at })
      else if (before !== 'prison') found.push({ kind: 'imprisoned', at })
      break
    }
    const cause = causeOf(span)
    if (cause === before) continue
    if (before !== null && !beginsWhileOut(cause, before)) found.push({ kind: closing(before), at })
    const until = span.outUntil ?? null
    if (cause !== null) found.push({ kind: opening(cause), at, ...(until === null ? {} : { until }) })
    before = cause
  }
  return found
}

/**
 * The events of a stay's clock: outings, escapes, suspensions and prison from its replayed timeline, changes of the
 * term from its events (cancelled ones left out). A reduction is months off; a correction keeps its sign.
 */
export function clockEventsOf(
  timeline: readonly TimelineSpan[],
  events: readonly CustodyEvent[],
): ClockEvent[] {
  const found = fromTimeline(timeline)
  const changes = events.filter((event) => event.kind === 'term-changed')
  if (changes.length === 0) return found
  const cancelled = new Set(
    events.flatMap((event) => (event.kind === 'corrected' ? [event.facts.cancels] : [])),
  )
  for (const { id, at, facts } of changes) {
    if (cancelled.has(id)) continue
    if (facts.reason === 'reduced') found.push({ kind: 'reduced', at, months: Math.abs(facts.months) })
    else found.push({ kind: 'term-corrected', at, months: facts.months })
  }
  return found
}
