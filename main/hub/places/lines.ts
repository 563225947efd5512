import type { BedRow, PlaceRow } from '#db/queries/places/reader.ts'
import type { BedLine, PlaceFigures, PlaceLine } from '#domain/contract/places.ts'
import { OUTAGE_REASONS } from '#domain/placement/capacity.ts'
import { LEGAL_ZONE_KINDS } from '#domain/placement/zone-kinds.ts'

/** A place as the screens get it. */
export function placeLine(row: PlaceRow, figures: PlaceFigures): PlaceLine {
  return {
    id: row.id,
    parentId: row.parent_id,
    zoneId: row.zone_id,
    kind: row.kind,
    code: row.code,
    fullCode: row.full_code,
    name: row.name,
    legalKind: LEGAL_ZONE_KINDS.find((kind) => kind === row.legal_kind) ?? null,
    sex: row.sex,
    ageGroup: row.age_group,
    infectionGroup: row.infection_group,
    isPrivate: row.is_private === 1,
    capacity:
      row.capacity_max === null || row.capacity_use === null
        ? null
        : { maximum: row.capacity_max, inUse: row.capacity_use },
    version: row.version,
    figures,
  }
}

/** A bed as the screens get it, without who holds it. */
export function bedLine(row: BedRow): BedLine {
  return {
    id: row.id,
    roomId: row.room_id ?? '',
    code: row.code,
    fullCode: row.full_code,
    isHeld: row.held_by !== null,
    outage:
      row.reason === null || row.from_at === null
        ? null
        : {
            reason: OUTAGE_REASONS.find((reason) => reason === row.reason) ?? 'other',
            note: row.note,
            fromAt: row.from_at,
            backOn: row.back_on,
          },
    version: row.version,
  }
}

export const NO_FIGURES: PlaceFigures = { beds: 0, held: 0, outOfService: 0, maximum: 0, inUse: 0 }

/** The figures of one room; one not counted yet is as large as its beds. */
export function roomFigures(
  counted: { beds: number; held: number; outOfService: number },
  capacity: { maximum: number | null; inUse: number | null },
): PlaceFigures {
  const inService = counted.beds - counted.outOfService
  return { ...counted, maximum: capacity.maximum ?? counted.beds, inUse: capacity.inUse ?? inService }
}

/** Sums figures of rooms into those of what they stand in. */
export function addFigures(a: PlaceFigures, b: PlaceFigures): PlaceFigures {
  return {
    beds: a.beds + b.beds,
    held: a.held + b.held,
    outOfService: a.outOfService + b.outOfService,
    maximum: a.maximum + b.maximum,
    inUse: a.inUse + b.inUse,
  }
}
