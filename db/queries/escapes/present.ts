import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import { photoOf } from '../people/person-line.ts'

const insideOfZone = prepared<{ zone: string | null }>()((p) =>
  qb
    .selectFrom('roster')
    .leftJoin('place as room', 'room.id', 'roster.room_id')
    .select(['roster.name', 'roster.birth_on', 'roster.bed_code', 'room.full_code as room_code'])
    .select(photoOf('roster.person_id').as('photo_id'))
    .where('roster.zone_id', 'is', p.zone)
    .where('roster.state', '=', 'inside')
    .orderBy('roster.sort_key')
    .orderBy('roster.stay_id'),
)

/** Everybody the roll has inside a zone (null: inside without one), in the order of names, with the photo shown. */
export function listInside(db: ReadDb, zoneId: string | null) {
  return insideOfZone.all(db, { zone: zoneId })
}
