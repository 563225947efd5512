import { sql } from 'kysely'
import type { IncidentFilter } from '#domain/contract/incidents.ts'
import type { IncidentState } from '#domain/incidents/incident-states.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

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

const numberById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('incident').select(['id', 'year', 'no']).where('id', '=', p.id),
)

export type IncidentRow = NonNullable<ReturnType<typeof findIncident>>

export function findIncident(db: ReadDb, id: string) {
  return incidentById.get(db, { id })
}

/** Year and number of an incident in the book. */
export function findIncidentNumber(db: ReadDb, id: string) {
  return numberById.get(db, { id })
}

/** The next number in the year's book of incidents. */
export function nextIncidentNumber(db: ReadDb, year: number): number {
  return (lastNumber.get(db, { year })?.no ?? 0) + 1
}

/** Which incidents are asked for; `reader` keeps from everybody what he or she may not see. */
export interface IncidentQuery extends IncidentFilter {
  now: string
  reader: {
    userId: string | null
    seesRestricted: boolean
    /** Zones the reader is limited to; null for everywhere. */
    zones: readonly string[] | null
  }
}

function incidentsBehind(asked: IncidentQuery) {
  const { reader } = asked
  let query = incidentsQuery()
  if (asked.states.length > 0) query = query.where('incident.state', 'in', asked.states)
  if (!asked.states.includes('draft')) query = query.where('incident.state', '<>', 'draft')
  else {
    const own = reader.userId ?? ''
    query = query.where((e) =>
      e.or([e('incident.state', '<>', 'draft'), e('incident.reporter_id', '=', own)]),
    )
  }
  if (!reader.seesRestricted) {
    query = query.where('incident.secrecy', '=', 'open')
    if (reader.zones !== null) query = query.where('incident.zone_id', 'in', reader.zones)
  }
  if (asked.kinds.length > 0) query = query.where('incident.kind', 'in', asked.kinds)
  if (asked.zones.length > 0) query = query.where('incident.zone_id', 'in', asked.zones)
  if (asked.from !== null) query = query.where('incident.occurred_on', '>=', asked.from)
  if (asked.to !== null) query = query.where('incident.occurred_on', '<=', asked.to)
  if (asked.hour !== null) query = query.where('incident.occurred_hour', '=', asked.hour)
  if (asked.weekday !== null) {
    // SQLite counts the days of the week from Sunday, 0.
    const day = String(asked.weekday % 7)
    query = query.where(sql<boolean>`strftime('%w', incident.occurred_on) = ${day}`)
  }
  if (asked.mine) query = query.where('incident.owner_id', '=', reader.userId ?? '')
  if (asked.late) query = query.where('incident.id', 'in', lateTasks(asked.now))
  if (asked.personId !== null) {
    query = query.where(
      'incident.id',
      'in',
      qb
        .selectFrom('incident_involvement')
        .select('incident_id')
        .where('person_id', '=', asked.personId)
        .where('removed_at', 'is', null),
    )
  }
  const { substance, route } = asked
  if (substance !== null || route !== null) {
    let exhibits = qb.selectFrom('incident_exhibit').select('incident_id')
    if (substance !== null) exhibits = exhibits.where('substance', '=', substance)
    if (route !== null) exhibits = exhibits.where('route', '=', route)
    query = query.where('incident.id', 'in', exhibits)
  }
  return query
}

function lateTasks(now: string) {
  return qb
    .selectFrom('incident_task')
    .select('incident_id')
    .where('done_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('due_at', '<', now)
}

/** The statement behind a page, the newest first, after the one named by moment and id; for the query-plan test too. */
export function incidentsPage(
  query: IncidentQuery,
  page: { after: { at: string; id: string } | null; limit: number },
) {
  let rows = incidentsBehind(query)
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
    incidentsBehind(query)
      .clearSelect()
      .select((e) => e.fn.countAll<number>().as('count')),
  )
  return counted?.count ?? 0
}

/** How many stand in each state, and since when the oldest does. */
export function countByState(
  db: ReadDb,
  query: IncidentQuery,
): { state: IncidentState; count: number; oldest: string | null }[] {
  return db.all(
    incidentsBehind(query)
      .clearSelect()
      .select('incident.state')
      .select((e) => [
        e.fn.countAll<number>().as('count'),
        e.fn.min<string | null>('incident.state_since').as('oldest'),
      ])
      .groupBy('incident.state'),
  )
}

/** Tasks and notices that are late, of the incidents asked for. */
export function countLate(db: ReadDb, query: IncidentQuery): { tasks: number; notices: number } {
  const inside = incidentsBehind(query).clearSelect().select('incident.id')
  const tasks = db.get(
    qb
      .selectFrom('incident_task')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('done_at', 'is', null)
      .where('dropped_at', 'is', null)
      .where('due_at', '<', query.now)
      .where('incident_id', 'in', inside),
  )
  const notices = db.get(
    qb
      .selectFrom('incident_notice')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('sent_at', 'is', null)
      .where('due_at', '<', query.now)
      .where('incident_id', 'in', inside),
  )
  return { tasks: tasks?.count ?? 0, notices: notices?.count ?? 0 }
}

/** A page of the first reports of one account, drafts too, the newest first. */
export function listReportedBy(
  db: ReadDb,
  userId: string,
  page: { after: { at: string; id: string } | null; limit: number },
): IncidentRow[] {
  let rows = incidentsQuery()
    .where('incident.reporter_id', '=', userId)
    .orderBy('incident.occurred_at', 'desc')
    .orderBy('incident.id', 'desc')
    .limit(page.limit)
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
      .orderBy('incident_involvement.id'),
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
