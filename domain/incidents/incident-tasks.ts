import { numberOf, procedureRule, type RuleBook } from '../law/rule-book.ts'
import type { ProcedureRule } from '../law/rule.ts'
import type { Role } from '../permissions/roles.ts'
import { addDays, type Day } from '../time/day.ts'
import type { HolidayCalendar } from '../time/holidays.ts'
import { addHours, atTime, dayOf, type Instant } from '../time/instant.ts'
import { addWorkingDays } from '../time/working-days.ts'
import type { KindForm } from './kind-form.ts'

/** What the times of tasks and notices are reckoned with. */
export interface TaskClock {
  book: RuleBook
  calendar: HolidayCalendar
  /** Time of day, in Vietnam, at which what is due on a day is due. */
  dayDeadlineTime: string
}

interface Due {
  rule: string
  ruleFrom: Day
  dueAt: Instant
}

/** A task that follows from a form. */
export interface OwedTask extends Due {
  step: string
  title: string
  role: Role
  escalateAt: Instant
}

/** A notice that a rule in force on the day asks for. */
export interface OwedNotice extends Due {
  step: string
  toWhom: string
}

/** Hours within which what a rule wants done without naming a time is done (HOUSE-07). */
function atOnce({ book }: TaskClock, at: Instant): Instant {
  return addHours(at, numberOf(procedureRule(book, 'HOUSE-07', dayOf(at))) ?? 24)
}

/**
 * Is a notice still owed? Another kind of incident owes others, and nobody is told of somebody who was taken out of it.
 * @param notice with the role of whom it is about; null for a notice about nobody
 */
export function isNoticeOwed(
  form: KindForm,
  notice: { step: string; about_role: string | null; about_removed_at: Instant | null },
): boolean {
  const role = form.roles.find(({ id }) => id === notice.about_role)
  const isAbout = notice.about_role === null || role?.isRequired === true
  return isAbout && notice.about_removed_at === null && form.notices.some(({ id }) => id === notice.step)
}

/** The moment a rule's number leads to from `at`: hours run through nights, working days skip holidays. */
function dueBy(clock: TaskClock, rule: ProcedureRule, at: Instant): Instant {
  const number = numberOf(rule)
  if (number === undefined) return atOnce(clock, at)
  if (rule.unit === 'hours') return addHours(at, number)
  const on = dayOf(at)
  const day = rule.unit === 'working-days' ? addWorkingDays(on, number, clock.calendar) : addDays(on, number)
  return atTime(day, clock.dayDeadlineTime)
}

/** When the head is told that a task is late: HOUSE-03 for what is due in hours, HOUSE-04 for days. */
export function escalationOf({ book }: TaskClock, from: Instant, dueAt: Instant): Instant {
  const isInHours = dueAt <= addHours(from, 24)
  const rule = procedureRule(book, isInHours ? 'HOUSE-03' : 'HOUSE-04', dayOf(from))
  return addHours(dueAt, (numberOf(rule) ?? 0) * (isInHours ? 1 : 24))
}

/** The tasks a form sets, reckoned from the moment of the first report under the rules of that day. */
export function tasksOfForm(form: KindForm, from: Instant, clock: TaskClock): OwedTask[] {
  return form.steps.flatMap(({ id, label, role, rule: ruleId }): OwedTask[] => {
    const rule = procedureRule(clock.book, ruleId, dayOf(from))
    if (rule === undefined) return []
    const dueAt = dueBy(clock, rule, from)
    const escalateAt = escalationOf(clock, from, dueAt)
    return [{ step: id, title: label, role, rule: rule.id, ruleFrom: rule.effectiveFrom, dueAt, escalateAt }]
  })
}

/** Who is told in writing, by the rules in force on the day it happened (INC-04, INC-05, INC-14). */
export function noticesOfForm(form: KindForm, occurredAt: Instant, clock: TaskClock): OwedNotice[] {
  return form.notices.flatMap(({ id, to, rule: ruleId }): OwedNotice[] => {
    const rule = procedureRule(clock.book, ruleId, dayOf(occurredAt))
    if (rule === undefined) return []
    const dueAt = dueBy(clock, rule, occurredAt)
    return [{ step: id, toWhom: to, rule: rule.id, ruleFrom: rule.effectiveFrom, dueAt }]
  })
}
