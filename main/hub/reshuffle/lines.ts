import { z } from 'zod'
import type { ReadDb } from '#db/connection/handles.ts'
import { findLodger, findPlacedBed } from '#db/queries/placement/reader.ts'
import { findPersonOfStay } from '#db/queries/reshuffle/names.ts'
import type { ReshuffleRow } from '#db/queries/reshuffle/reader.ts'
import type { ReshuffleDraft, ReshuffleMoveLine } from '#domain/contract/reshuffle.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'

/** A move as the row keeps it; `eventId` once it was made. */
const storedMove = z.object({
  stayId: z.string(),
  fromBedId: z.string(),
  toBedId: z.string(),
  eventId: z.string().optional(),
})
export type StoredMove = z.infer<typeof storedMove>

/** The moves in the row; what stands there was checked when it was kept. */
export function movesOf(row: ReshuffleRow): StoredMove[] {
  return z.array(storedMove).parse(JSON.parse(row.moves))
}

export function draftLine(row: ReshuffleRow, names: ReadonlyMap<string, string>): ReshuffleDraft {
  const nameOf = (key: string) => names.get(key) ?? key
  return {
    id: row.id,
    zoneId: row.zone_id,
    zoneName: row.zone_name,
    name: row.name,
    reason: row.reason,
    state: row.state,
    moves: movesOf(row).length,
    madeAt: row.made_at,
    madeBy: nameOf(row.made_by),
    changedAt: row.changed_at,
    changedBy: nameOf(row.changed_by),
    doneAt: row.done_at,
    doneBy: row.done_by === null ? null : nameOf(row.done_by),
    version: row.version,
  }
}

/** The list of moves as it is read out in the zone: by the bed left, as people count. */
export function moveLines(db: ReadDb, moves: readonly StoredMove[]): ReshuffleMoveLine[] {
  const code = (bedId: string) => findPlacedBed(db, bedId)?.full_code ?? ''
  return moves
    .flatMap(({ stayId, fromBedId, toBedId }): ReshuffleMoveLine[] => {
      const person = findLodger(db, stayId) ?? findPersonOfStay(db, stayId)
      if (!person) return []
      return [
        {
          stayId,
          personId: person.person_id,
          name: person.name,
          birthOn: person.birth_on,
          fromCode: code(fromBedId),
          toCode: code(toBedId),
        },
      ]
    })
    .toSorted((a, b) => comparePlaceCodes(a.fromCode, b.fromCode))
}
