import type { BirthPrecision } from '#domain/people/sex.ts'
import { stateAt } from '#domain/custody/custody-span.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import type { Instant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { bedFinder, findStayFacts, listCustodyEvents } from '../custody/reader.ts'

/** Somebody whom the roll has in a room. */
export interface RoomOccupant {
  stayId: string
  personId: string
  name: string
  sortKey: string
  birthOn: string | null
  birthPrecision: BirthPrecision | null
  bedCode: string | null
}

const insideOfZone = prepared<{ zone: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select([
      'stay_id',
      'person_id',
      'name',
      'sort_key',
      'birth_on',
      'birth_precision',
      'bed_code',
      'room_id',
    ])
    .where('zone_id', '=', p.zone)
    .where('state', '=', 'inside')
    .where('room_id', 'is not', null),
)

const touchedSince = prepared<{ since: string }>()((p) =>
  qb.selectFrom('custody_event').select('stay_id').distinct().where('at', '>', p.since),
)

/**
 * Who the roll has in the rooms of a zone, each room at its own minute: the present, with every stay that something
 * happened to since then replayed.
 * @param moments minute of each room; a room that is not in it stands as it is now
 */
export function occupantsOfZone(
  db: ReadDb,
  zoneId: string,
  moments: ReadonlyMap<string, Instant>,
): Map<string, RoomOccupant[]> {
  const rooms = new Map<string, RoomOccupant[]>()
  const put = (roomId: string, occupant: RoomOccupant) => {
    rooms.set(roomId, [...(rooms.get(roomId) ?? []), occupant])
  }
  const since = [...moments.values()].reduce((first, at) => (at < first ? at : first), '9999')
  const touched = new Set(moments.size === 0 ? [] : touchedSince.all(db, { since }).map((row) => row.stay_id))
  for (const row of insideOfZone.all(db, { zone: zoneId })) {
    const { room_id: roomId } = row
    if (roomId === null || (touched.has(row.stay_id) && moments.has(roomId))) continue
    put(roomId, {
      stayId: row.stay_id,
      personId: row.person_id,
      name: row.name,
      sortKey: row.sort_key,
      birthOn: row.birth_on,
      birthPrecision: row.birth_precision,
      bedCode: row.bed_code,
    })
  }
  const findBed = bedFinder(db)
  for (const stayId of touched) {
    const events = listCustodyEvents(db, stayId)
    const facts = findStayFacts(db, stayId)
    if (!facts || facts.isCancelled) continue
    const { timeline } = replayCustody(events, { initialTrack: facts.initialTrack })
    const beds = new Set(timeline.flatMap(({ bedId }) => (bedId === null ? [] : [bedId])))
    const inZone = new Set([...beds].map((bedId) => findBed(bedId)?.roomId ?? null))
    for (const roomId of inZone) {
      const at = roomId === null ? undefined : moments.get(roomId)
      if (roomId === null || at === undefined) continue
      const span = stateAt(timeline, at)
      const bed = span?.state === 'inside' && span.bedId !== null ? findBed(span.bedId) : null
      if (bed?.roomId !== roomId) continue
      const { personId, name, sortKey, birthOn, birthPrecision } = facts
      put(roomId, { stayId, personId, name, sortKey, birthOn, birthPrecision, bedCode: bed.code })
    }
  }
  for (const there of rooms.values()) there.sort(byName)
  return rooms
}

function byName(a: RoomOccupant, b: RoomOccupant): number {
  if (a.sortKey === b.sortKey) return a.stayId < b.stayId ? -1 : 1
  return a.sortKey < b.sortKey ? -1 : 1
}
