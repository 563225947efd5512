import { countTermsOver, listEndGroups, listEndingBetween, listEndingInGroup } from '#db/queries/today/due.ts'
import type { EndGroup } from '#db/queries/today/due.ts'
import type { DueKind, DueRow, DueUrgency } from '#domain/contract/today.ts'
import { DEFAULT_CLOCK_SETTINGS } from '#domain/law/clock-settings.ts'
import { expiryOf, type Obligation } from '#domain/law/due-desk.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import { dayOf, startOfDay, type Instant } from '#domain/time/instant.ts'
import { lawOf, namesFor, NO_RULE, urgencyOf, type DueDesk } from './due-desk.ts'
import { duesBeforeEnd } from './law-dues.ts'

/** Days ahead whose lines are shown one by one. */
const DAYS_AHEAD = 7
/** That a notice was sent is not recorded yet: its line leaves this many days after its day. */
const NOTICE_SHOWN_DAYS = 2
/** No notice is asked for earlier than this before an end. */
const LONGEST_NOTICE_DAYS = 31

/** Groups of ends whose line says the same. */
interface Line {
  kind: DueKind
  obligation: Obligation
  dueAt: Instant
  groups: EndGroup[]
}

function toRow(desk: DueDesk, line: Line, urgency: DueUrgency, what: string): DueRow {
  const { kind, obligation, dueAt, groups } = line
  return {
    ...lawOf(obligation),
    key: `${kind}:${obligation.rule}:${dueAt}`,
    kind,
    urgency,
    what,
    dueAt,
    count: groups.reduce((sum, group) => sum + group.count, 0),
    people: namesFor(desk, (limit) => groups.flatMap((group) => listEndingInGroup(desk.db, group, limit))),
  }
}

/** Notices that fall due in the coming week, or did in the last days, and the ends of the coming week. */
function linesOf(desk: DueDesk, groups: readonly EndGroup[]): Line[] {
  const today = dayOf(desk.now)
  const weekEnd = addDays(today, DAYS_AHEAD)
  const noticeFrom = startOfDay(addDays(today, -NOTICE_SHOWN_DAYS))
  const lines = new Map<string, Line>()
  const add = (kind: DueKind, obligation: Obligation, group: EndGroup) => {
    const key = `${kind}:${obligation.rule}:${obligation.dueAt}`
    const line = lines.get(key) ?? { kind, obligation, dueAt: obligation.dueAt, groups: [] }
    line.groups.push(group)
    lines.set(key, line)
  }
  for (const group of groups) {
    const { notice, certificate } = duesBeforeEnd(group, desk.calendar)
    if (notice && notice.dueAt >= noticeFrom && dayOf(notice.dueAt) <= weekEnd)
      add('release-notice', notice, group)
    if (certificate && group.endOn <= weekEnd) add('term-end', certificate, group)
  }
  return [...lines.values()]
}

function overRows(desk: DueDesk, today: Day): DueRow[] {
  const { count, first } = countTermsOver(desk.db, today)
  if (first === null) return []
  const people = namesFor(desk, (limit) => listEndingBetween(desk.db, first, addDays(today, -1), limit))
  const dueAt = expiryOf(first, DEFAULT_CLOCK_SETTINGS)
  const what = 'Đã hết thời hạn, chưa ghi ra về'
  return [{ ...NO_RULE, key: 'term-over', kind: 'term-over', urgency: 'late', what, dueAt, count, people }]
}

function laterRows(desk: DueDesk, today: Day, groups: readonly EndGroup[]): DueRow[] {
  const last = addDays(today, desk.releaseDays)
  const later = groups.filter(({ endOn }) => endOn > addDays(today, DAYS_AHEAD) && endOn <= last)
  const first = later[0]
  if (!first) return []
  return [
    {
      ...NO_RULE,
      key: 'ends-later',
      kind: 'ends-later',
      urgency: 'soon',
      what: `Hết thời hạn trong ${desk.releaseDays} ngày tới, sau tuần này`,
      dueAt: expiryOf(first.endOn, DEFAULT_CLOCK_SETTINGS),
      count: later.reduce((sum, group) => sum + group.count, 0),
      people: [],
    },
  ]
}

/** Ends of terms: passed without an end on record, of the coming week, their notices, and how many come later. */
export function endRows(desk: DueDesk): DueRow[] {
  const today = dayOf(desk.now)
  const horizon = addDays(today, Math.max(desk.releaseDays, DAYS_AHEAD + LONGEST_NOTICE_DAYS))
  const groups = listEndGroups(desk.db, today, horizon)
  const rows = linesOf(desk, groups).map((line) => {
    const urgency = urgencyOf(line.dueAt, desk.now)
    if (line.kind === 'term-end') return toRow(desk, line, urgency, 'Hết thời hạn, ra về: cấp giấy xác nhận')
    // Whether it was sent is not known: a passed notice is to be looked at today, not called late.
    return toRow(desk, line, urgency === 'late' ? 'today' : urgency, line.obligation.what)
  })
  return [...overRows(desk, today), ...rows, ...laterRows(desk, today, groups)]
}
