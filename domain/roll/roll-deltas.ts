import type { CustodySpan } from '../custody/custody-span.ts'
import { dayOf } from '../time/instant.ts'
import type { Day } from '../time/day.ts'
import { rollKeyOf, type RollContext, type RollKey } from './roll-count.ts'

/** One change of the daily census: from the end of `day` on, one person more or fewer under the key. */
export interface RollDelta extends RollKey {
  day: Day
  delta: 1 | -1
}

/**
 * A stay's part of the daily census, as deltas per day in Viet Nam. The census is taken at the end of each day: the
 * deltas of all stays summed up to a day are the roll in that day's last millisecond. Changes undone before
 * midnight leave no trace.
 */
export function rollDeltas(timeline: readonly CustodySpan[], context: RollContext): RollDelta[] {
  const deltas: RollDelta[] = []
  const days = timeline.map(({ from }) => dayOf(from))
  let counted: RollKey | null = null
  for (const [index, span] of timeline.entries()) {
    const day = days[index]
    if (day === undefined || days[index + 1] === day) continue
    const key = rollKeyOf(span, context)
    if (sameKey(counted, key)) continue
    if (counted) deltas.push({ day, ...counted, delta: -1 })
    if (key) deltas.push({ day, ...key, delta: 1 })
    counted = key
  }
  return deltas
}

function sameKey(a: RollKey | null, b: RollKey | null): boolean {
  if (a === null || b === null) return a === b
  return a.state === b.state && a.zoneId === b.zoneId && a.track === b.track && a.sex === b.sex
}
