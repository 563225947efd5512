import type { WriteDb } from '#db/connection/handles.ts'
import { changeStays } from '#db/queries/custody/writer.ts'
import {
  findLastPlaceChange,
  findPlace,
  findPlaceByCode,
  listBedsOfRoom,
  type PlaceRow,
} from '#db/queries/places/reader.ts'
import { listStaysInRoom, updatePlace } from '#db/queries/places/writer.ts'
import type { PlaceLine } from '#domain/contract/places.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { checkCapacityChange } from '#domain/placement/capacity.ts'
import {
  checkPlaceCode,
  fullPlaceCode,
  PLACE_KIND_LABELS,
  tidyPlaceCode,
  type PlaceKind,
} from '#domain/placement/place-kinds.ts'
import type { AgeGroup, InfectionGroup, LegalZoneKind } from '#domain/placement/zone-kinds.ts'
import type { Sex } from '#domain/people/sex.ts'
import type { FieldChange, WriteContext } from '../use-case.ts'
import { NO_FIGURES, placeLine } from './lines.ts'
import { lineOfPlace } from './reads.ts'

/** What a form of a place says. */
export interface PlaceForm {
  code: string
  name: string | null
  legalKind: LegalZoneKind | null
  sex: Sex | null
  ageGroup: AgeGroup | null
  infectionGroup: InfectionGroup | null
  isPrivate: boolean
  capacity: { maximum: number; inUse: number } | null
}

/** The form as columns; a place without a name is called by kind and code. */
export function placeColumns(form: PlaceForm, kind: PlaceKind, parentFullCode: string | null) {
  const code = tidyPlaceCode(form.code)
  const fullCode = fullPlaceCode(kind, code, parentFullCode)
  return {
    code,
    full_code: fullCode,
    full_code_folded: fullCode.toLowerCase(),
    name: form.name ?? `${PLACE_KIND_LABELS[kind]} ${fullCode}`,
    legal_kind: form.legalKind,
    sex: form.sex,
    age_group: form.ageGroup,
    infection_group: form.infectionGroup,
    is_private: form.isPrivate ? 1 : 0,
    capacity_max: form.capacity?.maximum ?? null,
    capacity_use: form.capacity?.inUse ?? null,
  }
}

/** The place to be changed, as the editor saw it. @throws AppError `not_found`, `conflict` with both sides */
export function placeAtVersion(db: WriteDb, id: string, version: number): PlaceRow {
  const place = findPlace(db, id)
  if (!place || place.retired_at !== null) throw new AppError('not_found')
  if (place.version !== version) {
    const last = findLastPlaceChange(db, id)
    throw new AppError('conflict', undefined, {
      current: { ...placeLine(place, NO_FIGURES) },
      ...(last ? { changedBy: last.by, changedAt: last.at } : {}),
    })
  }
  return place
}

/** May the code be borne here? Looks the only possible rival up. */
export function codeProblems(
  db: WriteDb,
  place: { id: string | null; kind: PlaceKind; code: string; parent: PlaceRow | null },
): Problem[] {
  const parent = place.parent ? { kind: place.parent.kind, fullCode: place.parent.full_code } : null
  const fullCode = fullPlaceCode(place.kind, tidyPlaceCode(place.code), parent?.fullCode ?? null)
  const rival = findPlaceByCode(db, fullCode.toLowerCase())
  const otherFullCodes = rival && rival.id !== place.id ? [rival.full_code] : []
  return checkPlaceCode({ kind: place.kind, code: place.code, parent, otherFullCodes })
}

/** May a room be given these capacities as its beds stand now, `newBeds` about to be added? */
export function capacityProblems(
  db: WriteDb,
  roomId: string | null,
  capacity: { maximum: number; inUse: number } | null,
  newBeds = 0,
): Problem[] {
  if (capacity === null) return []
  const beds = roomId === null ? [] : listBedsOfRoom(db, roomId)
  const problems = checkCapacityChange({
    capacity: { ...capacity, outOfService: beds.filter(({ reason }) => reason !== null).length },
    occupied: beds.filter(({ held_by }) => held_by !== null).length,
    beds: beds.length + newBeds,
  })
  return problems.map((problem) =>
    problem.field === undefined ? problem : { ...problem, field: `capacity.${problem.field}` },
  )
}

const FIELDS = [
  'code',
  'name',
  'legal_kind',
  'sex',
  'age_group',
  'infection_group',
  'is_private',
  'capacity_max',
  'capacity_use',
] as const

/** Changes a place in use; beds of a room whose code changes are called by the new one from then on. */
export function changePlace(
  db: WriteDb,
  context: WriteContext,
  input: PlaceForm & { id: string; version: number },
): PlaceLine {
  const before = placeAtVersion(db, input.id, input.version)
  const parent = before.parent_id === null ? null : (findPlace(db, before.parent_id) ?? null)
  const capacity = before.kind === 'room' ? input.capacity : null
  const problems = [
    ...codeProblems(db, { id: before.id, kind: before.kind, code: input.code, parent }),
    ...capacityProblems(db, before.id, capacity),
  ]
  if (problems.length > 0) throw ruleViolated(problems)
  const columns = placeColumns({ ...input, capacity }, before.kind, parent?.full_code ?? null)
  if (before.kind === 'room' && columns.code !== before.code) renameRoom(db, context, before, columns)
  else updatePlace(db, before.id, columns)
  const fields = FIELDS.map((field): FieldChange => ({
    entity: 'place',
    entityId: before.id,
    field,
    before: before[field] === null ? null : String(before[field]),
    after: columns[field] === null ? null : String(columns[field]),
  })).filter((field) => field.before !== field.after)
  context.audit({ action: 'place.changed', subject: { kind: 'place', id: before.id }, fields })
  context.changed('places', before.id)
  return lineOfPlace(db, before.id)
}

function renameRoom(
  db: WriteDb,
  context: WriteContext,
  room: PlaceRow,
  columns: ReturnType<typeof placeColumns>,
): void {
  changeStays(db, context.now, listStaysInRoom(db, room.id), () => {
    updatePlace(db, room.id, columns)
    for (const bed of listBedsOfRoom(db, room.id)) {
      const fullCode = fullPlaceCode('bed', bed.code, columns.full_code)
      updatePlace(db, bed.id, { full_code: fullCode, full_code_folded: fullCode.toLowerCase() })
    }
  })
}
