import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { listActiveAlerts, type ActiveAlertQuery, type AlertCursor } from '#db/queries/alerts/reader.ts'
import { codesOfFaces, isMedicalAlert } from '#domain/alerts/alert-codes.ts'
import type { ActiveAlert, ActiveAlertFilter } from '#domain/contract/alerts.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import { seesMedical, shownActive, type Reader } from './shown.ts'

/**
 * A filter as the query takes it. Asking for one medical kind would tell who has it: without the medical role only
 * the neutral face may be asked for.
 * @throws AppError `forbidden`
 */
export function activeQuery({ actor, now }: Reader, filter: ActiveAlertFilter): ActiveAlertQuery {
  const asksMedical = filter.faces.some((face) => face !== 'health' && isMedicalAlert(face))
  if (asksMedical && !seesMedical(actor)) {
    throw new AppError('forbidden', 'Loại cảnh báo này chỉ y tế lọc được. Chọn “Lưu ý y tế”.')
  }
  return {
    codes: filter.faces.length === 0 ? null : codesOfFaces(filter.faces),
    zones: filter.zones,
    reviewDue: filter.reviewDue,
    today: dayOf(now),
  }
}

/** A page of active alerts as the reader may see them. */
export function activePage(
  db: ReadDb,
  reader: Reader,
  query: ActiveAlertQuery,
  page: { cursor: string | null; limit: number },
): { rows: ActiveAlert[]; next: string | null } {
  const found = listActiveAlerts(db, query, { after: readCursor(page.cursor), limit: page.limit + 1 })
  const rows = found.slice(0, page.limit)
  const names = actorNames(db, [...new Set(rows.map(({ raised_by: by }) => by))])
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => shownActive(reader, row, names)),
    next: found.length > page.limit && last ? `${last.review_on} ${last.id}` : null,
  }
}

/** The place named by a cursor. @throws AppError `invalid_input` for text that is none */
function readCursor(cursor: string | null): AlertCursor | null {
  if (cursor === null) return null
  const [, reviewOn, id] = /^(\d{4}-\d{2}-\d{2}) (\S+)$/.exec(cursor) ?? []
  if (reviewOn === undefined || id === undefined) throw new AppError('invalid_input')
  return { reviewOn, id }
}
