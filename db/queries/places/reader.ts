import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const placeById = prepared<{ id: string }>()((p) => qb.selectFrom('place').selectAll().where('id', '=', p.id))

const zones = prepared<Record<string, never>>()(() =>
  qb.selectFrom('place').selectAll().where('parent_id', 'is', null).where('retired_at', 'is', null),
)

const structureOfZone = prepared<{ zone: string }>()((p) =>
  qb
    .selectFrom('place')
    .selectAll()
    .where('zone_id', '=', p.zone)
    .where('kind', 'in', ['building', 'room'])
    .where('retired_at', 'is', null),
)

const rooms = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('place as zone')
    .innerJoin('place as room', 'room.zone_id', 'zone.id')
    .select(['room.id', 'room.zone_id', 'room.capacity_max', 'room.capacity_use'])
    .where('zone.parent_id', 'is', null)
    .where('room.kind', '=', 'room')
    .where('room.retired_at', 'is', null),
)

const bedsOfZone = prepared<{ zone: string }>()((p) =>
  bedsQuery()
    .where('place.zone_id', '=', p.zone)
    .where('place.kind', '=', 'bed')
    .where('place.retired_at', 'is', null),
)

const bedsOfRoom = prepared<{ room: string }>()((p) =>
  bedsQuery().where('place.room_id', '=', p.room).where('place.retired_at', 'is', null),
)

const bedById = prepared<{ id: string }>()((p) =>
  bedsQuery().where('place.id', '=', p.id).where('place.kind', '=', 'bed'),
)

const bedCounts = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('place')
    .select('room_id')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('room_id', 'is not', null)
    .where('retired_at', 'is', null)
    .groupBy('room_id'),
)

const heldCounts = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('roster')
    .select('room_id')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('room_id', 'is not', null)
    .groupBy('room_id'),
)

const outCounts = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('bed_outage')
    .innerJoin('place', 'place.id', 'bed_outage.place_id')
    .select('place.room_id')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('bed_outage.ended_at', 'is', null)
    .where('place.retired_at', 'is', null)
    .groupBy('place.room_id'),
)

const bedHolder = prepared<{ bed: string }>()((p) =>
  qb.selectFrom('roster').select(['stay_id', 'name', 'since_at']).where('bed_id', '=', p.bed),
)

const codeInUse = prepared<{ code: string }>()((p) =>
  qb
    .selectFrom('place')
    .select(['id', 'full_code'])
    .where('full_code_folded', '=', p.code)
    .where('retired_at', 'is', null),
)

const lastChange = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('change')
    .select(['at', 'by'])
    .where('topic', '=', 'places')
    .where('entity_id', '=', p.id)
    .orderBy('seq', 'desc')
    .limit(1),
)

const childrenOf = prepared<{ parent: string }>()((p) =>
  qb.selectFrom('place').selectAll().where('parent_id', '=', p.parent).where('retired_at', 'is', null),
)

function bedsQuery() {
  return qb
    .selectFrom('place')
    .leftJoin('bed_outage', (join) =>
      join.onRef('bed_outage.place_id', '=', 'place.id').on('bed_outage.ended_at', 'is', null),
    )
    .leftJoin('roster', 'roster.bed_id', 'place.id')
    .select([
      'place.id',
      'place.room_id',
      'place.zone_id',
      'place.code',
      'place.full_code',
      'place.version',
      'place.retired_at',
      'bed_outage.reason',
      'bed_outage.note',
      'bed_outage.from_at',
      'bed_outage.back_on',
      'roster.stay_id as held_by',
    ])
}

export type PlaceRow = NonNullable<ReturnType<typeof findPlace>>
export type BedRow = NonNullable<ReturnType<typeof findBed>>

/** A place of any kind, retired ones too. */
export function findPlace(db: ReadDb, id: string) {
  return placeById.get(db, { id })
}

/** A bed with its open outage and the stay that holds it; retired ones too. */
export function findBed(db: ReadDb, id: string) {
  return bedById.get(db, { id })
}

export function listZones(db: ReadDb): PlaceRow[] {
  return zones.all(db, {})
}

/** Buildings and rooms of a zone. */
export function listStructure(db: ReadDb, zoneId: string): PlaceRow[] {
  return structureOfZone.all(db, { zone: zoneId })
}

/** Every room in use with its capacities as entered. */
export function listRooms(db: ReadDb) {
  return rooms.all(db, {})
}

export function listBedsOfZone(db: ReadDb, zoneId: string): BedRow[] {
  return bedsOfZone.all(db, { zone: zoneId })
}

export function listBedsOfRoom(db: ReadDb, roomId: string): BedRow[] {
  return bedsOfRoom.all(db, { room: roomId })
}

/** Beds standing, held and out of service, by room. */
export function countBeds(db: ReadDb): Map<string, { beds: number; held: number; outOfService: number }> {
  const counts = new Map<string, { beds: number; held: number; outOfService: number }>()
  const of = (room: string | null) => {
    const known = counts.get(room ?? '')
    if (known) return known
    const fresh = { beds: 0, held: 0, outOfService: 0 }
    counts.set(room ?? '', fresh)
    return fresh
  }
  for (const row of bedCounts.all(db, {})) of(row.room_id).beds = row.count
  for (const row of heldCounts.all(db, {})) of(row.room_id).held = row.count
  for (const row of outCounts.all(db, {})) of(row.room_id).outOfService = row.count
  return counts
}

/** Who holds the bed now: lies in it, or is out and has it kept. */
export function findBedHolder(db: ReadDb, bedId: string) {
  return bedHolder.get(db, { bed: bedId })
}

/** The place in use that bears the full code, if any. `code` as tidied. */
export function findPlaceByCode(db: ReadDb, code: string) {
  return codeInUse.get(db, { code })
}

/** Who last changed a place and when, as the desks were told. */
export function findLastPlaceChange(db: ReadDb, id: string) {
  return lastChange.get(db, { id })
}

/** The place with everything in use that stands in it, from the outside in. */
export function listSubtree(db: ReadDb, id: string): PlaceRow[] {
  const root = findPlace(db, id)
  if (!root) return []
  const found = [root]
  for (const place of found) found.push(...childrenOf.all(db, { parent: place.id }))
  return found
}
