import type { ReadDb } from '#db/connection/handles.ts'
import {
  listHeldBeds,
  listLodgersWithBed,
  listOpenTies,
  type LodgerRow,
} from '#db/queries/placement/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { DEFAULT_PLACEMENT_SETTINGS } from '#domain/placement/assess-bed.ts'
import type { KeepApart } from '#domain/placement/keep-apart.ts'
import { sweepFindings, type SweepFinding, type SweptLodger } from '#domain/placement/sweep.ts'
import type { Instant } from '#domain/time/instant.ts'
import { placementBed, placementPerson } from '../placement/bed-questions.ts'

/** Looks over every bed that is held, in three queries whatever the size of the centre. */
export function lookOver(db: ReadDb, now: Instant): SweepFinding[] {
  const beds = new Map(listHeldBeds(db).map((row) => [row.id, placementBed(row)]))
  const ties = tiesByPerson(db)
  const lodgers = listLodgersWithBed(db).flatMap((row): SweptLodger[] => {
    const bed = beds.get(row.bed_id ?? '')
    if (!bed) return []
    const keepApart = ties.get(row.person_id) ?? []
    return [{ person: placementPerson(row, now), bed, keepApart, away: awayOf(row) }]
  })
  return sweepFindings({
    lodgers,
    settings: DEFAULT_PLACEMENT_SETTINGS,
    now,
    outDays: readSetting(db, 'sweep.out-days'),
  })
}

function awayOf(row: LodgerRow): SweptLodger['away'] {
  if (row.state === 'inside') return null
  const kind = row.state === 'out' ? (row.out_kind ?? 'other') : row.state
  return { kind, since: row.since_at }
}

/** Each pair from both sides. */
function tiesByPerson(db: ReadDb): Map<string, KeepApart[]> {
  const ties = new Map<string, KeepApart[]>()
  const add = (personId: string, tie: KeepApart) => ties.set(personId, [...(ties.get(personId) ?? []), tie])
  for (const row of listOpenTies(db)) {
    const { level } = row
    add(row.id_a, {
      level,
      otherPersonId: row.id_b,
      otherName: row.name_b,
      otherRoomId: row.room_b,
      otherZoneId: row.zone_b,
    })
    add(row.id_b, {
      level,
      otherPersonId: row.id_a,
      otherName: row.name_a,
      otherRoomId: row.room_a,
      otherZoneId: row.zone_a,
    })
  }
  return ties
}
