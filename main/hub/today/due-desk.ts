import type { ReadDb } from '#db/connection/handles.ts'
import type { NamedPerson } from '#db/queries/today/due.ts'
import type { DueRow, DueUrgency } from '#domain/contract/today.ts'
import type { Obligation } from '#domain/law/due-desk.ts'
import type { HolidayCalendar } from '#domain/time/holidays.ts'
import { dayOf, endOfDay, type Instant } from '#domain/time/instant.ts'

/** What the due lines are made from. */
export interface DueDesk {
  db: ReadDb
  now: Instant
  calendar: HolidayCalendar
  /** Days ahead in which the ends of terms are counted. */
  releaseDays: number
  /** False for those who may see figures only. */
  withNames: boolean
}

/** How many names a line carries. */
const NAMES_SHOWN = 3

/** A line without a rule of law behind it. */
export const NO_RULE = { rule: null, article: null, form: null, note: null }

/** The facts of the law on a line. */
export function lawOf({ rule, article, form, note }: Obligation): Pick<DueRow, keyof typeof NO_RULE> {
  return { rule, article, form, note: note ?? null }
}

/** Names for a line, or none where the viewer may see figures only. */
export function namesFor(desk: DueDesk, list: (limit: number) => NamedPerson[]): NamedPerson[] {
  return desk.withNames ? list(NAMES_SHOWN).slice(0, NAMES_SHOWN) : []
}

/** How pressing something is that must be done by a moment. */
export function urgencyOf(dueAt: Instant, now: Instant): DueUrgency {
  if (dueAt < now) return 'late'
  return dueAt < endOfDay(dayOf(now)) ? 'today' : 'soon'
}
