import { actorNames } from '#db/queries/audit/reader.ts'
import {
  countOutNow,
  countWaitingOutings,
  findOuting,
  listDueBack,
  listExtensions,
  listOutings,
  listOutingsOfPerson,
  listOutNow,
  listPlanned,
  listUncheckedFunerals,
  listWaitingOutings,
  NO_UNTIL,
} from '#db/queries/goings-out/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { goingsOutContract } from '#domain/contract/goings-out.ts'
import type { OutKind } from '#domain/custody/event-kinds.ts'
import { AppError } from '#domain/errors.ts'
import { clockEffect } from '#domain/goings-out/clock-effect.ts'
import { decisionDue, latestFuneralReturn } from '#domain/goings-out/judge-outing.ts'
import { OUTING_RULES, type OutingKind } from '#domain/goings-out/outing-kinds.ts'
import { addDays, daysBetween } from '#domain/time/day.ts'
import { addHours, dayOf, endOfDay, startOfDay } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { readOutingStay, requestOf, requestProblems, rulesInWords } from './judge.ts'
import { hospitalLines, outingLines } from './lines.ts'
import { outNowLine } from './out-now.ts'

const WAITING_SHOWN = 500
/** A check after a funeral is asked for so long. */
const CHECK_DAYS = 60
const CALENDAR_DAYS = 62
const CALENDAR_ENTRIES = 2000

function kindOfOut(outKind: OutKind | null, isSuspended: boolean): OutingKind {
  return isSuspended ? 'suspension' : (outKind ?? 'other')
}

function cursorParts(cursor: string | null): [string, string] | null {
  if (cursor === null) return null
  const [, first, second] = /^(\S+) (\S+)$/.exec(cursor) ?? []
  if (first === undefined || second === undefined) throw new AppError('invalid_input')
  return [first, second]
}

export const goingsOutReads: ReadUseCases<typeof goingsOutContract> = {
  now: (db, context, { cursor, limit, ...filter }) => {
    const after = cursorParts(cursor)
    const found = listOutNow(db, {
      ...filter,
      now: context.now,
      after: after && { until: after[0], stayId: after[1] },
      limit: limit + 1,
    })
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return {
      rows: rows.map((row) => outNowLine(db, context, row)),
      next: found.length > limit && last ? `${last.out_until ?? NO_UNTIL} ${last.stay_id}` : null,
    }
  },
  figures: (db, context) => {
    const owed = listUncheckedFunerals(db, checksSince(context.now), WAITING_SHOWN)
    const owesCheck = outingLines(db, context, owed).filter((outing) => outing.owesCheck).length
    return {
      out: countOutNow(db, context.now).map((row) => ({
        kind: row.is_suspended === 1 ? ('suspended' as const) : (row.out_kind ?? ('other' as const)),
        count: row.count,
        overdue: row.overdue,
      })),
      ...countWaitingOutings(db),
      owesCheck,
      needsTwo: readSetting(db, 'goings-out.needs-two'),
    }
  },
  waiting: (db, context) => ({ rows: outingLines(db, context, listWaitingOutings(db, WAITING_SHOWN)) }),
  toCheck: (db, context) => {
    const rows = listUncheckedFunerals(db, checksSince(context.now), WAITING_SHOWN)
    return { rows: outingLines(db, context, rows).filter((outing) => outing.owesCheck) }
  },
  history: (db, context, { kinds, cursor, limit }) => {
    const after = cursorParts(cursor)
    const found = listOutings(db, {
      kinds,
      after: after && { leaveAt: after[0], id: after[1] },
      limit: limit + 1,
    })
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return {
      rows: outingLines(db, context, rows),
      next: found.length > limit && last ? `${last.leave_at} ${last.id}` : null,
    }
  },
  ofPerson: (db, context, input) => ({
    rows: outingLines(db, context, listOutingsOfPerson(db, input.personId)),
  }),
  get: (db, context, input) => {
    const row = findOuting(db, input.id)
    const [outing] = row ? outingLines(db, context, [row]) : []
    if (!row || !outing) throw new AppError('not_found')
    context.viewed(row.person_id, 'person.viewed-outing')
    const { termRegime } = readOutingStay(db, row.stay_id, context.now)
    const book = readRuleBook(db)
    const extensions = listExtensions(db, row.id)
    const names = actorNames(db, [...new Set(extensions.map((one) => one.extended_by))])
    const { sentence, confidence } = clockEffect(row.kind, termRegime, book)
    return {
      outing,
      rules: rulesInWords(row.kind, dayOf(row.requested_at), termRegime, book),
      clock: { sentence, confidence },
      extensions: extensions.map((one) => ({
        id: one.id,
        from: one.from_until,
        to: one.to_until,
        reason: one.reason,
        at: one.extended_at,
        by: names.get(one.extended_by) ?? one.extended_by,
      })),
      hospitals: hospitalLines(db, context, row.id),
    }
  },
  calendar: (db, context, { from, to }) => {
    const days = daysBetween(from, to)
    if (days < 0 || days > CALENDAR_DAYS)
      throw new AppError('invalid_input', `Chọn khoảng từ 0 đến ${CALENDAR_DAYS} ngày.`)
    const span = [startOfDay(from), endOfDay(to), CALENDAR_ENTRIES] as const
    const entries = [
      ...listPlanned(db, ...span).map((row) => ({
        personId: row.person_id,
        name: row.name,
        kind: row.kind,
        what: 'leaves' as const,
        at: row.leave_at,
        isOverdue: false,
      })),
      ...listDueBack(db, ...span).map((row) => ({
        personId: row.person_id,
        name: row.name,
        kind: kindOfOut(row.out_kind, row.is_suspended === 1),
        what: 'due-back' as const,
        at: row.out_until ?? context.now,
        isOverdue: row.out_until !== null && row.out_until < context.now,
      })),
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1))
    const byDay = Map.groupBy(entries, ({ at }) => dayOf(at))
    return {
      days: Array.from({ length: days + 1 }, (_, index) => {
        const day = addDays(from, index)
        return { day, entries: byDay.get(day) ?? [] }
      }),
    }
  },
  preview: (db, context, { stayId, ...input }) => {
    const stay = readOutingStay(db, stayId, context.now)
    const request = requestOf(input, context.now)
    const book = readRuleBook(db)
    const { sentence, confidence } = clockEffect(request.kind, stay.termRegime, book)
    return {
      problems: requestProblems(db, stay, request),
      clock: { sentence, confidence },
      rules: rulesInWords(request.kind, dayOf(request.requestedAt), stay.termRegime, book),
      latestReturn:
        request.kind === 'funeral' ? latestFuneralReturn(request.leaveAt, request.travelDays, book) : null,
      decisionDue: decisionDue(request.kind, request.requestedAt, book),
      needsDecision: OUTING_RULES[request.kind].needsDecision,
    }
  },
}

function checksSince(now: string): string {
  return addHours(now, -24 * CHECK_DAYS)
}
