import { sql } from 'kysely'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { matches, type IncidentQuery } from './asked.ts'

/** Incidents asked for, with columns of one index only: figures of ten years never touch the rows. */
function counted(asked: IncidentQuery) {
  return qb
    .selectFrom('incident')
    .where(matches(asked))
    .select((e) => e.fn.countAll<number>().as('count'))
}

function ids(asked: IncidentQuery) {
  return qb.selectFrom('incident').where(matches(asked)).select('incident.id')
}

/** The statement behind the figures by kind; for the query-plan test too. */
export function incidentsByKind(asked: IncidentQuery) {
  return counted(asked).select('incident.kind').groupBy('incident.kind')
}

export function countByKind(db: ReadDb, asked: IncidentQuery) {
  return db.all(incidentsByKind(asked))
}

/** The statement behind the heat map of zones and hours; for the query-plan test too. */
export function incidentsByZoneAndHour(asked: IncidentQuery) {
  return counted(asked)
    .select(['incident.zone_id', 'incident.occurred_hour as hour'])
    .groupBy(['incident.zone_id', 'incident.occurred_hour'])
}

export function countByZoneAndHour(db: ReadDb, asked: IncidentQuery) {
  return db.all(incidentsByZoneAndHour(asked))
}

/** The statement behind the heat map of weekdays and hours, 1 Monday … 7 Sunday; for the query-plan test too. */
export function incidentsByWeekdayAndHour(asked: IncidentQuery) {
  return counted(asked)
    .select([
      // SQLite counts the days of the week from Sunday, 0.
      sql<number>`(strftime('%w', incident.occurred_on) + 6) % 7 + 1`.as('weekday'),
      'incident.occurred_hour as hour',
    ])
    .groupBy(['weekday', 'incident.occurred_hour'])
}

export function countByWeekdayAndHour(db: ReadDb, asked: IncidentQuery) {
  return db.all(incidentsByWeekdayAndHour(asked))
}

/** The statement behind the trend, by month (`YYYY-MM`) and kind; for the query-plan test too. */
export function incidentsByMonth(asked: IncidentQuery) {
  return counted(asked)
    .select([sql<string>`substr(incident.occurred_on, 1, 7)`.as('month'), 'incident.kind'])
    .groupBy(['month', 'incident.kind'])
}

export function countByMonth(db: ReadDb, asked: IncidentQuery) {
  return db.all(incidentsByMonth(asked))
}

/** State and day of the last step of each incident that is somebody's work. */
export function listStandings(db: ReadDb, asked: IncidentQuery) {
  return db.all(
    qb.selectFrom('incident').where(matches(asked)).select(['incident.state', 'incident.state_since']),
  )
}

/** When the closed ones were reported and closed. */
export function listClosings(db: ReadDb, asked: IncidentQuery) {
  return db.all(
    qb
      .selectFrom('incident')
      .where(matches({ ...asked, states: ['closed'] }))
      .select(['incident.reported_at', 'incident.closed_at'])
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
      .where(matches(asked))
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

/** Drugs found in the incidents, by substance, route and unit. */
export function sumContraband(db: ReadDb, asked: IncidentQuery) {
  return db.all(
    qb
      .selectFrom('incident_exhibit')
      .where('incident_exhibit.incident_id', 'in', ids(asked))
      .where('incident_exhibit.substance', 'is not', null)
      .select(['incident_exhibit.substance', 'incident_exhibit.route', 'incident_exhibit.unit'])
      .select((e) => [
        e.fn.countAll<number>().as('finds'),
        e.fn.count<number>('incident_exhibit.incident_id').distinct().as('incidents'),
        e.fn.sum<number>('incident_exhibit.quantity').as('quantity'),
      ])
      .groupBy(['incident_exhibit.substance', 'incident_exhibit.route', 'incident_exhibit.unit']),
  )
}

/** How many people were hurt in the incidents, and how many went to a hospital; nothing medical. */
export function countInjured(db: ReadDb, asked: IncidentQuery) {
  return db.get(
    qb
      .selectFrom('incident_injury')
      .where('incident_injury.incident_id', 'in', ids(asked))
      .select((e) => [
        e.fn.count<number>('incident_injury.involvement_id').distinct().as('people'),
        e.fn.count<number>('incident_injury.incident_id').distinct().as('incidents'),
        sql<number>`count(distinct case when is_hospital = 1 then involvement_id end)`.as('hospital'),
      ]),
  )
}

/** Each person who escaped in the incidents, with the stay whose events say how it ended. */
export function listEscapesOf(db: ReadDb, asked: IncidentQuery) {
  return db.all(
    qb
      .selectFrom('escape')
      .where('escape.incident_id', 'in', ids({ ...asked, kinds: ['escape'] }))
      .select(['escape.id', 'escape.incident_id', 'escape.stay_id', 'escape.escaped_at']),
  )
}

const roleMonths = prepared<{ person: string; from: string }>()((p) =>
  qb
    .selectFrom('incident_involvement')
    .innerJoin('incident', 'incident.id', 'incident_involvement.incident_id')
    .where('incident_involvement.person_id', '=', p.person)
    .where('incident_involvement.removed_at', 'is', null)
    .where('incident.occurred_on', '>=', p.from)
    .select([
      'incident.id',
      'incident.kind',
      'incident.form_version',
      'incident.state',
      'incident.secrecy',
      'incident.zone_id',
      'incident.occurred_on',
      'incident_involvement.role',
    ])
    .orderBy('incident.occurred_at')
    .orderBy('incident.id'),
)

/** Incidents a person stands in since a day, with the role. */
export function listRolesOfPerson(db: ReadDb, personId: string, from: string) {
  return roleMonths.all(db, { person: personId, from })
}
