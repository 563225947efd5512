import type { ReadDb } from '#db/connection/handles.ts'
import { listHolidays } from '#db/queries/centre/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { countReviewsDue, listReviewsDue } from '#db/queries/alerts/reader.ts'
import {
  countAwaitingBed,
  countOverduePapers,
  countWithoutEnd,
  listAwaitingBed,
  listOverduePapers,
  listWithoutEnd,
} from '#db/queries/today/due.ts'
import { DUE_URGENCIES, type DueRow } from '#domain/contract/today.ts'
import { addDays } from '#domain/time/day.ts'
import { buildCalendar } from '#domain/time/holidays.ts'
import { addHours, dayOf, endOfDay, startOfDay, type Instant } from '#domain/time/instant.ts'
import { escapeRows, overdueRows } from './absence-rows.ts'
import { namesFor, NO_RULE, urgencyOf, type DueDesk } from './due-desk.ts'
import { endRows } from './end-rows.ts'

const BED_WITHIN_HOURS = 24

function awaitingRows(desk: DueDesk): DueRow[] {
  const before = addHours(desk.now, -BED_WITHIN_HOURS)
  const { count, first } = countAwaitingBed(desk.db, before)
  if (first === null) return []
  const people = namesFor(desk, (limit) => listAwaitingBed(desk.db, before, limit))
  const dueAt = addHours(first, BED_WITHIN_HOURS)
  const what = `Chờ xếp giường quá ${BED_WITHIN_HOURS} giờ`
  return [
    { ...NO_RULE, key: 'awaiting-bed', kind: 'awaiting-bed', urgency: 'late', what, dueAt, count, people },
  ]
}

function alertRows(desk: DueDesk): DueRow[] {
  const today = dayOf(desk.now)
  const { people: count, first } = countReviewsDue(desk.db, today)
  if (first === null) return []
  const people = namesFor(desk, (limit) => listReviewsDue(desk.db, today, limit))
  const dueAt = endOfDay(first)
  const urgency = urgencyOf(dueAt, desk.now) === 'late' ? 'late' : 'today'
  const what = 'Cảnh báo đến hạn xem lại'
  return [{ ...NO_RULE, key: 'alert-review', kind: 'alert-review', urgency, what, dueAt, count, people }]
}

function incompleteRows(desk: DueDesk): DueRow[] {
  const count = countWithoutEnd(desk.db)
  if (count === 0) return []
  const what = 'Chưa tính được ngày hết hạn: bổ sung quyết định, ngày bắt đầu hoặc thời hạn'
  const people = namesFor(desk, (limit) => listWithoutEnd(desk.db, limit))
  return [
    {
      ...NO_RULE,
      key: 'clock-unknown',
      kind: 'clock-unknown',
      urgency: 'file',
      what,
      dueAt: null,
      count,
      people,
    },
  ]
}

function paperRows(desk: DueDesk): DueRow[] {
  const today = dayOf(desk.now)
  const { count, papers, first } = countOverduePapers(desk.db, today)
  if (first === null) return []
  const people = namesFor(desk, (limit) => listOverduePapers(desk.db, today, limit))
  const what = papers === 1 ? 'Giấy tờ quá hạn bổ sung' : `${papers} giấy tờ quá hạn bổ sung`
  const dueAt = startOfDay(addDays(first, 1))
  return [{ ...NO_RULE, key: 'papers', kind: 'papers-overdue', urgency: 'late', what, dueAt, count, people }]
}

function byUrgency(a: DueRow, b: DueRow): number {
  if (a.urgency !== b.urgency) return DUE_URGENCIES.indexOf(a.urgency) - DUE_URGENCIES.indexOf(b.urgency)
  const [left, right] = [a.dueAt ?? '', b.dueAt ?? '']
  return left === right ? 0 : left < right ? -1 : 1
}

/** Everything due for the people on the roll, the most pressing first. `overdueOut`: people out and not back in time. */
export function dueRows(
  db: ReadDb,
  now: Instant,
  view: { withNames: boolean; withPapers: boolean; overdueOut: number },
): DueRow[] {
  const year = Number(dayOf(now).slice(0, 4))
  const desk: DueDesk = {
    db,
    now,
    calendar: buildCalendar([...listHolidays(db, year), ...listHolidays(db, year + 1)]),
    releaseDays: readSetting(db, 'today.release-days'),
    withNames: view.withNames,
  }
  return [
    ...overdueRows(desk, view.overdueOut),
    ...escapeRows(desk),
    ...endRows(desk),
    ...awaitingRows(desk),
    ...(view.withPapers ? paperRows(desk) : []),
    ...alertRows(desk),
    ...incompleteRows(desk),
  ].toSorted(byUrgency)
}
