import type { ReadDb } from '#db/connection/handles.ts'
import {
  findLodger,
  findPlacedBed,
  listLodgersOfZone,
  listStandingBeds,
  type LodgerRow,
} from '#db/queries/placement/reader.ts'
import { DEFAULT_PLACEMENT_SETTINGS } from '#domain/placement/assess-bed.ts'
import type { ReshuffleMove, ZoneLayout } from '#domain/placement/reshuffle.ts'
import type { Instant } from '#domain/time/instant.ts'
import { keptApartOf, placementBed, placementPerson } from '../placement/bed-questions.ts'

/** A zone as it is now, with the rows it was read from. */
export function zoneNow(db: ReadDb, zoneId: string, now: Instant): { layout: ZoneLayout; rows: LodgerRow[] } {
  const rows = listLodgersOfZone(db, zoneId)
  const layout = {
    lodgers: rows.map((row) => ({
      person: placementPerson(row, now),
      bedId: row.bed_id ?? '',
      keepApart: keptApartOf(db, row.person_id),
    })),
    beds: listStandingBeds(db, zoneId).map(placementBed),
    settings: DEFAULT_PLACEMENT_SETTINGS,
  }
  return { layout, rows }
}

/** Those of a draft who no longer lie where it says, each in a sentence that names them and where they are. */
export function staleMoves(
  db: ReadDb,
  zone: { layout: ZoneLayout; rows: readonly LodgerRow[] },
  moves: readonly ReshuffleMove[],
): { stayId: string; message: string }[] {
  const here = new Map(zone.rows.map((row) => [row.stay_id, row]))
  const standing = new Set(zone.layout.beds.map(({ bedId }) => bedId))
  return moves.flatMap(({ stayId, fromBedId, toBedId }) => {
    const row = here.get(stayId) ?? findLodger(db, stayId)
    if (!row) return [{ stayId, message: 'Một người trong bản nháp không còn trong danh sách.' }]
    if (row.bed_id !== fromBedId) {
      const from = findPlacedBed(db, fromBedId)?.full_code ?? 'giường cũ'
      const now = row.bed_code === null ? 'chưa có giường' : `ở ${row.bed_code}`
      return [{ stayId, message: `${row.name} không còn ở ${from}, hiện ${now}.` }]
    }
    if (standing.has(toBedId)) return []
    const to = findPlacedBed(db, toBedId)?.full_code ?? 'giường đã chọn'
    return [{ stayId, message: `${row.name}: ${to} không còn trong khu.` }]
  })
}
