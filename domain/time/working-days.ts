import { addDays, dayFromNumber, dayNumber, weekday, type Day } from './day.ts'
import type { HolidayCalendar } from './holidays.ts'

/** True when offices work that day: Monday to Friday without holidays, and swap days. */
export function isWorkingDay(day: Day, calendar: HolidayCalendar): boolean {
  if (calendar.worked.has(day)) return true
  return weekday(day) <= 5 && !calendar.off.has(day)
}

/**
 * The day `count` working days after `day` (before it when negative). The first day is not counted
 * (CNT-02, Bộ luật Dân sự 2015 Điều 147); 0 gives the day itself, worked or not.
 */
export function addWorkingDays(day: Day, count: number, calendar: HolidayCalendar): Day {
  const step = Math.sign(count)
  let left = Math.abs(count)
  let number = dayNumber(day)
  while (left > 0) {
    number += step
    if (isWorkingDay(dayFromNumber(number), calendar)) left -= 1
  }
  return dayFromNumber(number)
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day, calendar: HolidayCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let number = dayNumber(from) + 1; number <= dayNumber(to); number += 1) {
    if (isWorkingDay(dayFromNumber(number), calendar)) count += 1
  }
  return count
}

/** The day itself when it is worked, otherwise the next working day (CNT-03, Bộ luật Dân sự 2015 Điều 148.5). */
export function workingDayOnOrAfter(day: Day, calendar: HolidayCalendar): Day {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar)
}

/** The day itself when it is worked, otherwise the last working day before: for "at least N days before". */
export function workingDayOnOrBefore(day: Day, calendar: HolidayCalendar): Day {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(addDays(day, 1), -1, calendar)
}
