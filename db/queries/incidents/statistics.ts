import { sql, type SqlBool } from 'kysely'
import { ENDING_KINDS, type CustodyEventKind } from '#domain/custody/event-kinds.ts'
import type { InjurySlice } from '#domain/incidents/statistics.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { matches, type IncidentQuery } from './asked.ts'

/** Incidents asked for, with columns of one index only: figures of ten years never touch the rows. */
function counted(asked: IncidentQuery) {
  return qb
    .selectFrom('incident')
    .where(matches(asked, true))
    .select((e) => e.fn.countAll<number>().as('count'))
}

function ids(asked: IncidentQuery) {
  return qb.selectFrom('incident').where(matches(asked, true)).select('incident.id')
}

/** Incidents asked for by kind. */
export function countByKind(db: ReadDb, asked: IncidentQuery) {
  return db.all(counted(asked).select('incident.kind').groupBy('incident.kind'))
}

/** For the heat map of zones and hours. */
export function countByZoneAndHour(db: ReadDb, asked: IncidentQuery) {
  return db.all(
    counted(asked)
      .select(['incident.zone_id', 'incident.occurred_hour as hour'])
      .groupBy(['incident.zone_id', 'incident.occurred_hour']),
  )
}

/** For the heat map of weekdays (1 Monday … 7 Sunday) and hours. */
export function countByWeekdayAndHour(db: ReadDb, asked: IncidentQuery) {
  return db.all(
    counted(asked)
      .select([
        // SQLite counts the days of the week from Sunday, 0.
        sql<number>`(strftime('%w', incident.occurred_on) + 6) % 7 + 1`.as('weekday'),
        'incident.occurred_hour as hour',
      ])
      .groupBy(['weekday', 'incident.occurred_hour']),
  )
}

/** For the trend, by month (`YYYY-MM`) and kind. */
export function countByMonth(db: ReadDb, asked: IncidentQuery) {
  return db.all(
    counted(asked)
      .select([sql<string>`substr(incident.occurred_on, 1, 7)`.as('month'), 'incident.kind'])
      .groupBy(['month', 'incident.kind']),
  )
}

/** State and day of the last step of each incident that is somebody's work. */
export function listStandings(db: ReadDb, asked: IncidentQuery) {
  return db.all(
    qb.selectFrom('incident').where(matches(asked, true)).select(['incident.state', 'incident.state_since']),
  )
}

/** When the closed ones were reported and closed. */
export function listClosings(db: ReadDb, asked: IncidentQuery) {
  return db.all(
    qb
      .selectFrom('incident')
      .where(matches({ ...asked, states: ['closed'] }, true))
      .select(['incident.kind', 'incident.reported_at', 'incident.closed_at'])
      .where('incident.closed_at', 'is not', null),
  )
}

/** Residents who stand in more than one of the incidents, the most often first. */
export function listRepeated(db: ReadDb, asked: IncidentQuery, limit: number) {
  return db.all(
    qb
      .selectFrom('incident_involvement')
      .innerJoin('incident', 'incident.id', 'incident_involvement.incident_id')
      .innerJoin('person', 'person.id', 'incident_involvement.person_id')
      .where(matches(asked, true))
      .where('incident_involvement.removed_at', 'is', null)
      .select(['person.id', 'person.name'])
      .select((e) => [
        e.fn.count<number>('incident.id').distinct().as('count'),
        e.fn.max('incident.occurred_at').as('last'),
      ])
      .groupBy('person.id')
      .having((e) => e(e.fn.count('incident.id').distinct(), '>', 1))
      .orderBy('count', 'desc')
      .orderBy('last', 'desc')
      .orderBy('person.id')
      .limit(limit),
  )
}

/** In how many incidents each substance was found by each route. */
export function countContraband(db: ReadDb, asked: IncidentQuery) {
  return db.all(
    qb
      .selectFrom('incident_exhibit')
      .where('incident_exhibit.incident_id', 'in', ids(asked))
      .where('incident_exhibit.substance', 'is not', null)
      .select(['incident_exhibit.substance', 'incident_exhibit.route'])
      .select((e) => e.fn.count<number>('incident_exhibit.incident_id').distinct().as('incidents'))
      .groupBy(['incident_exhibit.substance', 'incident_exhibit.route'])
      .orderBy('incidents', 'desc'),
  )
}

/** How much was found, by substance, route and unit. */
export function sumContraband(db: ReadDb, asked: IncidentQuery) {
  return db.all(
    qb
      .selectFrom('incident_exhibit')
      .where('incident_exhibit.incident_id', 'in', ids(asked))
      .where('incident_exhibit.substance', 'is not', null)
      .select(['incident_exhibit.substance', 'incident_exhibit.route', 'incident_exhibit.unit'])
      .select((e) => e.fn.sum<number>('incident_exhibit.quantity').as('quantity'))
      .groupBy(['incident_exhibit.substance', 'incident_exhibit.route', 'incident_exhibit.unit']),
  )
}

/** How many people were hurt in the incidents asked for, and in how many of them; nothing medical. */
export function countInjured(db: ReadDb, asked: IncidentQuery, slice: InjurySlice) {
  let injuries = qb
    .selectFrom('incident_injury')
    .where('incident_injury.incident_id', 'in', ids(asked))
    .select((e) => [
      e.fn.count<number>('incident_injury.involvement_id').distinct().as('people'),
      e.fn.count<number>('incident_injury.incident_id').distinct().as('incidents'),
    ])
  if (slice === 'hospital') injuries = injuries.where('incident_injury.is_hospital', '=', 1)
  return db.get(injuries)
}

/** A custody event that a correction cancels. */
const CANCELLED = sql<SqlBool>`exists (select 1 from custody_event as fix where fix.stay_id = event.stay_id and fix.cancels = event.id)`

/**
 * Each person who escaped in the incidents: when, when he or she was back, and whether the stay ended while away;
 * an escape written by mistake and corrected is left out.
 */
export function listEscapesOf(db: ReadDb, asked: IncidentQuery) {
  const next = (kinds: readonly CustodyEventKind[]) =>
    qb
      .selectFrom('custody_event as event')
      .where(sql<SqlBool>`event.stay_id = "escape".stay_id and event.at >= "escape".escaped_at`)
      .where('event.kind', 'in', kinds)
      .where((e) => e.not(CANCELLED))
      .select((e) => e.fn.min('event.at').as('at'))
  const kinds = asked.kinds.length === 0 ? (['escape'] as const) : asked.kinds
  return db.all(
    qb
      .selectFrom('escape')
      .innerJoin('custody_event as event', 'event.id', 'escape.id')
      .where('escape.incident_id', 'in', ids({ ...asked, kinds: [...kinds] }))
      .where((e) => e.not(CANCELLED))
      .select((e) => [
        'escape.incident_id',
        'escape.escaped_at',
        e
          .parens(next(['recovered']))
          .$castTo<string | null>()
          .as('recovered_at'),
        e.parens(next(ENDING_KINDS)).$castTo<string | null>().as('ended_at'),
      ]),
  )
}

/** Roles a person has in the incidents asked for, one row each. */
export function listRolesOfPerson(db: ReadDb, asked: IncidentQuery & { personId: string }) {
  return db.all(
    qb
      .selectFrom('incident')
      .innerJoin('incident_involvement as part', 'part.incident_id', 'incident.id')
      .where(matches(asked, true))
      .where('part.person_id', '=', asked.personId)
      .where('part.removed_at', 'is', null)
      .select(['incident.id', 'incident.kind', 'incident.form_version', 'incident.occurred_on', 'part.role'])
      .orderBy('incident.occurred_at')
      .orderBy('incident.id'),
  )
}
