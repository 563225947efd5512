import type { RuleBook } from '../law/rule-book.ts'
import type { Day } from '../time/day.ts'
import { contactRule, isWithin, mostOf, weekOf, type ContactSettings } from './limit.ts'
import type { AskedVisit } from './visit-case.ts'

/** What of the week's and month's visits is left on a day. */
export interface VisitsLeft {
  /** Days that count together with the day. */
  from: Day
  to: Day
  used: number
  most: number | null
  left: number | null
  minutes: number | null
  guests: number | null
}

/** How much of the visits that count together with `on` is left; a null limit means none is set (DAY-16). */
export function visitsLeft(
  book: RuleBook,
  settings: ContactSettings,
  on: Day,
  earlier: AskedVisit['earlier'],
): VisitsLeft {
  const { from, to } = weekOf(on, settings.week)
  const used = earlier.filter((visit) => visit.kind === 'family' && isWithin(visit.on, { from, to })).length
  const most = mostOf(contactRule(book, settings, 'DAY-16a', on)) ?? null
  return {
    from,
    to,
    used,
    most,
    left: most === null ? null : Math.max(0, most - used),
    minutes: mostOf(contactRule(book, settings, 'DAY-16b', on)) ?? null,
    guests: mostOf(contactRule(book, settings, 'DAY-16c', on)) ?? null,
  }
}
