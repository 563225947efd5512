import type { ReadDb } from '#db/connection/handles.ts'
import { findVisit, listGuests, type VisitRow } from '#db/queries/visits/reader.ts'
import { currentPhotos } from '#db/queries/visits/visitor-photos.ts'
import type { VisitorRow } from '#db/queries/visits/visitors.ts'
import type { Visit, Visitor } from '#domain/contract/visit-shapes.ts'
import { AppError } from '#domain/errors.ts'

/** Visits as screens show them, with who came. */
export function shownVisits(db: ReadDb, rows: readonly VisitRow[]): Visit[] {
  const came = listGuests(
    db,
    rows.map(({ id }) => id),
  )
  const guests = Map.groupBy(came, ({ visit_id: id }) => id)
  const photos = currentPhotos(db, [...new Set(came.map(({ visitor_id: id }) => id))])
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    stayId: row.stay_id,
    name: row.name,
    birthOn: row.birth_on,
    birthPrecision: row.birth_precision,
    zoneName: row.zone_name,
    bedCode: row.bed_code,
    kind: row.kind,
    state: row.state,
    roomId: row.room_id,
    roomName: row.room_name,
    startsAt: row.starts_at,
    minutes: row.minutes,
    extraMinutes: row.extra_minutes,
    queueNumber: row.queue_number,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    allowReason: row.allow_reason,
    extendReason: row.extend_reason,
    guests: (guests.get(row.id) ?? []).map(
      ({ visitor_id: visitorId, name, relation, ban_reason: banReason }) => ({
        visitorId,
        name,
        relation,
        photoId: photos.get(visitorId) ?? null,
        banReason,
      }),
    ),
    finds: row.finds,
    money: row.money,
    version: row.version,
  }))
}

/** One visit as it stands now. @throws AppError `not_found` */
export function shownVisit(db: ReadDb, id: string): Visit {
  const row = findVisit(db, id)
  const [visit] = row ? shownVisits(db, [row]) : []
  if (!visit) throw new AppError('not_found')
  return visit
}

/** A visitor as screens show one. @param photos the current photo by visitor */
export function shownVisitor(row: VisitorRow, photos: ReadonlyMap<string, string>): Visitor {
  return {
    id: row.id,
    name: row.name,
    birthYear: row.birth_year,
    phone: row.phone,
    address: row.address,
    paperKind: row.paper_kind,
    paperNumber: row.paper_number,
    photoId: photos.get(row.id) ?? null,
    banReason: row.ban_reason,
    bannedAt: row.banned_at,
    version: row.version,
  }
}
