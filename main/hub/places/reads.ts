import type { ReadDb } from '#db/connection/handles.ts'
import {
  countBeds,
  findPlace,
  listBedsOfZone,
  listRooms,
  listStructure,
  listZones,
  type BedRow,
  type PlaceRow,
} from '#db/queries/places/reader.ts'
import type { PlaceFigures, PlaceLine, placesContract } from '#domain/contract/places.ts'
import { AppError } from '#domain/errors.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'
import type { ReadUseCases } from '../use-case.ts'
import { addFigures, bedLine, NO_FIGURES, placeLine, roomFigures } from './lines.ts'

function byCode(a: { fullCode: string }, b: { fullCode: string }): number {
  return comparePlaceCodes(a.fullCode, b.fullCode)
}

function zoneLines(db: ReadDb): PlaceLine[] {
  const counts = countBeds(db)
  const figures = new Map<string, PlaceFigures>()
  for (const room of listRooms(db)) {
    const counted = counts.get(room.id) ?? NO_FIGURES
    const own = roomFigures(
      { beds: counted.beds, held: counted.held, outOfService: counted.outOfService },
      { maximum: room.capacity_max, inUse: room.capacity_use },
    )
    figures.set(room.zone_id, addFigures(figures.get(room.zone_id) ?? NO_FIGURES, own))
  }
  return listZones(db)
    .map((zone) => placeLine(zone, figures.get(zone.id) ?? NO_FIGURES))
    .toSorted(byCode)
}

/** A zone with buildings, rooms and beds, each place with its figures. @throws AppError `not_found` */
function zoneDetail(db: ReadDb, zoneId: string) {
  const zone = findPlace(db, zoneId)
  if (!zone || zone.kind !== 'zone' || zone.retired_at !== null) throw new AppError('not_found')
  const structure = listStructure(db, zoneId)
  const beds = listBedsOfZone(db, zoneId)
  const figures = figuresOf([zone, ...structure], beds)
  const line = (place: PlaceRow) => placeLine(place, figures.get(place.id) ?? NO_FIGURES)
  return {
    zone: line(zone),
    places: structure.map(line).toSorted(byCode),
    beds: beds.map(bedLine).toSorted(byCode),
  }
}

function figuresOf(places: readonly PlaceRow[], beds: readonly BedRow[]): Map<string, PlaceFigures> {
  const bedsByRoom = Map.groupBy(beds, (bed) => bed.room_id ?? '')
  const parents = new Map(places.map((place) => [place.id, place.parent_id]))
  const figures = new Map<string, PlaceFigures>()
  for (const room of places.filter(({ kind }) => kind === 'room')) {
    const own = bedsByRoom.get(room.id) ?? []
    const counted = {
      beds: own.length,
      held: own.filter(({ held_by }) => held_by !== null).length,
      outOfService: own.filter(({ reason }) => reason !== null).length,
    }
    const sum = roomFigures(counted, { maximum: room.capacity_max, inUse: room.capacity_use })
    for (let id: string | null = room.id; id !== null; id = parents.get(id) ?? null) {
      figures.set(id, addFigures(figures.get(id) ?? NO_FIGURES, sum))
    }
  }
  return figures
}

/** One place with its figures. @throws AppError `not_found` */
export function lineOfPlace(db: ReadDb, id: string): PlaceLine {
  const place = findPlace(db, id)
  if (!place) throw new AppError('not_found')
  const detail = zoneDetail(db, place.zone_id)
  const line = [detail.zone, ...detail.places].find((known) => known.id === id)
  return line ?? placeLine(place, NO_FIGURES)
}

export const placesReads: ReadUseCases<typeof placesContract> = {
  zones: (db) => ({ zones: zoneLines(db) }),
  zone: (db, _context, input) => zoneDetail(db, input.zoneId),
}
