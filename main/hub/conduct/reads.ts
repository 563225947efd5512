import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import {
  countConductFacts,
  countRatable,
  findMonth,
  lastApprovedMonth,
  listMonths,
  listRatable,
  listRatings,
  type ConductMonthRow,
} from '#db/queries/conduct/reader.ts'
import { listDecidedCases } from '#db/queries/conduct-cases/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { findCareStay } from '#db/queries/stages/reader.ts'
import {
  addToMonth,
  monthSpan,
  proposeConduct,
  reductionOutlook,
  type ConductProposal,
  type Month,
} from '#domain/care/conduct.ts'
import type { conductContract, ConductMonth } from '#domain/contract/conduct.ts'
import { AppError } from '#domain/errors.ts'
import { numberOf, procedureRule, rangeOf, type RuleBook } from '#domain/law/rule-book.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf, startOfDay, type Instant } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'

const MONTHS_SHOWN = 24

function shownMonth(row: ConductMonthRow, names: ReadonlyMap<string, string>): ConductMonth {
  return {
    month: row.month,
    state: row.state,
    rated: row.rated,
    approvedBy: row.approved_by === null ? null : (names.get(row.approved_by) ?? row.approved_by),
    approvedAt: row.approved_at,
    reopenReason: row.state === 'open' ? row.reopen_reason : null,
    version: row.version,
  }
}

/** The month that may be opened next: the one after the newest, once it has begun; the last one in a new centre. */
export function openableMonth(newest: Month | undefined, today: Day): Month | null {
  const current = today.slice(0, 7)
  if (newest === undefined) return addToMonth(current, -1)
  const next = addToMonth(newest, 1)
  return next <= current ? next : null
}

/** What is proposed for somebody's month. */
export function proposalFor(
  db: ReadDb,
  book: RuleBook,
  who: { stayId: string; receivedAt: Instant },
  month: Month,
): ConductProposal {
  const { from, until } = monthSpan(month)
  const facts = countConductFacts(db, who.stayId, { from: startOfDay(from), until: startOfDay(until) })
  const cases = listDecidedCases(db, who.stayId, { from, until })
  return proposeConduct({ ...facts, cases, receivedOn: dayOf(who.receivedAt) }, month, book)
}

function measuresOf(book: RuleBook, month: Month) {
  const { from } = monthSpan(month)
  const absence = procedureRule(book, 'CON-01', from)
  const days = procedureRule(book, 'CON-02', from)
  const range = rangeOf(absence)
  return [
    ...(absence === undefined
      ? []
      : [
          {
            rule: 'CON-01',
            title: absence.title,
            value: `từ ${range?.min}: khá; từ ${range?.max}: trung bình`,
          },
        ]),
    ...(days === undefined ? [] : [{ rule: 'CON-02', title: days.title, value: `${numberOf(days)} ngày` }]),
    ...['CON-04a', 'CON-04b', 'CON-04c', 'CON-05'].flatMap((id) => {
      const rule = procedureRule(book, id, from)
      if (rule === undefined) return []
      const { title, value } = rule
      return [{ rule: id, title, value: typeof value === 'string' ? value : `${numberOf(rule) ?? 0} mức` }]
    }),
  ]
}

export const conductReads: ReadUseCases<typeof conductContract> = {
  months: (db, { now }) => {
    const rows = listMonths(db, MONTHS_SHOWN)
    const names = actorNames(db, [
      ...new Set(rows.flatMap(({ approved_by: by }) => (by === null ? [] : [by]))),
    ])
    return {
      months: rows.map((row) => shownMonth(row, names)),
      openable: openableMonth(rows[0]?.month, dayOf(now)),
    }
  },
  grid: (db, _context, { month, zones, teams, cursor, limit }) => {
    const book = readRuleBook(db)
    const query = { until: startOfDay(monthSpan(month).until), zones, teams }
    const at = cursor?.lastIndexOf(' ') ?? -1
    const after = cursor === null ? null : { key: cursor.slice(0, at), id: cursor.slice(at + 1) }
    const found = listRatable(db, query, month, { after, limit })
    const kept = findMonth(db, month)
    const staff = found.flatMap(({ rated_by: by }) => (by === null ? [] : [by]))
    const approver = kept?.approved_by ?? null
    const names = actorNames(db, [...new Set(approver === null ? staff : [...staff, approver])])
    const last = found.at(-1)
    return {
      month: kept ? shownMonth(kept, names) : null,
      rows: found.map((row) => {
        const { stayId, personId, name, birthOn, track, state, zoneName, bedCode, receivedAt } = row
        const proposal = proposalFor(db, book, { stayId, receivedAt: receivedAt ?? '' }, month)
        return {
          stayId,
          personId,
          name,
          birthOn,
          track,
          state,
          zoneName,
          bedCode,
          proposed: proposal.rating,
          reasons: proposal.reasons,
          rating: row.rating,
          reason: row.reason,
          ratedBy: row.rated_by === null ? null : (names.get(row.rated_by) ?? row.rated_by),
          version: row.version,
        }
      }),
      next: last && found.length === limit ? `${last.sortKey} ${last.stayId}` : null,
      ...countRatable(db, query, month),
      measures: measuresOf(book, month),
    }
  },
  ofStay: (db, _context, { stayId }) => {
    const stay = findCareStay(db, stayId)
    if (!stay) throw new AppError('not_found')
    const rows = listRatings(db, stayId)
    const names = actorNames(db, [...new Set(rows.map((row) => row.rated_by))])
    const approved = new Map(
      rows.filter(({ state }) => state === 'approved').map(({ month, rating }) => [month, rating]),
    )
    return {
      ratings: rows.map((row) => ({
        month: row.month,
        rating: row.rating,
        proposed: row.proposed,
        reason: row.reason,
        isApproved: row.state === 'approved',
        ratedBy: names.get(row.rated_by) ?? row.rated_by,
      })),
      outlook: reductionOutlook(approved, lastApprovedMonth(db), stay.term_regime, readRuleBook(db)),
    }
  },
}
