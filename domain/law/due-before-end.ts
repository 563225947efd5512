import { addDays, ageOn, type Day } from '../time/day.ts'
import { addHours, dayOf, type Instant } from '../time/instant.ts'
import { needsSocialProtection } from '../stay/return-place.ts'
import { addWorkingDays } from '../time/working-days.ts'
import { add, byDay, byDayBefore, uncoveredYear, type DueDesk } from './due-desk.ts'
import { procedureRegime } from './regime.ts'
import { numberOf, procedureRule } from './rule-book.ts'
import type { ProcedureRule } from './rule.ts'

interface Notice {
  duty: 'DIS-01' | 'DIS-02'
  triggerAt: Instant
  rule: ProcedureRule
  at: Instant
  note?: string
}

function noticeBeforeEnd(desk: DueDesk, endOn: Day, expiry: Instant): Notice | undefined {
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
  return { duty: id, triggerAt: expiry, rule, at, ...(note === undefined ? {} : { note }) }
}

function isAdultOn(desk: DueDesk, on: Day): boolean {
  const { birthOn } = desk.it.stay
  return birthOn === null || ageOn(birthOn, on) >= desk.adultAge
}

function afterCare(desk: DueDesk, notice: Notice, endOn: Day, expiry: Instant): void {
  const noticeOn = dayOf(notice.at)
  if (procedureRegime(noticeOn) !== 'R120') return
  const decision = procedureRule(desk.book, 'DIS-10', noticeOn)
  const days = numberOf(decision)
  if (decision === undefined || days === undefined) return
  const day = addWorkingDays(noticeOn, days, desk.calendar)
  const decidedAt = byDay(desk, day)
  const what =
    'Nhận quyết định quản lý sau cai nghiện (Công an cấp xã đề nghị, Chủ tịch UBND cấp xã quyết định)'
  add(desk, decision, {
    duty: 'DIS-10',
    triggerAt: notice.at,
    what,
    at: decidedAt,
    note: uncoveredYear(desk, day),
  })
  const monitoring = procedureRule(desk.book, 'DIS-12', day)
  const hours = numberOf(monitoring)
  if (monitoring === undefined || hours === undefined || !isAdultOn(desk, endOn)) return
  const ordered = 'Nhận quyết định giám sát điện tử của Trưởng Công an cấp xã'
  add(desk, monitoring, {
    duty: 'DIS-12/ordered',
    triggerAt: decidedAt,
    what: ordered,
    at: addHours(decidedAt, hours),
  })
  const fitted = 'Gắn thiết bị giám sát điện tử, lập biên bản và cam kết trước khi người cai nghiện ra về'
  add(desk, monitoring, { duty: 'DIS-12/fitted', triggerAt: expiry, what: fitted, at: expiry })
}

/**
 * Who has no stable residence registers where they will live before the notice is sent, which goes to the police of
 * that place (DIS-11, L120 Điều 42.3); some go into social protection (DIS-07, D163 Điều 124).
 */
function returning(desk: DueDesk, endOn: Day, expiry: Instant, noticeAt: Instant): void {
  const place = desk.it.returnPlace ?? null
  if (place?.residence !== 'none') return
  const registering = procedureRule(desk.book, 'DIS-11', endOn)
  if (registering !== undefined) {
    const what = 'Người không có nơi cư trú ổn định đăng ký nơi sẽ về; báo Công an cấp xã nơi đó'
    add(desk, registering, { duty: 'DIS-11', triggerAt: expiry, what, at: noticeAt })
  }
  const days = numberOf(procedureRule(desk.book, 'DIS-07', endOn))
  if (days === undefined || !needsSocialProtection(place, isAdultOn(desk, endOn))) return
  const day = addDays(endOn, -days)
  const dossier = procedureRule(desk.book, 'DIS-07', day)
  if (dossier !== undefined)
    add(desk, dossier, { duty: 'DIS-07', triggerAt: expiry, at: byDayBefore(desk, day) })
}

/** The way to release: notice, last stage, papers of the end (ST-5, DIS-01..07, DIS-10..12). */
export function dueBeforeEnd(desk: DueDesk, endOn: Day, expiry: Instant): void {
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
    if (stage !== undefined)
      add(desk, stage, { duty: 'ST-5', triggerAt: expiry, what, at: byDayBefore(desk, day) })
  }
  returning(desk, endOn, expiry, notice?.at ?? expiry)
  const certificate = stay.track === 'voluntary' ? 'DIS-04' : 'DIS-03'
  const paper = procedureRule(desk.book, certificate, endOn)
  const hours = numberOf(paper)
  if (paper !== undefined) {
    add(desk, paper, {
      duty: certificate,
      triggerAt: expiry,
      at: expiry,
      ...(hours === undefined ? {} : { opensAt: addHours(expiry, -hours) }),
    })
  }
  for (const id of ['DIS-05', 'DIS-06'] as const) {
    const rule = procedureRule(desk.book, id, endOn)
    const centreActs = rule !== undefined && (id === 'DIS-06' || rule.form !== undefined)
    if (centreActs) add(desk, rule, { duty: id, triggerAt: expiry, at: expiry })
  }
}
