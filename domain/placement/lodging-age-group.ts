import type { BirthPrecision } from '../people/sex.ts'
import { addMonths, type Day } from '../time/day.ts'
import { ageGroupOn } from './placement-person.ts'
import type { AgeGroup } from './zone-kinds.ts'

const MONTHS_TO_ADULT = 18 * 12
const MONTHS_LEFT = 3

/** What tells with whom a person is lodged by age. */
export interface LodgingAge {
  birth: { on: Day; precision: BirthPrecision } | null
  /** Day of reception into this stay. */
  receivedOn: Day
  /** Expected last day of the term; null = not known. */
  endOn: Day | null
}

/**
 * The age group by which someone is lodged on a day: a person received under 18 who turns 18 with less than three
 * months of the term left stays with the minors to the end (L120 Điều 36.4). Null where the birth date does not tell.
 */
export function lodgingAgeGroup({ birth, receivedOn, endOn }: LodgingAge, day: Day): AgeGroup | null {
  const group = ageGroupOn(birth, day)
  if (group !== 'adult' || birth === null || birth.precision !== 'day' || endOn === null) return group
  const adultOn = addMonths(birth.on, MONTHS_TO_ADULT)
  const staysOn = receivedOn < adultOn && adultOn < endOn && endOn < addMonths(adultOn, MONTHS_LEFT)
  return staysOn && day <= endOn ? 'minor' : group
}
