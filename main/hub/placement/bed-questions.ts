import type { ReadDb } from '#db/connection/handles.ts'
import { readOpenAlerts } from '#db/queries/alerts/open-alerts.ts'
import {
  findPlacedBed,
  listFreeBeds,
  listKeptApart,
  listLodgersOfRoom,
  type LodgerRow,
  type PlacedBedRow,
} from '#db/queries/placement/reader.ts'
import { alertsThatInterrupt, shownFaces, type AlertSpan } from '#domain/alerts/active-alerts.ts'
import type { AlertFace } from '#domain/alerts/alert-codes.ts'
import { OUTAGE_REASON_LABELS, OUTAGE_REASONS } from '#domain/placement/capacity.ts'
import type { KeepApart } from '#domain/placement/keep-apart.ts'
import { lodgingAgeGroup } from '#domain/placement/lodging-age-group.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'
import type {
  BedWithRoom,
  Occupant,
  PlacementBed,
  PlacementPerson,
} from '#domain/placement/placement-person.ts'
import { LEGAL_ZONE_KINDS } from '#domain/placement/zone-kinds.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'

/** A person on the roll as placement judges him or her at this moment. */
export function placementPerson(row: LodgerRow, now: Instant): PlacementPerson {
  const act = row.bed_id === null ? 'placement' : 'move'
  const birth =
    row.birth_on === null || row.birth_precision === null
      ? null
      : { on: row.birth_on, precision: row.birth_precision }
  const age = { birth, receivedOn: dayOf(row.received_at), endOn: row.end_on }
  return {
    stayId: row.stay_id,
    personId: row.person_id,
    name: row.name,
    sex: row.sex,
    placementSex: row.placement_sex,
    ageGroup: lodgingAgeGroup(age, dayOf(now)),
    infectionGroup: row.infection_group,
    track: row.track,
    inDetox: false,
    inDiscipline: row.in_discipline === 1,
    alerts: placementAlerts(readOpenAlerts(row.open_alerts), act, now),
  }
}

/**
 * Alerts to be read before a bed is given. Whoever asks, a medical one is named only as that there is one: beds and
 * events carry no findings.
 */
export function placementAlerts(
  open: readonly AlertSpan[],
  act: 'placement' | 'move',
  now: Instant,
): AlertFace[] {
  const day = dayOf(now)
  return shownFaces(alertsThatInterrupt(open, act, day), day, false)
}

/** Whom the person is kept apart from, with where those are now. */
export function keptApartOf(db: ReadDb, personId: string): KeepApart[] {
  return listKeptApart(db, personId).map((pair) => ({
    otherPersonId: pair.other_id,
    otherName: pair.name,
    level: pair.level,
    otherRoomId: pair.room_id,
    otherZoneId: pair.zone_id,
  }))
}

/** Rooms with who lies in them, each looked up once; a draft may lay people into beds without writing. */
export class RoomsNow {
  readonly #db: ReadDb
  readonly #now: Instant
  readonly #occupants = new Map<string, Occupant[]>()

  constructor(db: ReadDb, now: Instant) {
    this.#db = db
    this.#now = now
  }

  occupants(roomId: string): Occupant[] {
    const known = this.#occupants.get(roomId)
    if (known) return known
    const found = listLodgersOfRoom(this.#db, roomId).map((row): Occupant => ({
      ...placementPerson(row, this.#now),
      bedId: row.bed_id ?? '',
      since: row.since_at,
    }))
    this.#occupants.set(roomId, found)
    return found
  }

  /** Lays a person into a bed, in thought only. */
  lay(person: PlacementPerson, bed: PlacementBed): void {
    this.occupants(bed.roomId).push({ ...person, bedId: bed.bedId, since: this.#now })
  }

  bed(bedId: string): (BedWithRoom & { row: PlacedBedRow }) | undefined {
    const row = findPlacedBed(this.#db, bedId)
    if (!row || row.retired_at !== null) return undefined
    return { row, ...this.withRoom(row) }
  }

  /** Beds that nobody holds and that are in service. */
  free(zoneId: string | null): { row: PlacedBedRow; bed: PlacementBed }[] {
    return listFreeBeds(this.#db, zoneId)
      .map((row) => ({ row, bed: placementBed(row) }))
      .toSorted((a, b) => comparePlaceCodes(a.bed.code, b.bed.code))
  }

  withRoom(row: PlacedBedRow): BedWithRoom {
    const bed = placementBed(row)
    return { bed, occupants: this.occupants(bed.roomId) }
  }
}

/** A bed as placement judges it. */
export function placementBed(row: PlacedBedRow): PlacementBed {
  const reason = OUTAGE_REASONS.find((known) => known === row.outage_reason)
  return {
    bedId: row.id,
    code: row.full_code,
    roomId: row.room_id ?? '',
    roomCode: row.room_code,
    zoneId: row.zone_id,
    zoneKind: LEGAL_ZONE_KINDS.find((kind) => kind === row.zone_kind) ?? null,
    sex: row.sex,
    ageGroup: row.age_group,
    infectionGroup: row.infection_group,
    isPrivate: row.is_private === 1,
    capacity:
      row.capacity_max === null || row.capacity_use === null
        ? null
        : { maximum: row.capacity_max, inUse: row.capacity_use, outOfService: 0 },
    outage: reason === undefined ? null : { reason: OUTAGE_REASON_LABELS[reason], backOn: row.back_on },
  }
}
