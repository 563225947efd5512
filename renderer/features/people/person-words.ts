import type { PersonRow } from '#domain/contract/person-shapes.ts'
import { daysBetween, type Day } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'

/** The address of a person's page, on one of its tabs where named. */
export function personHref(personId: string, tab?: string): string {
  return tab === undefined ? `/nguoi/${personId}` : `/nguoi/${personId}?the=${tab}`
}

/** The year of birth, null while nothing is known. */
export function birthYearOf(row: Pick<PersonRow, 'birthOn'>): number | null {
  return row.birthOn === null ? null : Number(row.birthOn.slice(0, 4))
}

/** Calendar days from today to the last day of the term; null while it has no end. */
export function daysLeftOf(endOn: Day | null, now: Instant | undefined): number | null {
  return endOn === null || now === undefined ? null : daysBetween(dayOf(now), endOn)
}

/** True for someone who should have been back by now. */
export function isOverdue(row: Pick<PersonRow, 'state' | 'outUntil'>, now: Instant | undefined): boolean {
  return row.state === 'out' && row.outUntil !== null && now !== undefined && row.outUntil < now
}
