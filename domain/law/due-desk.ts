import type { ReturnPlace } from '../stay/return-place.ts'
import type { Day } from '../time/day.ts'
import type { HolidayCalendar } from '../time/holidays.ts'
import { atTime, type Instant } from '../time/instant.ts'
import { workingDayOnOrAfter, workingDayOnOrBefore } from '../time/working-days.ts'
import type { ClockSettings } from './clock-settings.ts'
import type { DutyCode } from './duties.ts'
import type { RuleBook } from './rule-book.ts'
import type { ProcedureRule } from './rule.ts'
import { fullCitation } from './sources.ts'
import type { StayClock, StayClockInput } from './stay-clock.ts'

/** Something the centre must do, or expects of others, by a moment. */
export interface Obligation {
  /** Names it within its stay for as long as what it hangs on stands: the duty, and what it is owed for. */
  key: string
  duty: DutyCode
  rule: string
  /** First day in force of the row of the rule it was reckoned with: its version. */
  ruleFrom: Day
  /** When what it follows from happened or is to happen. */
  triggerAt: Instant
  what: string
  /** The act is too early before this moment. */
  opensAt?: Instant
  dueAt: Instant
  article: string
  /** Number of the form, null where the law prescribes none. */
  form: string | null
  note?: string
}

/** A stay, its computed clock, and what its obligations depend on besides. */
export interface ObligationCase {
  stay: StayClockInput
  clock: StayClock
  /** Day of reception; absent: the first day known of the stay. */
  receivedOn?: Day
  /** Where the person goes on leaving; absent: nobody wrote it down. */
  returnPlace?: ReturnPlace
}

/** One thing due, before it is written down as an obligation. */
interface Due {
  duty: DutyCode
  /** Tells obligations of one duty apart: the moment or the count they hang on. */
  anchor?: string
  triggerAt: Instant
  at: Instant
  opensAt?: Instant
  what?: string
  note?: string
}

/** What the obligations of one stay are reckoned with, and those found so far. */
export interface DueDesk {
  it: ObligationCase
  book: RuleBook
  calendar: HolidayCalendar
  settings: ClockSettings
  /** Years of age from which the law takes a person as an adult (AGE-02). */
  adultAge: number
  found: Obligation[]
}

/** Writes an obligation down under the rule it follows from. */
export function add(desk: DueDesk, rule: ProcedureRule, due: Due): void {
  const note = [due.note, rule.note].filter((text) => text !== undefined).join('. ')
  desk.found.push({
    key: due.anchor === undefined ? due.duty : `${due.duty}@${due.anchor}`,
    duty: due.duty,
    rule: rule.id,
    ruleFrom: rule.effectiveFrom,
    triggerAt: due.triggerAt,
    what: due.what ?? rule.title,
    ...(due.opensAt === undefined ? {} : { opensAt: due.opensAt }),
    dueAt: due.at,
    article: fullCitation(rule.source),
    form: rule.form ?? null,
    ...(note === '' ? {} : { note }),
  })
}

/** A deadline that is a day, counted forward: CNT-03 moves it later where the centre has set so. */
export function byDay(desk: DueDesk, day: Day): Instant {
  const moved = desk.settings.movePaperDeadlineOffHoliday ? workingDayOnOrAfter(day, desk.calendar) : day
  return atTime(moved, desk.settings.dayDeadlineTime)
}

/** A latest day before the end: moving it later would shorten the notice, so it moves earlier. */
export function byDayBefore(desk: DueDesk, day: Day): Instant {
  const moved = desk.settings.movePaperDeadlineOffHoliday ? workingDayOnOrBefore(day, desk.calendar) : day
  return atTime(moved, desk.settings.dayDeadlineTime)
}

/** What to say of working days counted in a year whose holidays are not known. */
export function uncoveredYear(desk: DueDesk, day: Day): string | undefined {
  const year = Number(day.slice(0, 4))
  if (desk.calendar.years.has(year)) return undefined
  return `Chưa có lịch nghỉ lễ năm ${year}: chỉ trừ thứ Bảy, Chủ nhật`
}

/** The moment the term ends: the hour of expiry of its last day, in Viet Nam. */
export function expiryOf(endOn: Day, settings: ClockSettings): Instant {
  return atTime(endOn, settings.expiryTime)
}
