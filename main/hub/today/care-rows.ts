import { findMonth } from '#db/queries/conduct/reader.ts'
import {
  countOverduePlans,
  countWithoutReintegration,
  listOverduePlans,
  listWithoutReintegration,
} from '#db/queries/plans/reader.ts'
import { countOverFirst, listOverFirst } from '#db/queries/stages/reader.ts'
import { addToMonth, formatMonth, monthSpan } from '#domain/care/conduct.ts'
import type { DueRow } from '#domain/contract/today.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import { numberOf, procedureRule, type RuleBook } from '#domain/law/rule-book.ts'
import type { ProcedureRule } from '#domain/law/rule.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, endOfDay, startOfDay, type Instant } from '#domain/time/instant.ts'
import { firstStageOverBefore } from '../stages/reads.ts'

/** How many names a line carries. */
const NAMES_SHOWN = 3

const byRule = (rule: ProcedureRule) => ({
  duty: null,
  isUnsettled: rule.confidence === 'unsettled',
  rule: rule.id,
  article: fullCitation(rule.source),
  form: rule.form ?? null,
  note: rule.note ?? null,
})

/** What is due on the care path: stages past their length, plans not made, the rating of the last month. */
export function careRows(
  db: ReadDb,
  now: Instant,
  { book, withNames }: { book: RuleBook; withNames: boolean },
): DueRow[] {
  const today = dayOf(now)
  const namesOf = <Row extends { personId: string; name: string }>(list: (limit: number) => Row[]) =>
    withNames ? list(NAMES_SHOWN).map(({ personId, name }) => ({ personId, name })) : []
  const rows: DueRow[] = []
  const first = procedureRule(book, 'ST-1', today)
  const over = firstStageOverBefore(book, today)
  const late = over === null ? 0 : countOverFirst(db, over.startedBefore)
  if (first !== undefined && over !== null && late > 0) {
    const [longest] = listOverFirst(db, over.startedBefore, 1)
    rows.push({
      ...byRule(first),
      key: 'stage-over',
      kind: 'stage-over',
      urgency: 'late',
      what: 'Giai đoạn tiếp nhận, phân loại quá hạn',
      dueAt: longest ? startOfDay(addDays(longest.startedOn, 1)) : null,
      count: late,
      people: namesOf((limit) => listOverFirst(db, over.startedBefore, limit)),
    })
  }
  const plans = countOverduePlans(db, today)
  if (first !== undefined && plans.first !== null)
    rows.push({
      ...byRule(first),
      key: 'plan-missing',
      kind: 'plan-missing',
      urgency: 'late',
      what: 'Kế hoạch cai nghiện chưa được duyệt',
      dueAt: endOfDay(plans.first),
      count: plans.count,
      people: namesOf((limit) => listOverduePlans(db, today, limit)),
    })
  const last = procedureRule(book, 'ST-5', today)
  const days = numberOf(last)
  const until = days === undefined ? null : addDays(today, days)
  const back = until === null ? { count: 0, first: null } : countWithoutReintegration(db, today, until)
  if (last !== undefined && until !== null && days !== undefined && back.first !== null)
    rows.push({
      ...byRule(last),
      key: 'reintegration-missing',
      kind: 'plan-missing',
      urgency: 'today',
      what: 'Chưa lập kế hoạch tái hòa nhập',
      dueAt: endOfDay(addDays(back.first, -days)),
      count: back.count,
      people: namesOf((limit) => listWithoutReintegration(db, today, until, limit)),
    })
  const month = addToMonth(today.slice(0, 7), -1)
  const kept = findMonth(db, month)
  if (kept?.state === 'open')
    rows.push({
      duty: null,
      rule: null,
      article: null,
      form: null,
      note: null,
      isUnsettled: false,
      key: 'conduct-open',
      kind: 'conduct-open',
      urgency: 'soon',
      what: `Xếp loại tháng ${formatMonth(month)} chưa duyệt`,
      dueAt: endOfDay(addDays(monthSpan(month).until, 4)),
      count: kept.rated,
      people: [],
    })
  return rows
}
