import { sql, type RawBuilder } from 'kysely'
import type { PersonRow } from '#domain/contract/person-shapes.ts'
import { qb } from '../../connection/query-builder.ts'
import { openAlertsOf, readOpenAlerts, type OpenAlert } from '../alerts/open-alerts.ts'

/** A person's line with the alerts nobody has closed; how they look depends on who reads. */
export type StoredPersonRow = Omit<PersonRow, 'alerts'> & { openAlerts: OpenAlert[] }

/** The photo shown of the person of a row. */
export function photoOf(personColumn: string): RawBuilder<string | null> {
  return sql<
    string | null
  >`(select photo.id from photo where photo.person_id = ${sql.ref(personColumn)} and photo.superseded_at is null order by photo.created_at desc limit 1)`
}

const ROSTER_COLUMNS = [
  'roster.person_id',
  'roster.stay_id',
  'roster.name',
  'roster.birth_on',
  'roster.birth_precision',
  'roster.sex',
  'roster.ordinal',
  'roster.track',
  'roster.state',
  'roster.out_kind',
  'roster.is_suspended',
  'roster.zone_id',
  'roster.bed_code',
  'roster.received_at',
  'roster.out_until',
  'roster.end_on',
  'place.name as zone_name',
] as const

/** People on the roll as lines. */
export function rosterLines() {
  return qb
    .selectFrom('roster')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .select([...ROSTER_COLUMNS, 'roster.sort_key'])
    .select([photoOf('roster.person_id').as('photo_id'), openAlertsOf('roster.person_id').as('open_alerts')])
}

type RosterLine =
  ReturnType<ReturnType<typeof rosterLines>['execute']> extends Promise<(infer R)[]> ? R : never

export function fromRoster(row: Omit<RosterLine, 'sort_key'>): StoredPersonRow {
  return {
    personId: row.person_id,
    stayId: row.stay_id,
    name: row.name,
    photoId: row.photo_id,
    birthOn: row.birth_on,
    birthPrecision: row.birth_precision,
    sex: row.sex,
    ordinal: row.ordinal,
    track: row.track,
    state: row.state,
    outKind: row.out_kind,
    isSuspended: row.is_suspended === 1,
    zoneId: row.zone_id,
    zoneName: row.zone_name,
    bedCode: row.bed_code,
    receivedAt: row.received_at,
    outUntil: row.out_until,
    endOn: row.end_on,
    endedAt: null,
    endedKind: null,
    openAlerts: readOpenAlerts(row.open_alerts),
  }
}

const PAST_COLUMNS = [
  'person.id as person_id',
  'person.name',
  'person.birth_on',
  'person.birth_precision',
  'person.sex',
  'person.sort_key',
  'stay_state.stay_id',
  'stay.ordinal',
  'stay_state.track',
  'stay_state.state',
  'stay_state.received_at',
  'stay_state.ended_at',
  'stay_state.ended_kind',
] as const

/** Stays that are over (or have not begun), with their persons, as lines. */
export function pastLines() {
  return qb
    .selectFrom('stay_state')
    .innerJoin('person', 'person.id', 'stay_state.person_id')
    .innerJoin('stay', 'stay.id', 'stay_state.stay_id')
    .select(PAST_COLUMNS)
    .select([photoOf('person.id').as('photo_id'), openAlertsOf('person.id').as('open_alerts')])
}

/** The same lines walked person by person: a page in the order of names must not sort every stay there ever was. */
export function pastLinesByName() {
  return qb
    .selectFrom('person')
    .crossJoin('stay_state')
    .innerJoin('stay', 'stay.id', 'stay_state.stay_id')
    .whereRef('stay_state.person_id', '=', 'person.id')
    .select(PAST_COLUMNS)
    .select([photoOf('person.id').as('photo_id'), openAlertsOf('person.id').as('open_alerts')])
}

type PastLine = ReturnType<ReturnType<typeof pastLines>['execute']> extends Promise<(infer R)[]> ? R : never

/** A line without a stay, for someone whose reception is not recorded. */
type BareLine = Pick<
  PastLine,
  'person_id' | 'name' | 'birth_on' | 'birth_precision' | 'sex' | 'open_alerts' | 'photo_id'
> & {
  [K in 'stay_id' | 'ordinal' | 'track' | 'received_at' | 'ended_at' | 'ended_kind']: null
} & { state: 'expected' }

export function fromPast(row: Omit<PastLine, 'sort_key'> | BareLine): StoredPersonRow {
  return {
    personId: row.person_id,
    stayId: row.stay_id,
    name: row.name,
    photoId: row.photo_id,
    birthOn: row.birth_on,
    birthPrecision: row.birth_precision,
    sex: row.sex,
    ordinal: row.ordinal,
    track: row.track,
    state: row.state,
    outKind: null,
    isSuspended: false,
    zoneId: null,
    zoneName: null,
    bedCode: null,
    receivedAt: row.received_at,
    outUntil: null,
    endOn: null,
    endedAt: row.ended_at,
    endedKind: row.ended_kind,
    openAlerts: readOpenAlerts(row.open_alerts),
  }
}
