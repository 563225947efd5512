import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import {
  listCallDays,
  listCalls,
  listLetters,
  listParcelItems,
  listParcels,
  type ContactQuery,
} from '#db/queries/contacts/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { callsLeft } from '#domain/contacts/judge-call.ts'
import { monthOf } from '#domain/contacts/limit.ts'
import type { contactsContract } from '#domain/contract/contacts.ts'
import { AppError } from '#domain/errors.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { contactSettings } from '../visits/contact-settings.ts'
import { judgeAskedCall } from './asked-call.ts'

interface Asked {
  personId: string | null
  month: string | null
  cursor: string | null
  limit: number
}

/** @throws AppError `invalid_input` for a cursor that is none */
function queryOf({ personId, month, cursor, limit }: Asked): ContactQuery {
  const [, on, id] = cursor === null ? [] : (/^(\d{4}-\d{2}-\d{2}) (\S+)$/.exec(cursor) ?? [])
  if (cursor !== null && (on === undefined || id === undefined)) throw new AppError('invalid_input')
  return {
    personId,
    span: month === null ? null : monthOf(`${month}-01`),
    after: on === undefined || id === undefined ? null : { on, id },
    limit: limit + 1,
  }
}

/** The rows of a page, and where the next begins. */
function pageOf<Row extends { on_day: Day; id: string }>(found: readonly Row[], limit: number) {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? `${last.on_day} ${last.id}` : null }
}

function look(db: ReadDb, keys: readonly (string | null)[]): (key: string) => string {
  const names = actorNames(db, [...new Set(keys.flatMap((key) => key ?? []))])
  return (key) => names.get(key) ?? key
}

export const contactsReads: ReadUseCases<typeof contactsContract> = {
  callsLeft: (db, { now }, { personId }) => {
    const today = dayOf(now)
    const earlier = listCallDays(db, personId, monthOf(today), '')
    return callsLeft(readRuleBook(db), contactSettings(db), today, earlier)
  },
  checkCall: (db, _context, input) => ({
    refusals: judgeAskedCall(db, { ...input, content: input.content ?? '', id: '' }),
  }),
  calls: (db, _context, input) => {
    const { rows, next } = pageOf(listCalls(db, queryOf(input)), input.limit)
    return {
      rows: rows.map((row) => ({
        id: row.id,
        personId: row.person_id,
        name: row.name,
        zoneName: row.zone_name,
        kind: row.kind,
        state: row.state,
        on: row.on_day,
        callee: row.callee,
        relation: row.relation,
        number: row.number,
        content: row.content,
        minutes: row.minutes,
        isAllowedByHead: row.allowed_by !== null,
        madeAt: row.made_at,
        madeMinutes: row.made_minutes,
        watchedBy: row.watched_by,
        outcome: row.outcome,
        version: row.version,
      })),
      next,
    }
  },
  letters: (db, _context, input) => {
    const { rows, next } = pageOf(listLetters(db, queryOf(input)), input.limit)
    const nameOf = look(
      db,
      rows.map((row) => row.checked_by),
    )
    return {
      rows: rows.map((row) => ({
        id: row.id,
        personId: row.person_id,
        name: row.name,
        zoneName: row.zone_name,
        direction: row.direction,
        on: row.on_day,
        otherName: row.other_name,
        outcome: row.outcome,
        reason: row.reason,
        checkedBy: nameOf(row.checked_by),
      })),
      next,
    }
  },
  parcels: (db, _context, input) => {
    const { rows, next } = pageOf(listParcels(db, queryOf(input)), input.limit)
    const ids = rows.map(({ id }) => id)
    const items = Map.groupBy(listParcelItems(db, ids), (item) => item.parcel_id)
    const nameOf = look(
      db,
      rows.map((row) => row.checked_by),
    )
    return {
      rows: rows.map((row) => ({
        id: row.id,
        personId: row.person_id,
        name: row.name,
        zoneName: row.zone_name,
        direction: row.direction,
        on: row.on_day,
        otherName: row.other_name,
        returnedTo: row.returned_to,
        checkedBy: nameOf(row.checked_by),
        items: (items.get(row.id) ?? []).map(({ description, kind, quantity, outcome, reason }) => ({
          description,
          kind,
          quantity,
          outcome,
          reason,
        })),
      })),
      next,
    }
  },
}
