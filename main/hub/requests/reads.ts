import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findCentre } from '#db/queries/centre/reader.ts'
import {
  countByMonth,
  countRequests,
  findRequest,
  listRequestOwners,
  listRequests,
  type RequestQuery,
} from '#db/queries/requests/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { RequestFilter, requestsContract, RequestTrend } from '#domain/contract/requests.ts'
import { placeAndDay } from '#domain/documents/letterhead.ts'
import { AppError } from '#domain/errors.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { RequestKind } from '#domain/requests/request-kinds.ts'
import { addMonths } from '#domain/time/day.ts'
import { dayOf, startOfDay } from '#domain/time/instant.ts'
import { placeNameOf } from '../documents/place-names.ts'
import { readMomentCursor, writeMomentCursor } from '../placement/moment-cursor.ts'
import type { ReadUseCases } from '../use-case.ts'
import { answerNumber, isShown, readerOf, requestLine, type Reader } from './lines.ts'

const NO_ZONE = 'Không rõ khu'

/** What a request is called in the letter that answers it. */
const LETTER_WORDS: Record<RequestKind, string> = {
  wish: 'đơn đề nghị',
  grievance: 'phản ánh',
  complaint: 'đơn khiếu nại',
  denunciation: 'đơn tố cáo',
}

function queryOf(
  reader: Reader,
  filter: Pick<RequestQuery, 'state' | 'kinds' | 'zones' | 'personId'>,
): RequestQuery {
  return { ...filter, today: dayOf(reader.now), reader: readerOf(reader) }
}

/** A page of the book as the reader may see it. */
export function requestPage(
  db: ReadDb,
  context: Reader,
  { cursor, limit, ...filter }: RequestFilter & { cursor: string | null; limit: number },
) {
  const query = queryOf(context, filter)
  const found = listRequests(db, query, { after: readMomentCursor(cursor), limit: limit + 1 })
  const rows = found.slice(0, limit)
  const names = actorNames(db, [...new Set(rows.map(({ recorded_by: by }) => by))])
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => requestLine(row, names, query.today)),
    next: found.length > limit && last ? writeMomentCursor({ at: last.received_at, id: last.id }) : null,
    total: countRequests(db, query),
  }
}

export const requestsReads: ReadUseCases<typeof requestsContract> = {
  list: (db, context, input) => requestPage(db, context, input),
  counts: (db, context) => {
    const count = (state: RequestQuery['state']) =>
      countRequests(db, queryOf(context, { state, kinds: [], zones: [], personId: null }))
    const mine = listRequests(db, queryOf(context, { state: 'mine', kinds: [], zones: [], personId: null }), {
      after: null,
      limit: 200,
    })
    const today = dayOf(context.now)
    return {
      open: count('open'),
      late: count('late'),
      mine: mine.length,
      mineLate: mine.filter((row) => requestLine(row, new Map(), today).isLate).length,
      wishDays: readSetting(db, 'requests.wish-days'),
      grievanceDays: readSetting(db, 'requests.grievance-days'),
    }
  },
  trend: (db, context, input): RequestTrend => {
    const today = dayOf(context.now)
    const first = `${addMonths(`${today.slice(0, 7)}-01`, 1 - input.months).slice(0, 7)}-01`
    const months = Array.from({ length: input.months }, (_, i) => addMonths(first, i).slice(0, 7))
    const counted = countByMonth(db, startOfDay(first), today, {
      kinds: input.kinds,
      reader: readerOf(context),
    })
    const rows = [...Map.groupBy(counted, (row) => `${row.zone_id ?? ''}|${row.kind}`).values()].flatMap(
      (group) => {
        const [one] = group
        if (!one) return []
        const counts = months.map((month) => group.find((row) => row.month === month)?.count ?? 0)
        return [
          {
            zoneId: one.zone_id,
            zoneName: one.zone_name ?? NO_ZONE,
            kind: one.kind,
            counts,
            total: counts.reduce((sum, count) => sum + count, 0),
            late: group.reduce((sum, row) => sum + row.late, 0),
          },
        ]
      },
    )
    return {
      months,
      rows: rows.toSorted((a, b) => a.zoneName.localeCompare(b.zoneName, 'vi') || b.total - a.total),
    }
  },
  owners: (db) => ({
    users: [...Map.groupBy(listRequestOwners(db), ({ id }) => id).values()].flatMap((rows) => {
      const [one] = rows
      if (!one || !rows.some(({ role }) => can([role], 'requests.log'))) return []
      return [
        { id: one.id, name: one.display_name, roles: rows.map(({ role }) => ROLE_LABELS[role]).join(', ') },
      ]
    }),
  }),
  document: (db, context, input) => {
    const row = findRequest(db, input.id)
    if (!row || !isShown(context, row)) throw new AppError('not_found')
    const number = answerNumber(db, row)
    if (number === null || row.answer === null || row.answered_at === null) {
      throw new AppError('rule_violated', 'Đơn này chưa có trả lời để in. Ghi trả lời trước.')
    }
    const datedOn = dayOf(row.answered_at)
    const centre = findCentre(db, datedOn)
    return {
      superiorBody: centre?.superior_body ?? null,
      centre: centre?.name ?? '',
      number,
      place: placeAndDay(placeNameOf(centre?.province_code ?? null), datedOn),
      datedOn,
      to: row.person_name ?? row.group_name ?? 'Tập thể người cai nghiện',
      requestNumber: `${row.no}/${row.year}`,
      receivedOn: dayOf(row.received_at),
      subject: LETTER_WORDS[row.kind],
      answer: row.answer,
      headTitle: centre?.head_title ?? 'Trưởng cơ sở',
      headName: centre?.head_name ?? null,
    }
  },
}
