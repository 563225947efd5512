import { sql } from 'kysely'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { listZones } from '../places/reader.ts'

/** A literal: the index of room capacities covers rooms only, and the planner cannot see through a bound value. */
const ROOM = sql.lit<'room'>('room')

const capacities = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('place')
    .select('zone_id')
    .select((e) => [
      e.fn.sum<number>('capacity_use').as('in_use'),
      e.fn.countAll<number>().as('rooms'),
      e.fn.count<number>('capacity_use').as('counted'),
    ])
    .where('kind', '=', ROOM)
    .where('retired_at', 'is', null)
    .groupBy('zone_id'),
)

const bedsOfUncountedRooms = prepared<{ zone: string }>()((p) =>
  qb
    .selectFrom('place as room')
    .innerJoin('place as bed', 'bed.room_id', 'room.id')
    .leftJoin('bed_outage', (join) =>
      join.onRef('bed_outage.place_id', '=', 'bed.id').on('bed_outage.ended_at', 'is', null),
    )
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('room.zone_id', '=', p.zone)
    .where('room.kind', '=', ROOM)
    .where('room.retired_at', 'is', null)
    .where('room.capacity_use', 'is', null)
    .where('bed.retired_at', 'is', null)
    .where('bed_outage.id', 'is', null),
)

const outages = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('bed_outage')
    .innerJoin('place', 'place.id', 'bed_outage.place_id')
    .select('place.zone_id')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('bed_outage.ended_at', 'is', null)
    .where('place.retired_at', 'is', null)
    .groupBy('place.zone_id'),
)

/** Every zone in use with the persons it is run for; a room not counted yet is as large as its beds in service. */
export function listZoneCapacities(db: ReadDb) {
  const counted = new Map(capacities.all(db, {}).map((row) => [row.zone_id, row]))
  const broken = new Map(outages.all(db, {}).map((row) => [row.zone_id, row.count]))
  return listZones(db).map(({ id, code, name }) => {
    const rooms = counted.get(id)
    const hasUncounted = rooms !== undefined && rooms.counted < rooms.rooms
    const uncounted = hasUncounted ? (bedsOfUncountedRooms.get(db, { zone: id })?.count ?? 0) : 0
    return {
      id,
      code,
      name,
      capacity: Number(rooms?.in_use ?? 0) + uncounted,
      outOfService: broken.get(id) ?? 0,
    }
  })
}
