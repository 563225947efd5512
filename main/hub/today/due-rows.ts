import type { ReadDb } from '#db/connection/handles.ts'
import { groupDue, listFirstOfDuty } from '#db/queries/obligations/reader.ts'
import { readClockRules } from '#db/queries/rules/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import {
  countEndsBetween,
  countTermsOver,
  countWithoutEnd,
  listEndingBetween,
  listWithoutEnd,
  type NamedPerson,
} from '#db/queries/today/due.ts'
import { DUE_URGENCIES, type DueRow, type DueUrgency } from '#domain/contract/today.ts'
import { expiryOf } from '#domain/law/due-desk.ts'
import { DUTIES } from '#domain/law/duties.ts'
import { procedureRule } from '#domain/law/rule-book.ts'
import { fullCitation } from '#domain/law/sources.ts'
import type { ClockRules } from '#domain/stay/clock-of-stay.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, endOfDay, type Instant } from '#domain/time/instant.ts'
import { hiddenDuties } from '../obligations/shown.ts'
import { careRows } from './care-rows.ts'
import { moneyRows } from './money-rows.ts'

/** How many names a line carries. */
const NAMES_SHOWN = 3
/** Days ahead that are shown. */
const DAYS_AHEAD = 7

interface DueDesk {
  db: ReadDb
  now: Instant
  rules: ClockRules
  view: DueView
}

/** Who looks: those without names see how many, those who keep no list of their own see all lists. */
interface DueView {
  roles: readonly Role[]
  withNames: boolean
}

/** Roles that look over the whole house. */
const OVERSEERS: readonly Role[] = ['director', 'inspector', 'reporter']

const NO_RULE = { duty: null, rule: null, article: null, form: null, note: null, isUnsettled: false }

function namesFor({ view }: DueDesk, list: (limit: number) => NamedPerson[]): NamedPerson[] {
  return view.withNames ? list(NAMES_SHOWN) : []
}

/** From when to when each group of lines reaches; what is late is never under today. */
function windows(now: Instant): [DueUrgency, from: Instant, to: Instant][] {
  const tonight = endOfDay(dayOf(now))
  return [
    ['late', '', now],
    ['today', now, tonight],
    ['soon', tonight, endOfDay(addDays(dayOf(now), DAYS_AHEAD))],
  ]
}

/** What is owed, from the list of obligations: one line per duty and group. */
function dutyRows(desk: DueDesk): DueRow[] {
  const { db, now, view, rules } = desk
  const seesAll = view.roles.some((role) => OVERSEERS.includes(role))
  const hidden = new Set(hiddenDuties(view.roles))
  return windows(now).flatMap(([urgency, from, to]) =>
    groupDue(db, from, to)
      .filter(({ duty, role }) => !hidden.has(duty) && (seesAll || view.roles.includes(role)))
      .flatMap(({ duty, count, first: dueAt }): DueRow[] => {
        const people = listFirstOfDuty(db, duty, from, to, NAMES_SHOWN)
        const [head] = people
        if (head === undefined || dueAt === null) return []
        const rule = procedureRule(rules.book, head.rule, dayOf(dueAt))
        return [
          {
            key: `${duty}:${urgency}`,
            kind: 'obligation',
            duty,
            urgency,
            what: count === 1 ? head.what : DUTIES[duty].label,
            rule: head.rule,
            article: rule === undefined ? null : fullCitation(rule.source),
            form: rule?.form ?? null,
            note: rule?.note ?? null,
            isUnsettled: rule?.confidence === 'unsettled',
            dueAt,
            count,
            people: namesFor(desk, () => people.map((row) => ({ personId: row.person_id, name: row.name }))),
          },
        ]
      }),
  )
}

function overRows(desk: DueDesk): DueRow[] {
  const today = dayOf(desk.now)
  const { count, first } = countTermsOver(desk.db, today)
  if (first === null) return []
  const people = namesFor(desk, (limit) => listEndingBetween(desk.db, first, addDays(today, -1), limit))
  const dueAt = expiryOf(first, desk.rules.settings)
  const what = 'Đã hết thời hạn, chưa ghi ra về'
  return [{ ...NO_RULE, key: 'term-over', kind: 'term-over', urgency: 'late', what, dueAt, count, people }]
}

function laterRows(desk: DueDesk): DueRow[] {
  const days = readSetting(desk.db, 'today.release-days')
  const today = dayOf(desk.now)
  const { count, first } = countEndsBetween(desk.db, addDays(today, DAYS_AHEAD + 1), addDays(today, days))
  if (first === null) return []
  const what = `Hết thời hạn trong ${days} ngày tới, sau tuần này`
  const dueAt = expiryOf(first, desk.rules.settings)
  return [
    { ...NO_RULE, key: 'ends-later', kind: 'ends-later', urgency: 'soon', what, dueAt, count, people: [] },
  ]
}

function incompleteRows(desk: DueDesk): DueRow[] {
  const count = countWithoutEnd(desk.db)
  if (count === 0) return []
  const what = 'Chưa tính được ngày hết hạn: bổ sung quyết định, ngày bắt đầu hoặc thời hạn'
  const people = namesFor(desk, (limit) => listWithoutEnd(desk.db, limit))
  const line = { key: 'clock-unknown', kind: 'clock-unknown', urgency: 'file', dueAt: null } as const
  return [{ ...NO_RULE, ...line, what, count, people }]
}

function byUrgency(a: DueRow, b: DueRow): number {
  if (a.urgency !== b.urgency) return DUE_URGENCIES.indexOf(a.urgency) - DUE_URGENCIES.indexOf(b.urgency)
  const [left, right] = [a.dueAt ?? '', b.dueAt ?? '']
  return left === right ? 0 : left < right ? -1 : 1
}

/** What is due for the people on the roll and waits for the viewer, the most pressing first. */
export function dueRows(db: ReadDb, now: Instant, view: DueView): DueRow[] {
  const desk: DueDesk = { db, now, rules: readClockRules(db), view }
  const { book } = desk.rules
  const money = can(view.roles, 'deposit.read') ? moneyRows(db, now, { ...view, book }) : []
  const care = can(view.roles, 'care.edit') ? careRows(db, now, { book, withNames: view.withNames }) : []
  return [
    ...dutyRows(desk),
    ...money,
    ...care,
    ...overRows(desk),
    ...laterRows(desk),
    ...incompleteRows(desk),
  ].toSorted(byUrgency)
}
