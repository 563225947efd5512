import type { ReadDb } from '#db/connection/handles.ts'
import { keptWhileUnchanged } from '#db/connection/kept-while-unchanged.ts'
import { bagsOfGone } from '#db/queries/belongings/bags.ts'
import { listOwedAfterLeaving, sumBalances } from '#db/queries/ledger/balances.ts'
import type { DueRow } from '#domain/contract/today.ts'
import { procedureRule, type RuleBook } from '#domain/law/rule-book.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { dayOf, endOfDay, type Instant } from '#domain/time/instant.ts'
import { cashBox } from '../ledger/cash-box.ts'

const NAMES_SHOWN = 3

/** What is owed of money and things, and a cash box left open. `withNames`: whether the viewer sees people. */
export function moneyRows(db: ReadDb, now: Instant, view: { book: RuleBook; withNames: boolean }): DueRow[] {
  const rule = procedureRule(view.book, 'DIS-06', dayOf(now))
  const law = {
    duty: null,
    rule: rule?.id ?? null,
    article: rule === undefined ? null : fullCitation(rule.source),
    form: null,
    note: null,
    isUnsettled: false,
  }
  const rows: DueRow[] = []
  const { owed, owedTo, bags } = keptWhileUnchanged(db, 'left behind', () => ({
    owed: sumBalances(db, { group: 'left', zones: [], below: null, withMoney: true }),
    owedTo: listOwedAfterLeaving(db, NAMES_SHOWN),
    bags: bagsOfGone(db, NAMES_SHOWN),
  }))
  const [first] = owedTo
  if (first) {
    rows.push({
      ...law,
      key: 'deposit-owed',
      kind: 'deposit-owed',
      urgency: 'late',
      what: 'Chưa trả tiền lưu ký cho người đã ra',
      dueAt: first.endedAt ?? now,
      count: owed.people,
      people: view.withNames ? owedTo.map(({ personId, name }) => ({ personId, name })) : [],
    })
  }
  if (bags.first !== null) {
    rows.push({
      ...law,
      key: 'bags-due',
      kind: 'bags-due',
      urgency: 'late',
      what: 'Chưa trả tư trang cho người đã ra',
      dueAt: bags.first,
      count: bags.bags,
      people: view.withNames ? bags.people : [],
    })
  }
  const box = cashBox(db, now)
  if (box.isOverdue && box.since !== null) {
    const dueAt = endOfDay(box.since)
    const what = 'Chưa khóa sổ quỹ lưu ký'
    const own = { ...law, rule: null, article: null, note: null }
    rows.push({
      ...own,
      key: 'cash-open',
      kind: 'cash-open',
      urgency: 'late',
      what,
      dueAt,
      count: 1,
      people: [],
    })
  }
  return rows
}
