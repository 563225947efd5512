import { storedBirth, type BirthText } from '../people/birth.ts'
import { addDays, addMonths, ageOn, type Day } from '../time/day.ts'

/** Age from which the law takes a person as an adult (AGE-02). */
const ADULT_AGE = 18

/** Under 18 on the day, as far as the birth is known: when only month or year is, the latest possible day counts. */
export function isMinorOn(birth: BirthText | null, day: Day): boolean {
  const { birthOn, birthPrecision } = storedBirth(birth)
  if (birthOn === null) return false
  const latest =
    birthPrecision === 'day' ? birthOn : addDays(addMonths(birthOn, birthPrecision === 'month' ? 1 : 12), -1)
  return ageOn(latest, day) < ADULT_AGE
}
