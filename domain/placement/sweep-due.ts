import { addDays } from '../time/day.ts'
import { atTime, dayOf, type Instant } from '../time/instant.ts'

/** True when the nightly sweep (`time`, `HH:MM` in Vietnam) has not been made since it last fell due. */
export function isSweepDue(last: Instant | null, time: string, now: Instant): boolean {
  const today = atTime(dayOf(now), time)
  const fellDue = today <= now ? today : atTime(addDays(dayOf(now), -1), time)
  return last === null || last < fellDue
}
