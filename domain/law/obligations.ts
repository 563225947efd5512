import { addDays, addMonths, ageOn, type Day } from '../time/day.ts'
import type { HolidayCalendar } from '../time/holidays.ts'
import { addHours, atTime, dayOf, formatInstant, startOfDay, type Instant } from '../time/instant.ts'
import { addWorkingDays } from '../time/working-days.ts'
import type { ClockSettings } from './clock-settings.ts'
import { dueBeforeEnd } from './due-before-end.ts'
import {
  add,
  byDay,
  expiryOf,
  uncoveredYear,
  type DueDesk,
  type Obligation,
  type ObligationCase,
} from './due-desk.ts'
import { numberOf, procedureRule, rangeOf, termRule, type RuleBook } from './rule-book.ts'

function afterReception(desk: DueDesk, receivedOn: Day): void {
  const stage = procedureRule(desk.book, 'ST-1', receivedOn)
  const stageDays = rangeOf(stage)?.max
  if (stage !== undefined && stageDays !== undefined) {
    const what = 'Hoàn thành giai đoạn tiếp nhận, phân loại; lập phiếu thông tin và kế hoạch cai nghiện'
    add(desk, stage, {
      duty: 'ST-1',
      triggerAt: startOfDay(receivedOn),
      what,
      at: byDay(desk, addDays(receivedOn, stageDays)),
    })
  }
  const notice = procedureRule(desk.book, 'IN-16', receivedOn)
  const noticeDays = numberOf(notice)
  if (desk.it.stay.track === 'voluntary' && notice !== undefined && noticeDays !== undefined) {
    const day = addWorkingDays(receivedOn, noticeDays, desk.calendar)
    add(desk, notice, {
      duty: 'IN-16',
      triggerAt: startOfDay(receivedOn),
      at: byDay(desk, day),
      note: uncoveredYear(desk, day),
    })
  }
}

function healthChecks(desk: DueDesk, receivedOn: Day, endOn: Day): void {
  let months = 0
  let count = 0
  for (;;) {
    const last = addMonths(receivedOn, months)
    const step = numberOf(procedureRule(desk.book, 'DAY-06', last))
    if (step === undefined || step < 1) return
    // A check that falls under the newer law follows its cycle, counted from the last check.
    const then = procedureRule(desk.book, 'DAY-06', addMonths(receivedOn, months + step))
    const cycle = numberOf(then) ?? step
    months += Math.max(step, cycle)
    const on = addMonths(receivedOn, months)
    if (on > endOn) return
    const rule = procedureRule(desk.book, 'DAY-06', on)
    count += 1
    const triggerAt = startOfDay(last)
    if (rule !== undefined)
      add(desk, rule, { duty: 'DAY-06', anchor: String(count), triggerAt, at: byDay(desk, on) })
  }
}

function afterEscape(desk: DueDesk, at: Instant): void {
  const on = dayOf(at)
  const notice = procedureRule(desk.book, 'INC-04', on)
  const hours = numberOf(notice)
  if (notice !== undefined && hours !== undefined) {
    const what = 'Thông báo việc bỏ trốn cho Công an cấp xã nơi lập hồ sơ, kèm quyết định truy tìm'
    const dueAt = addHours(at, hours)
    const back = desk.it.stay.events.find(
      (event) => event.kind === 'recovered' && event.at > at && event.at <= dueAt,
    )
    // The escape is told of, not the absence: who is back within the hours is told of all the same.
    const note = back && `Đã trở lại lúc ${formatInstant(back.at)}; việc bỏ trốn vẫn phải thông báo`
    add(desk, notice, { duty: 'INC-04', anchor: at, triggerAt: at, what, at: dueAt, note })
  }
  const leaving = procedureRule(desk.book, 'UP-03', on)
  const days = rangeOf(leaving)?.min
  if (desk.it.stay.track !== 'voluntary' || leaving === undefined || days === undefined) return
  const day = addWorkingDays(on, days, desk.calendar)
  const dueAt = byDay(desk, day)
  if (desk.it.stay.events.some(({ kind, at: back }) => kind === 'recovered' && back > at && back <= dueAt))
    return
  const what = 'Người cai nghiện tự nguyện chưa trở lại: coi là tự ý chấm dứt cai nghiện'
  add(desk, leaving, {
    duty: 'UP-03',
    anchor: at,
    triggerAt: at,
    what,
    at: dueAt,
    note: uncoveredYear(desk, day),
  })
  const told = procedureRule(desk.book, 'INC-07', on)
  const toldDays = numberOf(told)
  if (told === undefined || toldDays === undefined) return
  const toldOn = addWorkingDays(day, toldDays, desk.calendar)
  add(desk, told, {
    duty: 'INC-07',
    anchor: at,
    triggerAt: dueAt,
    what: 'Thông báo Ủy ban nhân dân cấp xã việc tự ý chấm dứt cai nghiện',
    at: byDay(desk, toldOn),
    note: uncoveredYear(desk, toldOn),
  })
}

function fromEvents(desk: DueDesk): void {
  for (const event of desk.it.stay.events) {
    if (event.kind === 'escaped') afterEscape(desk, event.at)
    if (event.kind !== 'funeral-out') continue
    const on = dayOf(event.at)
    const rule = procedureRule(desk.book, 'LEAVE-02', on)
    const days = rangeOf(rule)?.max
    if (rule === undefined || days === undefined) continue
    const at = atTime(addDays(on, days), desk.settings.dayDeadlineTime)
    add(desk, rule, {
      duty: 'LEAVE-02',
      anchor: event.at,
      triggerAt: event.at,
      what: 'Trở lại cơ sở sau khi về chịu tang',
      at: event.until ?? at,
    })
  }
}

/** Minor who turns 18 with months left: moves to a centre for adults (L120 Điều 36.4). */
function turningAdult(desk: DueDesk, receivedOn: Day, endOn: Day): void {
  const { birthOn } = desk.it.stay
  if (birthOn === null || ageOn(birthOn, receivedOn) >= desk.adultAge) return
  const on = addMonths(birthOn, desk.adultAge * 12)
  const rule = procedureRule(desk.book, 'AGE-03', on)
  const months = rangeOf(rule)?.min
  if (rule === undefined || months === undefined || addMonths(on, months) > endOn) return
  const what =
    'Người chưa thành niên đủ 18 tuổi, thời hạn còn từ 03 tháng: làm thủ tục chuyển sang cơ sở cho người từ đủ 18 tuổi'
  add(desk, rule, { duty: 'AGE-03', triggerAt: startOfDay(on), what, at: byDay(desk, on) })
}

/**
 * What the centre owes for a stay, by due moment: reception (ST-1, IN-16), health checks (DAY-06), escapes (INC-04, UP-03, INC-07),
 * funeral leave (LEAVE-02), turning 18 (L120 Điều 36.4) and the way to release (ST-5, DIS-01..07, DIS-10, DIS-12).
 * Each rule is the one in force on the day of its act, whatever law fixed the term; what depends on the end is
 * left out while the clock has none.
 */
export function obligationsOf(
  it: ObligationCase,
  book: RuleBook,
  calendar: HolidayCalendar,
  settings: ClockSettings,
): Obligation[] {
  const { stay, clock } = it
  const adultAge = numberOf(termRule(book, 'AGE-02', clock.regime ?? 'R120')) ?? 0
  const desk: DueDesk = { it, book, calendar, settings, adultAge, found: [] }
  const receivedOn = it.receivedOn ?? stay.heldFrom ?? stay.startOn
  if (receivedOn !== null) afterReception(desk, receivedOn)
  fromEvents(desk)
  if (clock.endOn !== null && clock.state === 'running') {
    if (receivedOn !== null) {
      healthChecks(desk, receivedOn, clock.endOn)
      turningAdult(desk, receivedOn, clock.endOn)
    }
    dueBeforeEnd(desk, clock.endOn, expiryOf(clock.endOn, settings))
  }
  return desk.found.sort((a, b) => (a.dueAt === b.dueAt ? 0 : a.dueAt < b.dueAt ? -1 : 1))
}
