import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findStayFacts } from '#db/queries/custody/reader.ts'
import { occupantsOfZone, type RoomOccupant } from '#db/queries/head-count/occupants.ts'
import {
  findHeadCount,
  listCountedRooms,
  listVariance,
  type HeadCountRow,
  type VarianceRow,
} from '#db/queries/head-count/reader.ts'
import { findPlace, listStructure, type PlaceRow } from '#db/queries/places/reader.ts'
import type { CountRoom, Occupant, Variance } from '#domain/contract/head-count.ts'
import { AppError } from '#domain/errors.ts'
import { explainRoom, type CountedRoom } from '#domain/head-count/explain-room.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'
import type { Instant } from '#domain/time/instant.ts'

/** A room of a count with what judging it needs. */
export type ZoneRoom = CountRoom & CountedRoom & { expected: readonly string[] }

/** A zone with the count of one hand-over, as it stands. */
export interface CountedZone {
  zone: PlaceRow
  count: HeadCountRow | undefined
  rooms: ZoneRoom[]
}

function toOccupant(row: RoomOccupant): Occupant {
  const { stayId, personId, name, birthOn, bedCode } = row
  return { stayId, personId, name, birthYear: birthOn === null ? null : Number(birthOn.slice(0, 4)), bedCode }
}

function toVariance(row: VarianceRow, names: ReadonlyMap<string, string>): Variance {
  return {
    id: row.id,
    roomId: row.room_id,
    direction: row.direction,
    reason: row.reason,
    stayId: row.stay_id,
    personId: row.person_id,
    name: row.name,
    note: row.note,
    hasEvent: row.event_id !== null,
    recordedBy: names.get(row.recorded_by) ?? row.recorded_by,
  }
}

/** People by stay, also those whom the roll no longer has there. */
function peopleOf(
  db: ReadDb,
  stays: readonly string[],
  known: ReadonlyMap<string, RoomOccupant>,
): Occupant[] {
  return stays.flatMap((stayId) => {
    const found = known.get(stayId)
    if (found) return [toOccupant(found)]
    const facts = findStayFacts(db, stayId)
    return facts ? [toOccupant({ ...facts, bedCode: null })] : []
  })
}

/** The zone, or a refusal. @throws AppError `not_found` */
function zoneOf(db: ReadDb, zoneId: string): PlaceRow {
  const zone = findPlace(db, zoneId)
  if (zone?.kind !== 'zone') throw new AppError('not_found', 'Không tìm thấy khu này. Tải lại trang.')
  return zone
}

/** The rooms of a zone for a hand-over: each computed at its own minute, so that counting goes on while people move. */
export function countedZone(db: ReadDb, zoneId: string, shiftAt: Instant): CountedZone {
  const zone = zoneOf(db, zoneId)
  const count = findHeadCount(db, zoneId, shiftAt)
  const written = new Map(count ? listCountedRooms(db, count.id).map((row) => [row.room_id, row]) : [])
  const lines = count ? listVariance(db, count.id) : []
  const moments = new Map(
    [...written].flatMap(([id, row]) => (row.counted === null ? [] : [[id, row.counted_at] as const])),
  )
  const occupants = occupantsOfZone(db, zoneId, moments)
  const known = new Map([...occupants.values()].flat().map((one) => [one.stayId, one]))
  const names = actorNames(db, [
    ...[...written.values()].map((row) => row.counted_by),
    ...lines.map((line) => line.recorded_by),
  ])
  const rooms = listStructure(db, zoneId)
    .filter(({ kind, id }) => kind === 'room' || written.has(id))
    .toSorted((a, b) => comparePlaceCodes(a.full_code, b.full_code))
    .map((place): ZoneRoom => {
      const row = written.get(place.id)
      const here = occupants.get(place.id) ?? []
      const counted = row?.counted ?? null
      const expected: string[] =
        row && counted !== null ? JSON.parse(row.expected) : here.map(({ stayId }) => stayId)
      const own = lines.filter((line) => line.room_id === place.id).map((line) => toVariance(line, names))
      const room = { counted, expected, computedNow: here.length, lines: own }
      return {
        ...room,
        ...explainRoom(room),
        roomId: place.id,
        code: place.full_code,
        occupants: peopleOf(db, expected, known),
        countedAt: counted === null ? null : (row?.counted_at ?? null),
        countedBy: row && counted !== null ? (names.get(row.counted_by) ?? row.counted_by) : null,
        version: row?.version ?? 0,
      }
    })
  return { zone, count, rooms }
}
