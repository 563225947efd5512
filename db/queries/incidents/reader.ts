import { sql } from 'kysely'
import type { IncidentState } from '#domain/incidents/incident-states.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { matches, type IncidentQuery } from './asked.ts'

function incidentsQuery() {
  return qb
    .selectFrom('incident')
    .leftJoin('place as zone', 'zone.id', 'incident.zone_id')
    .leftJoin('place', 'place.id', 'incident.place_id')
    .leftJoin('user', 'user.id', 'incident.owner_id')
    .selectAll('incident')
    .select(['zone.name as zone_name', 'place.name as place_name', 'user.display_name as owner_name'])
}

const incidentById = prepared<{ id: string }>()((p) => incidentsQuery().where('incident.id', '=', p.id))

const lastNumber = prepared<{ year: number }>()((p) =>
  qb
    .selectFrom('incident')
    .select((e) => e.fn.max<number | null>('no').as('no'))
    .where('year', '=', p.year),
)

export type IncidentRow = NonNullable<ReturnType<typeof findIncident>>

export function findIncident(db: ReadDb, id: string) {
  return incidentById.get(db, { id })
}

/** The next number in the year's book of incidents. */
export function nextIncidentNumber(db: ReadDb, year: number): number {
  return (lastNumber.get(db, { year })?.no ?? 0) + 1
}

/** The statement behind a page, the newest first, after the one named by moment and id; for the query-plan test too. */
export function incidentsPage(
  query: IncidentQuery,
  page: { after: { at: string; id: string } | null; limit: number },
) {
  let rows = incidentsQuery()
    .where(matches(query))
    .orderBy('incident.occurred_at', 'desc')
    .orderBy('incident.id', 'desc')
    .limit(page.limit)
  if (page.after !== null) {
    const { at, id } = page.after
    rows = rows.where(sql<boolean>`(incident.occurred_at, incident.id) < (${at}, ${id})`)
  }
  return rows
}

export function listIncidents(
  db: ReadDb,
  query: IncidentQuery,
  page: { after: { at: string; id: string } | null; limit: number },
): IncidentRow[] {
  return db.all(incidentsPage(query, page))
}

export function countIncidents(db: ReadDb, query: IncidentQuery): number {
  const counted = db.get(
    qb
      .selectFrom('incident')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where(matches(query, true)),
  )
  return counted?.count ?? 0
}

/** How many stand in each state, and since when the oldest does. */
export function countByState(
  db: ReadDb,
  query: IncidentQuery,
): { state: IncidentState; count: number; oldest: string | null }[] {
  return db.all(
    qb
      .selectFrom('incident')
      .where(matches(query))
      .select('incident.state')
      .select((e) => [
        e.fn.countAll<number>().as('count'),
        e.fn.min<string | null>('incident.state_since').as('oldest'),
      ])
      .groupBy('incident.state'),
  )
}

/** A page of the first reports of one account, drafts too, the newest first; in these states, or in all for none. */
export function listReportedBy(
  db: ReadDb,
  asked: { userId: string; states: readonly IncidentState[] },
  page: { after: { at: string; id: string } | null; limit: number },
): IncidentRow[] {
  let rows = incidentsQuery()
    .where('incident.reporter_id', '=', asked.userId)
    .orderBy('incident.occurred_at', 'desc')
    .orderBy('incident.id', 'desc')
    .limit(page.limit)
  if (asked.states.length > 0) rows = rows.where('incident.state', 'in', asked.states)
  if (page.after !== null) {
    const { at, id } = page.after
    rows = rows.where(sql<boolean>`(incident.occurred_at, incident.id) < (${at}, ${id})`)
  }
  return db.all(rows)
}

/** Residents of some incidents, in the order they were written in. */
export function listResidentsOf(db: ReadDb, incidentIds: readonly string[]) {
  if (incidentIds.length === 0) return []
  return db.all(
    qb
      .selectFrom('incident_involvement')
      .innerJoin('person', 'person.id', 'incident_involvement.person_id')
      .select(['incident_involvement.incident_id', 'person.id as person_id', 'person.name'])
      .where('incident_involvement.incident_id', 'in', incidentIds)
      .where('incident_involvement.removed_at', 'is', null)
      .orderBy('incident_involvement.incident_id')
      .orderBy('incident_involvement.added_at')
      .orderBy(sql`incident_involvement.rowid`),
  )
}

/** Open tasks of some incidents, and how many of them are late. */
export function countTasksOf(db: ReadDb, incidentIds: readonly string[], now: string) {
  if (incidentIds.length === 0) return []
  return db.all(
    qb
      .selectFrom('incident_task')
      .select('incident_id')
      .select((e) => [
        e.fn.countAll<number>().as('open'),
        sql<number>`sum(case when due_at < ${now} then 1 else 0 end)`.as('late'),
      ])
      .where('incident_id', 'in', incidentIds)
      .where('done_at', 'is', null)
      .where('dropped_at', 'is', null)
      .groupBy('incident_id'),
  )
}
