import { listEscapedSince, listOverdueOut } from '#db/queries/today/due.ts'
import type { DueRow } from '#domain/contract/today.ts'
import { OUT_KIND_LABELS, type OutKind } from '#domain/custody/event-kinds.ts'
import { addHours } from '#domain/time/instant.ts'
import { lawOf, namesFor, NO_RULE, urgencyOf, type DueDesk } from './due-desk.ts'
import { duesAfterEscape } from './law-dues.ts'

/** People overdue who get a line each; the others share one. */
const OVERDUE_SHOWN = 10
const ESCAPES_LOOKED_AT = 50
/** Five working days can take this long over Tết. */
const ESCAPE_DAYS = 20
/** That a notice was sent is not recorded yet: its line leaves this many hours after its moment. */
const SHOWN_AFTER_DUE_HOURS = 48

function overdueText(kind: OutKind | 'suspended'): string {
  if (kind === 'suspended') return 'Hết hạn tạm đình chỉ, chưa trở lại'
  return `Quá giờ trở lại: ${OUT_KIND_LABELS[kind].toLocaleLowerCase('vi')}`
}

/** People out who are not back at the hour that was set; `total` of them. */
export function overdueRows(desk: DueDesk, total: number): DueRow[] {
  if (total === 0) return []
  const shown = listOverdueOut(desk.db, desk.now, OVERDUE_SHOWN)
  const line = { kind: 'out-overdue', urgency: 'late', ...NO_RULE } as const
  const rows = shown.map(({ personId, name, kind, until }, index): DueRow => ({
    ...line,
    key: `out-overdue:${until}:${index}`,
    what: overdueText(kind),
    dueAt: until,
    count: 1,
    people: namesFor(desk, () => [{ personId, name }]),
  }))
  const others = total - shown.length
  const last = shown.at(-1)
  if (others > 0 && last) {
    const what = 'Những người khác quá giờ trở lại'
    rows.push({ ...line, key: 'out-overdue:others', what, dueAt: last.until, count: others, people: [] })
  }
  return rows
}

/** What the law asks for after the escapes of the last days. */
export function escapeRows(desk: DueDesk): DueRow[] {
  const since = addHours(desk.now, -24 * ESCAPE_DAYS)
  const forgetBefore = addHours(desk.now, -SHOWN_AFTER_DUE_HOURS)
  return listEscapedSince(desk.db, since, ESCAPES_LOOKED_AT).flatMap((row, index) => {
    const person = { personId: row.person_id, name: row.name }
    const escape = { track: row.track, regime: row.term_regime, at: row.since_at }
    return duesAfterEscape(escape, desk.calendar)
      .filter(({ dueAt }) => dueAt >= forgetBefore)
      .map((obligation): DueRow => ({
        ...lawOf(obligation),
        key: `after-escape:${obligation.rule}:${row.since_at}:${index}`,
        kind: 'after-escape',
        urgency: urgencyOf(obligation.dueAt, desk.now),
        what: obligation.what,
        dueAt: obligation.dueAt,
        count: 1,
        people: namesFor(desk, () => [person]),
      }))
  })
}
