import { sql } from 'kysely'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { openAlertsOf } from '../alerts/open-alerts.ts'

/** Rows of the roster with what placement needs of the person. */
function lodgersQuery() {
  return qb
    .selectFrom('roster')
    .innerJoin('person', 'person.id', 'roster.person_id')
    .select([
      'roster.stay_id',
      'roster.person_id',
      'roster.name',
      'roster.sort_key',
      'roster.birth_on',
      'roster.birth_precision',
      'roster.sex',
      'roster.track',
      'roster.state',
      'roster.out_kind',
      'roster.is_suspended',
      'roster.out_until',
      'roster.since_at',
      'roster.received_at',
      'roster.end_on',
      'roster.bed_id',
      'roster.bed_code',
      'roster.room_id',
      'roster.zone_id',
      'person.placement_sex',
      'person.infection_group',
    ])
    .select(openAlertsOf('roster.person_id').as('open_alerts'))
    .select(
      sql<number>`exists (select 1 from conduct_case where conduct_case.stay_id = roster.stay_id and conduct_case.form = 'special-zone' and conduct_case.state in ('decided', 'in-force'))`.as(
        'in_discipline',
      ),
    )
}

const lodgerOfStay = prepared<{ stay: string }>()((p) => lodgersQuery().where('roster.stay_id', '=', p.stay))

const lodgersOfZone = prepared<{ zone: string }>()((p) =>
  lodgersQuery().where('roster.zone_id', '=', p.zone).where('roster.bed_id', 'is not', null),
)

const lodgersOfRoom = prepared<{ room: string }>()((p) => lodgersQuery().where('roster.room_id', '=', p.room))

const awaiting = prepared<{ key: string; stay: string; limit: number }>()((p) =>
  lodgersQuery()
    .where('roster.bed_id', 'is', null)
    .where('roster.state', '=', 'inside')
    .where(sql<boolean>`(roster.sort_key, roster.stay_id) > (${p.key}, ${p.stay})`)
    .orderBy('roster.sort_key')
    .orderBy('roster.stay_id')
    .limit(p.limit),
)

const awaitingCount = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('roster')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('bed_id', 'is', null)
    .where('state', '=', 'inside'),
)

const apart = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('keep_apart')
    .innerJoin('person', (join) =>
      join.on((e) =>
        e.or([
          e.and([e('person.id', '=', e.ref('keep_apart.person_b')), e('keep_apart.person_a', '=', p.person)]),
          e.and([e('person.id', '=', e.ref('keep_apart.person_a')), e('keep_apart.person_b', '=', p.person)]),
        ]),
      ),
    )
    .leftJoin('roster', (join) =>
      join.onRef('roster.person_id', '=', 'person.id').on('roster.bed_id', 'is not', null),
    )
    .select(['keep_apart.id', 'person.id as other_id', 'person.name', 'keep_apart.level'])
    .select(['roster.room_id', 'roster.zone_id'])
    .where('keep_apart.closed_at', 'is', null)
    .where((e) => e.or([e('keep_apart.person_a', '=', p.person), e('keep_apart.person_b', '=', p.person)])),
)

const bedWithPlaces = prepared<{ bed: string }>()((p) => placedBedsQuery().where('bed.id', '=', p.bed))

const lodgersWithBed = prepared<Record<string, never>>()(() =>
  lodgersQuery().where('roster.bed_id', 'is not', null).orderBy('roster.bed_code').orderBy('roster.stay_id'),
)

const heldBeds = prepared<Record<string, never>>()(() =>
  placedBedsQuery().innerJoin('roster', 'roster.bed_id', 'bed.id'),
)

const bedsStanding = prepared<{ zone: string }>()((p) =>
  placedBedsQuery()
    .where('bed.zone_id', '=', p.zone)
    .where('bed.kind', '=', 'bed')
    .where('bed.retired_at', 'is', null),
)

const openTies = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('keep_apart')
    .innerJoin('roster as a', 'a.person_id', 'keep_apart.person_a')
    .innerJoin('roster as b', 'b.person_id', 'keep_apart.person_b')
    .select(['keep_apart.level', 'a.person_id as id_a', 'a.name as name_a', 'a.room_id as room_a'])
    .select(['a.zone_id as zone_a', 'b.person_id as id_b', 'b.name as name_b'])
    .select(['b.room_id as room_b', 'b.zone_id as zone_b'])
    .where('keep_apart.closed_at', 'is', null)
    .where('a.bed_id', 'is not', null)
    .where('b.bed_id', 'is not', null)
    .orderBy('keep_apart.id'),
)

const freeBeds = prepared<Record<string, never>>()(() => freeBedsQuery())

const freeBedsOfZone = prepared<{ zone: string }>()((p) => freeBedsQuery().where('bed.zone_id', '=', p.zone))

/** Beds with their room, the building between where there is one, and the zone. */
function placedBedsQuery() {
  return qb
    .selectFrom('place as bed')
    .innerJoin('place as room', 'room.id', 'bed.room_id')
    .innerJoin('place as zone', 'zone.id', 'bed.zone_id')
    .leftJoin('place as between', 'between.id', 'room.parent_id')
    .leftJoin('bed_outage', (join) =>
      join.onRef('bed_outage.place_id', '=', 'bed.id').on('bed_outage.ended_at', 'is', null),
    )
    .select([
      'bed.id',
      'bed.full_code',
      'bed.room_id',
      'bed.zone_id',
      'bed.retired_at',
      'room.full_code as room_code',
      'room.capacity_max',
      'room.capacity_use',
      'room.is_private',
      'zone.name as zone_name',
      'zone.legal_kind as zone_kind',
      'bed_outage.reason as outage_reason',
      'bed_outage.back_on',
    ])
    .select((e) => [
      e.fn.coalesce('room.sex', 'between.sex', 'zone.sex').as('sex'),
      e.fn.coalesce('room.age_group', 'between.age_group', 'zone.age_group').as('age_group'),
      e.fn
        .coalesce('room.infection_group', 'between.infection_group', 'zone.infection_group')
        .as('infection_group'),
    ])
}

function freeBedsQuery() {
  return placedBedsQuery()
    .leftJoin('roster', 'roster.bed_id', 'bed.id')
    .where('bed.kind', '=', 'bed')
    .where('bed.retired_at', 'is', null)
    .where('bed_outage.id', 'is', null)
    .where('roster.stay_id', 'is', null)
}

export type LodgerRow = NonNullable<ReturnType<typeof findLodger>>
export type PlacedBedRow = NonNullable<ReturnType<typeof findPlacedBed>>

/** A stay on the roll with what placement needs of it. */
export function findLodger(db: ReadDb, stayId: string) {
  return lodgerOfStay.get(db, { stay: stayId })
}

/** Who holds the beds of a zone. */
export function listLodgersOfZone(db: ReadDb, zoneId: string): LodgerRow[] {
  return lodgersOfZone.all(db, { zone: zoneId })
}

/** Who holds the beds of a room. */
export function listLodgersOfRoom(db: ReadDb, roomId: string): LodgerRow[] {
  return lodgersOfRoom.all(db, { room: roomId })
}

/** Who is inside without a bed, by name, after the one named by key and stay. */
export function listAwaiting(db: ReadDb, after: { key: string; stay: string }, limit: number): LodgerRow[] {
  return awaiting.all(db, { ...after, limit })
}

export function countAwaiting(db: ReadDb): number {
  return awaitingCount.get(db, {})?.count ?? 0
}

/** Open pairs of a person, with where the other one's bed is. */
export function listKeptApart(db: ReadDb, personId: string) {
  return apart.all(db, { person: personId })
}

/** A bed with its room and zone, held or not; retired ones too. */
export function findPlacedBed(db: ReadDb, bedId: string) {
  return bedWithPlaces.get(db, { bed: bedId })
}

/** Beds in service that nobody holds, of one zone or of all. */
export function listFreeBeds(db: ReadDb, zoneId: string | null): PlacedBedRow[] {
  return zoneId === null ? freeBeds.all(db, {}) : freeBedsOfZone.all(db, { zone: zoneId })
}

/** Everybody who holds a bed, by bed. */
export function listLodgersWithBed(db: ReadDb): LodgerRow[] {
  return lodgersWithBed.all(db, {})
}

/** Every bed that is held. */
export function listHeldBeds(db: ReadDb): PlacedBedRow[] {
  return heldBeds.all(db, {})
}

/** Every bed of a zone that stands, held or free, out of service too. */
export function listStandingBeds(db: ReadDb, zoneId: string): PlacedBedRow[] {
  return bedsStanding.all(db, { zone: zoneId })
}

/** Open pairs of which both hold a bed, with where. */
export function listOpenTies(db: ReadDb) {
  return openTies.all(db, {})
}
