import { setImmediate as turn } from 'node:timers/promises'
import { listInside } from '#db/queries/escapes/present.ts'
import { listZones } from '#db/queries/places/reader.ts'
import type { PhotoRoster } from '#domain/contract/escapes.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'
import type { Hub } from '../hub.ts'
import type { JobHandle } from '../jobs/job-runner.ts'

type RosterZone = PhotoRoster['zones'][number]

const NO_ROOM = 'Chờ xếp giường'

/**
 * Lays the roster with photos out by zone and room, one zone after the other; others read in between.
 * @param zoneId one zone only; null: everybody inside, those without a zone last
 */
export async function layOutRoster(hub: Hub, zoneId: string | null, job: JobHandle): Promise<PhotoRoster> {
  const zones: { id: string | null; name: string }[] = listZones(hub.read).filter(
    ({ id }) => zoneId === null || id === zoneId,
  )
  if (zoneId === null) zones.push({ id: null, name: 'Chưa xếp khu' })
  const laid: RosterZone[] = []
  for (const [done, zone] of zones.entries()) {
    job.signal.throwIfAborted()
    job.progress(done, zones.length, zone.name)
    const found = zoneOf(hub, zone)
    if (found.people > 0) laid.push(found)
    await turn()
  }
  job.progress(zones.length, zones.length)
  const people = laid.flatMap(({ rooms }) => rooms.flatMap((room) => room.people))
  return {
    at: hub.now(),
    total: people.length,
    withoutPhoto: people.filter(({ photoId }) => photoId === null).length,
    zones: laid,
  }
}

function zoneOf(hub: Hub, { id, name }: { id: string | null; name: string }): RosterZone {
  const rows = listInside(hub.read, id)
  const rooms = Map.groupBy(rows, ({ room_code: code }) => code ?? NO_ROOM)
  return {
    zoneId: id,
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
