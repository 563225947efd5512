import { addDays, addMonths, ageOn, type Day } from '../time/day.ts'
import type { HolidayCalendar } from '../time/holidays.ts'
import { addHours, atTime, dayOf, type Instant } from '../time/instant.ts'
import { addWorkingDays, workingDayOnOrAfter, workingDayOnOrBefore } from '../time/working-days.ts'
import type { ClockSettings } from './clock-settings.ts'
import { procedureRegime } from './regime.ts'
import { numberOf, procedureRule, rangeOf, termRule, type RuleBook } from './rule-book.ts'
import type { ProcedureRule } from './rule.ts'
import { fullCitation } from './sources.ts'
import type { StayClock, StayClockInput } from './stay-clock.ts'

/** Something the centre must do, or expects of others, by a moment. */
export interface Obligation {
  rule: string
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
  /** No stable residence, or a minor without anyone to return to: the social-protection dossier is due (DIS-07). */
  needsSocialProtection?: boolean
}

interface Due {
  at: Instant
  opensAt?: Instant
  what?: string
  note?: string
}

interface Desk {
  it: ObligationCase
  book: RuleBook
  calendar: HolidayCalendar
  settings: ClockSettings
  /** Years of age from which the law takes a person as an adult (AGE-02). */
  adultAge: number
  found: Obligation[]
}

function add(desk: Desk, rule: ProcedureRule, due: Due): void {
  const note = [due.note, rule.note].filter((text) => text !== undefined).join('. ')
  desk.found.push({
    rule: rule.id,
    what: due.what ?? rule.title,
    ...(due.opensAt === undefined ? {} : { opensAt: due.opensAt }),
    dueAt: due.at,
    article: fullCitation(rule.source),
    form: rule.form ?? null,
    ...(note === '' ? {} : { note }),
  })
}

/** A deadline that is a day, counted forward: CNT-03 moves it later where the centre has set so. */
function byDay(desk: Desk, day: Day): Instant {
  const moved = desk.settings.movePaperDeadlineOffHoliday ? workingDayOnOrAfter(day, desk.calendar) : day
  return atTime(moved, desk.settings.dayDeadlineTime)
}

/** A latest day before the end: moving it later would shorten the notice, so it moves earlier. */
function byDayBefore(desk: Desk, day: Day): Instant {
  const moved = desk.settings.movePaperDeadlineOffHoliday ? workingDayOnOrBefore(day, desk.calendar) : day
  return atTime(moved, desk.settings.dayDeadlineTime)
}

function uncoveredYear(desk: Desk, day: Day): string | undefined {
  const year = Number(day.slice(0, 4))
  if (desk.calendar.years.has(year)) return undefined
  return `Chưa có lịch nghỉ lễ năm ${year}: chỉ trừ thứ Bảy, Chủ nhật`
}

function afterReception(desk: Desk, receivedOn: Day): void {
  const stage = procedureRule(desk.book, 'ST-1', receivedOn)
  const stageDays = rangeOf(stage)?.max
  if (stage !== undefined && stageDays !== undefined) {
    const what = 'Hoàn thành giai đoạn tiếp nhận, phân loại; lập phiếu thông tin và kế hoạch cai nghiện'
    add(desk, stage, { what, at: byDay(desk, addDays(receivedOn, stageDays)) })
  }
  const notice = procedureRule(desk.book, 'IN-16', receivedOn)
  const noticeDays = numberOf(notice)
  if (desk.it.stay.track === 'voluntary' && notice !== undefined && noticeDays !== undefined) {
    const day = addWorkingDays(receivedOn, noticeDays, desk.calendar)
    add(desk, notice, { at: byDay(desk, day), note: uncoveredYear(desk, day) })
  }
}

function healthChecks(desk: Desk, receivedOn: Day, endOn: Day): void {
  let months = 0
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
    if (rule !== undefined) add(desk, rule, { at: byDay(desk, on) })
  }
}

function afterEscape(desk: Desk, at: Instant): void {
  const on = dayOf(at)
  const notice = procedureRule(desk.book, 'INC-04', on)
  const hours = numberOf(notice)
  if (notice !== undefined && hours !== undefined) {
    const what = 'Thông báo việc bỏ trốn cho Công an cấp xã nơi lập hồ sơ, kèm quyết định truy tìm'
    add(desk, notice, { what, at: addHours(at, hours) })
  }
  const leaving = procedureRule(desk.book, 'UP-03', on)
  const days = rangeOf(leaving)?.min
  if (desk.it.stay.track !== 'voluntary' || leaving === undefined || days === undefined) return
  const day = addWorkingDays(on, days, desk.calendar)
  const what = 'Người cai nghiện tự nguyện chưa trở lại: coi là tự ý chấm dứt cai nghiện'
  add(desk, leaving, { what, at: byDay(desk, day), note: uncoveredYear(desk, day) })
}

function fromEvents(desk: Desk): void {
  for (const event of desk.it.stay.events) {
    if (event.kind === 'escaped') afterEscape(desk, event.at)
    if (event.kind !== 'funeral-out') continue
    const on = dayOf(event.at)
    const rule = procedureRule(desk.book, 'LEAVE-02', on)
    const days = rangeOf(rule)?.max
    if (rule === undefined || days === undefined) continue
    const at = atTime(addDays(on, days), desk.settings.dayDeadlineTime)
    add(desk, rule, { what: 'Trở lại cơ sở sau khi về chịu tang', at })
  }
}

/** Minor who turns 18 with months left: moves to a centre for adults (L120 Điều 36.4). */
function turningAdult(desk: Desk, receivedOn: Day, endOn: Day): void {
  const { birthOn } = desk.it.stay
  if (birthOn === null || ageOn(birthOn, receivedOn) >= desk.adultAge) return
  const on = addMonths(birthOn, desk.adultAge * 12)
  const rule = procedureRule(desk.book, 'AGE-03', on)
  const months = rangeOf(rule)?.min
  if (rule === undefined || months === undefined || addMonths(on, months) > endOn) return
  const what =
    'Người chưa thành niên đủ 18 tuổi, thời hạn còn từ 03 tháng: làm thủ tục chuyển sang cơ sở cho người từ đủ 18 tuổi'
  add(desk, rule, { what, at: byDay(desk, on) })
}

interface Notice {
  rule: ProcedureRule
  at: Instant
  note?: string
}

function noticeBeforeEnd(desk: Desk, endOn: Day, expiry: Instant): Notice | undefined {
  const { stay, clock } = desk.it
  const id = stay.track === 'voluntary' ? 'DIS-02' : 'DIS-01'
  const oldTerm = clock.regime === 'R73'
  const ownDays = oldTerm ? desk.settings.r73NoticeDays : numberOf(procedureRule(desk.book, id, endOn))
  if (ownDays === undefined) return undefined
  const day = addDays(endOn, -ownDays)
  const rule = procedureRule(desk.book, id, day)
  if (rule === undefined) return undefined
  const at = desk.settings.noticeIsDate ? byDayBefore(desk, day) : addHours(expiry, -24 * ownDays)
  const open = oldTerm && procedureRegime(day) === 'R120'
  const note = open
    ? `Thời hạn theo Luật 73/2021: báo trước ${ownDays} ngày theo thiết lập của cơ sở (Q-1)`
    : undefined
  return { rule, at, ...(note === undefined ? {} : { note }) }
}

function afterCare(desk: Desk, notice: Notice, endOn: Day, expiry: Instant): void {
  const noticeOn = dayOf(notice.at)
  if (procedureRegime(noticeOn) !== 'R120') return
  const decision = procedureRule(desk.book, 'DIS-10', noticeOn)
  const days = numberOf(decision)
  if (decision === undefined || days === undefined) return
  const day = addWorkingDays(noticeOn, days, desk.calendar)
  const decidedAt = byDay(desk, day)
  const what =
    'Nhận quyết định quản lý sau cai nghiện (Công an cấp xã đề nghị, Chủ tịch UBND cấp xã quyết định)'
  add(desk, decision, { what, at: decidedAt, note: uncoveredYear(desk, day) })
  const monitoring = procedureRule(desk.book, 'DIS-12', day)
  const hours = numberOf(monitoring)
  const { birthOn } = desk.it.stay
  const adult = birthOn === null || ageOn(birthOn, endOn) >= desk.adultAge
  if (monitoring === undefined || hours === undefined || !adult) return
  const ordered = 'Nhận quyết định giám sát điện tử của Trưởng Công an cấp xã'
  add(desk, monitoring, { what: ordered, at: addHours(decidedAt, hours) })
  const fitted = 'Gắn thiết bị giám sát điện tử, lập biên bản và cam kết trước khi người cai nghiện ra về'
  add(desk, monitoring, { what: fitted, at: expiry })
}

function beforeEnd(desk: Desk, endOn: Day, expiry: Instant): void {
  const { stay } = desk.it
  const notice = noticeBeforeEnd(desk, endOn, expiry)
  if (notice !== undefined) {
    add(desk, notice.rule, notice)
    afterCare(desk, notice, endOn, expiry)
  }
  const stageDays = numberOf(procedureRule(desk.book, 'ST-5', endOn))
  if (stageDays !== undefined) {
    const day = addDays(endOn, -stageDays)
    const stage = procedureRule(desk.book, 'ST-5', day)
    const what = 'Bắt đầu giai đoạn chuẩn bị tái hòa nhập cộng đồng; lập kế hoạch tái hòa nhập'
    if (stage !== undefined) add(desk, stage, { what, at: byDayBefore(desk, day) })
  }
  const dossierDays = numberOf(procedureRule(desk.book, 'DIS-07', endOn))
  if (desk.it.needsSocialProtection === true && dossierDays !== undefined) {
    const day = addDays(endOn, -dossierDays)
    const dossier = procedureRule(desk.book, 'DIS-07', day)
    if (dossier !== undefined) add(desk, dossier, { at: byDayBefore(desk, day) })
  }
  const paper = procedureRule(desk.book, stay.track === 'voluntary' ? 'DIS-04' : 'DIS-03', endOn)
  const hours = numberOf(paper)
  if (paper !== undefined) {
    add(desk, paper, { at: expiry, ...(hours === undefined ? {} : { opensAt: addHours(expiry, -hours) }) })
  }
  for (const id of ['DIS-05', 'DIS-06']) {
    const rule = procedureRule(desk.book, id, endOn)
    const centreActs = rule !== undefined && (id === 'DIS-06' || rule.form !== undefined)
    if (centreActs) add(desk, rule, { at: expiry })
  }
}

/** The moment the term ends: the hour of expiry of its last day, in Viet Nam. */
export function expiryOf(endOn: Day, settings: ClockSettings): Instant {
  return atTime(endOn, settings.expiryTime)
}

/**
 * What the centre owes for a stay, by due moment: reception (ST-1, IN-16), health checks (DAY-06), escapes (INC-04),
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
  const desk: Desk = { it, book, calendar, settings, adultAge, found: [] }
  const receivedOn = it.receivedOn ?? stay.heldFrom ?? stay.startOn
  if (receivedOn !== null) afterReception(desk, receivedOn)
  fromEvents(desk)
  if (clock.endOn !== null && clock.state === 'running') {
    if (receivedOn !== null) {
      healthChecks(desk, receivedOn, clock.endOn)
      turningAdult(desk, receivedOn, clock.endOn)
    }
    beforeEnd(desk, clock.endOn, expiryOf(clock.endOn, settings))
  }
  return desk.found.sort((a, b) => (a.dueAt === b.dueAt ? 0 : a.dueAt < b.dueAt ? -1 : 1))
}
