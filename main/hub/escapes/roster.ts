import type { ReadDb } from '#db/connection/handles.ts'
import { listInside } from '#db/queries/escapes/present.ts'
import { listZones } from '#db/queries/places/reader.ts'
import type { RosterZone } from '#domain/contract/escape-roster.ts'
import { AppError } from '#domain/errors.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'
import type { Instant } from '#domain/time/instant.ts'

const NO_ROOM = 'Chờ xếp giường'
const NO_ZONE = 'Chưa xếp khu'

/** Everybody inside a zone (null: without one) with photo, by room. @throws AppError `not_found` for an unknown zone */
export function rosterOfZone(db: ReadDb, zoneId: string | null, at: Instant): RosterZone {
  const name = zoneId === null ? NO_ZONE : listZones(db).find(({ id }) => id === zoneId)?.name
  if (name === undefined) throw new AppError('not_found')
  const rows = listInside(db, zoneId)
  const rooms = Map.groupBy(rows, ({ room_code: code }) => code ?? NO_ROOM)
  return {
    at,
    zoneId,
    name,
    people: rows.length,
    rooms: [...rooms]
      .toSorted(([a], [b]) => (a === NO_ROOM ? 1 : b === NO_ROOM ? -1 : comparePlaceCodes(a, b)))
      .map(([code, inRoom]) => ({
        code,
        people: inRoom.map((row) => ({
          name: row.name,
          birthYear: row.birth_on === null ? null : Number(row.birth_on.slice(0, 4)),
          bedCode: row.bed_code,
          photoId: row.photo_id,
        })),
      })),
  }
}
