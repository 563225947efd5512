import type { ReadDb } from '#db/connection/handles.ts'
import { findPlace, listZones } from '#db/queries/places/reader.ts'
import { rollAt } from '#db/queries/roll/reader.ts'
import type { RollSheet } from '#domain/contract/roll.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'
import { emptyRollCount, type RollCount } from '#domain/roll/roll-count.ts'
import { toOffsetText, type Instant } from '#domain/time/instant.ts'

function isEmpty(count: RollCount): boolean {
  return count.onRoll === 0
}

/** The roll at an instant with zones by name: what the screen shows and the command line prints. */
export function rollSheet(db: ReadDb, at: Instant): RollSheet {
  const { total, byZone, byTrack, bySex } = rollAt(db, at)
  const named = new Map(listZones(db).map((zone) => [zone.id, { code: zone.code, name: zone.name }]))
  for (const [zoneId, count] of byZone) {
    if (zoneId === null || named.has(zoneId) || isEmpty(count)) continue
    const retired = findPlace(db, zoneId)
    named.set(zoneId, { code: retired?.code ?? '', name: retired?.name ?? 'Khu đã bỏ' })
  }
  const zones = [...named]
    .map(([zoneId, { code, name }]) => ({ zoneId, code, name, ...(byZone.get(zoneId) ?? emptyRollCount()) }))
    .toSorted((a, b) => comparePlaceCodes(a.code, b.code))
  const none = byZone.get(null)
  return {
    at: toOffsetText(at),
    total,
    byZone:
      none && !isEmpty(none)
        ? [...zones, { zoneId: null, code: null, name: 'Chưa xếp khu', ...none }]
        : zones,
    byTrack,
    bySex,
  }
}
