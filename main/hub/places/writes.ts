import type { WriteDb } from '#db/connection/handles.ts'
import {
  findBed,
  findBedHolder,
  findPlace,
  listBedsOfRoom,
  listSubtree,
  type PlaceRow,
} from '#db/queries/places/reader.ts'
import { closeOutage, insertPlace, openOutage, updatePlace } from '#db/queries/places/writer.ts'
import type { placesContract } from '#domain/contract/places.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { checkOutage } from '#domain/placement/capacity.ts'
import { PLACE_KIND_LABELS } from '#domain/placement/place-kinds.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { capacityProblems, changePlace, codeProblems, placeAtVersion, placeColumns } from './change-place.ts'
import { bedLine } from './lines.ts'
import { lineOfPlace } from './reads.ts'

const BED_FORM = {
  name: null,
  legalKind: null,
  sex: null,
  ageGroup: null,
  infectionGroup: null,
  isPrivate: false,
  capacity: null,
}

function placeInUse(db: WriteDb, id: string): PlaceRow {
  const place = findPlace(db, id)
  if (!place || place.retired_at !== null) throw new AppError('not_found')
  return place
}

function bedLines(db: WriteDb, ids: readonly string[]) {
  return ids.map((id) => findBed(db, id)).flatMap((bed) => (bed ? [bedLine(bed)] : []))
}

function bedInUse(db: WriteDb, id: string) {
  const bed = findBed(db, id)
  if (!bed || bed.retired_at !== null) throw new AppError('not_found')
  return bed
}

/** A place out of the tree; what happened in it stays as it was. */
function retire(db: WriteDb, context: WriteContext, place: PlaceRow): { retired: number } {
  const subtree = listSubtree(db, place.id)
  const holder = subtree
    .filter(({ kind }) => kind === 'bed')
    .map((bed) => ({ bed, by: findBedHolder(db, bed.id) }))
    .find(({ by }) => by !== undefined)
  if (holder?.by) {
    const label = PLACE_KIND_LABELS[place.kind]
    const message =
      `${label} ${place.full_code} chưa bỏ được: giường ${holder.bed.full_code} đang có ${holder.by.name} ` +
      `từ ${formatInstant(holder.by.since_at)}. Chuyển người sang giường khác trước.`
    throw ruleViolated([{ code: 'place-occupied', message }])
  }
  for (const { id } of subtree) updatePlace(db, id, { retired_at: context.now })
  context.audit({
    action: 'place.retired',
    subject: { kind: 'place', id: place.id },
    facts: { kind: place.kind, code: place.full_code, places: subtree.length },
  })
  context.changed('places', place.zone_id)
  return { retired: subtree.length }
}

export const placesWrites: WriteUseCases<typeof placesContract> = {
  add: (db, context, input) => {
    const parent = input.parentId === null ? null : placeInUse(db, input.parentId)
    const capacity = input.kind === 'room' ? input.capacity : null
    const problems = [
      ...codeProblems(db, { id: null, kind: input.kind, code: input.code, parent }),
      ...capacityProblems(db, null, capacity),
    ]
    if (problems.length > 0) throw ruleViolated(problems)
    insertPlace(db, {
      id: input.id,
      parent_id: parent?.id ?? null,
      kind: input.kind,
      zone_id: parent?.zone_id ?? input.id,
      room_id: null,
      ...placeColumns({ ...input, capacity }, input.kind, parent?.full_code ?? null),
      created_at: context.now,
    })
    context.audit({
      action: 'place.added',
      subject: { kind: 'place', id: input.id },
      facts: { kind: input.kind, code: input.code },
    })
    context.changed('places', parent?.zone_id ?? input.id)
    return lineOfPlace(db, input.id)
  },
  addBeds: (db, context, input) => {
    const room = placeInUse(db, input.roomId)
    const capacity =
      input.capacity ??
      (room.capacity_max === null || room.capacity_use === null
        ? null
        : { maximum: room.capacity_max, inUse: room.capacity_use })
    const problems: Problem[] = capacityProblems(db, room.id, capacity, input.beds.length)
    for (const [index, bed] of input.beds.entries()) {
      const found = codeProblems(db, { id: null, kind: 'bed', code: bed.code, parent: room })
      problems.push(...found.map((problem) => ({ ...problem, field: `beds.${index}.code` })))
      if (found.length > 0) continue
      insertPlace(db, {
        id: bed.id,
        parent_id: room.id,
        kind: 'bed',
        zone_id: room.zone_id,
        room_id: room.id,
        ...placeColumns({ ...BED_FORM, code: bed.code }, 'bed', room.full_code),
        created_at: context.now,
      })
    }
    if (problems.length > 0) throw ruleViolated(problems)
    if (input.capacity) {
      updatePlace(db, room.id, { capacity_max: input.capacity.maximum, capacity_use: input.capacity.inUse })
    }
    context.audit({
      action: 'place.beds-added',
      subject: { kind: 'place', id: room.id },
      facts: { room: room.full_code, beds: input.beds.length },
    })
    context.changed('places', room.zone_id)
    const ids = new Set(input.beds.map(({ id }) => id))
    const beds = listBedsOfRoom(db, room.id).filter(({ id }) => ids.has(id))
    return { room: lineOfPlace(db, room.id), beds: beds.map(bedLine) }
  },
  change: changePlace,
  retire: (db, context, input) => retire(db, context, placeAtVersion(db, input.id, input.version)),
  setOutage: (db, context, input) => {
    const problems: Problem[] = []
    for (const { outageId, bedId } of input.beds) {
      const bed = bedInUse(db, bedId)
      const holder = findBedHolder(db, bedId)
      const found = checkOutage({
        bedCode: bed.full_code,
        reason: input.reason,
        note: input.note,
        today: dayOf(context.now),
        backOn: input.backOn,
        heldBy: holder ? { name: holder.name, since: holder.since_at } : null,
        outSince: bed.from_at,
      })
      problems.push(...found)
      if (found.length > 0) continue
      openOutage(db, {
        id: outageId,
        bedId,
        reason: input.reason,
        note: input.note,
        fromAt: context.now,
        backOn: input.backOn,
        recordedBy: context.actor.key,
      })
      context.audit({
        action: 'bed.out-of-service',
        subject: { kind: 'place', id: bedId },
        facts: { code: bed.full_code, reason: input.reason, backOn: input.backOn },
      })
      context.changed('places', bed.zone_id)
    }
    if (problems.length > 0) throw ruleViolated(problems)
    return {
      beds: bedLines(
        db,
        input.beds.map(({ bedId }) => bedId),
      ),
    }
  },
  clearOutage: (db, context, input) => {
    for (const bedId of input.bedIds) {
      const bed = bedInUse(db, bedId)
      if (!closeOutage(db, bedId, { now: context.now, key: context.actor.key })) continue
      context.audit({
        action: 'bed.back-in-service',
        subject: { kind: 'place', id: bedId },
        facts: { code: bed.full_code },
      })
      context.changed('places', bed.zone_id)
    }
    return { beds: bedLines(db, input.bedIds) }
  },
}
