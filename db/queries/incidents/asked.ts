import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { IncidentFilter } from '#domain/contract/incidents.ts'
import { ENDED_STATES } from '#domain/incidents/incident-states.ts'
import { beganIn, OUTSIDE_ZONES, type InjurySlice } from '#domain/incidents/statistics.ts'
import { dayOf } from '#domain/time/instant.ts'
import { qb } from '../../connection/query-builder.ts'
import type { IncidentTable } from '../../schema/incident.ts'
import type { AppDatabase } from '../../schema/index.ts'
import { stillOwed } from './owed-notices.ts'

/** Which incidents are asked for; `reader` keeps from everybody what he or she may not see. */
export interface IncidentQuery extends IncidentFilter {
  now: string
  /** Only these; null for all. What escapes are asked for is known by their events, not by a column. */
  among: readonly string[] | null
  reader: {
    userId: string | null
    seesRestricted: boolean
    /** Zones the reader is limited to; null for everywhere. */
    zones: readonly string[] | null
  }
}

/**
 * The one condition behind lists, counts and statistics of incidents, so that a figure and its list agree.
 * @param isCounted narrowed to a period, and nothing but counted: the index of days holds all of it, so states, kinds
 * and zones must not draw the search to an index of their own
 */
export function matches(asked: IncidentQuery, isCounted = false) {
  const isByDay = isCounted && asked.from !== null
  const state = isByDay
    ? sql<IncidentTable['state']>`+incident.state`
    : sql.ref<IncidentTable['state']>('incident.state')
  const kind = isByDay
    ? sql<IncidentTable['kind']>`+incident.kind`
    : sql.ref<IncidentTable['kind']>('incident.kind')
  const zone = isByDay ? sql<string | null>`+incident.zone_id` : sql.ref<string | null>('incident.zone_id')
  return (e: ExpressionBuilder<AppDatabase, 'incident'>): Expression<SqlBool> => {
    const { reader } = asked
    const all: Expression<SqlBool>[] = []
    if (asked.states.length > 0) all.push(e(state, 'in', asked.states))
    if (!asked.states.includes('draft')) all.push(e(state, '<>', 'draft'))
    else {
      const own = reader.userId ?? ''
      all.push(e.or([e(state, '<>', 'draft'), e('incident.reporter_id', '=', own)]))
    }
    // A draft that was thrown away never was a report: its writer alone finds it again, among the own ones.
    if (asked.states.length === 0 || asked.states.includes('not-incident'))
      all.push(e.or([e(state, '<>', 'not-incident'), e('incident.no', 'is not', null)]))
    if (!reader.seesRestricted) {
      all.push(e('incident.secrecy', '=', 'open'))
      if (reader.zones !== null) all.push(e(zone, 'in', reader.zones))
    }
    if (asked.kinds.length > 0) all.push(e(kind, 'in', asked.kinds))
    if (asked.zones.length > 0) {
      const zones = asked.zones.filter((id) => id !== OUTSIDE_ZONES)
      const inZones = zones.length > 0 ? [e(zone, 'in', zones)] : []
      const inNone = zones.length < asked.zones.length ? [e(zone, 'is', null)] : []
      all.push(e.or([...inZones, ...inNone]))
    }
    if (asked.from !== null) all.push(e('incident.occurred_on', '>=', asked.from))
    if (asked.to !== null) all.push(e('incident.occurred_on', '<=', asked.to))
    if (asked.hour !== null) all.push(e('incident.occurred_hour', '=', asked.hour))
    if (asked.weekday !== null) {
      // SQLite counts the days of the week from Sunday, 0.
      const day = String(asked.weekday % 7)
      all.push(sql<SqlBool>`strftime('%w', incident.occurred_on) = ${day}`)
    }
    if (asked.age !== null) {
      const { from, before } = beganIn(asked.age, dayOf(asked.now))
      if (from !== null) all.push(e('incident.state_since', '>=', from))
      if (before !== null) all.push(e('incident.state_since', '<', before))
    }
    if (asked.among !== null) {
      const ids = JSON.stringify(asked.among)
      all.push(sql<SqlBool>`incident.id in (select value from json_each(${ids}))`)
    }
    if (asked.injured !== null) all.push(e('incident.id', 'in', withInjury(asked.injured)))
    if (asked.mine) all.push(e('incident.owner_id', '=', reader.userId ?? ''))
    if (asked.late) {
      // What was still to be done when it ended waits for nobody.
      all.push(e(state, 'not in', ENDED_STATES))
      all.push(e('incident.id', 'in', lateTasks(asked.now)))
    }
    if (asked.lateNotice) {
      all.push(e(state, 'not in', ENDED_STATES))
      all.push(e('incident.id', 'in', lateNotices(asked.now)))
    }
    if (asked.personId !== null) all.push(e('incident.id', 'in', incidentsOf(asked.personId)))
    if (asked.substance !== null || asked.route !== null) {
      all.push(e('incident.id', 'in', withExhibit(asked.substance, asked.route)))
    }
    return e.and(all)
  }
}

function lateTasks(now: string) {
  return qb
    .selectFrom('incident_task')
    .select('incident_id')
    .where('done_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('due_at', '<', now)
}

function lateNotices(now: string) {
  return qb
    .selectFrom('incident_notice')
    .innerJoin('incident', 'incident.id', 'incident_notice.incident_id')
    .leftJoin('incident_involvement', 'incident_involvement.id', 'incident_notice.involvement_id')
    .select('incident_notice.incident_id')
    .where('incident_notice.sent_at', 'is', null)
    .where('incident_notice.due_at', '<', now)
    .where(stillOwed())
}

function incidentsOf(personId: string) {
  return qb
    .selectFrom('incident_involvement')
    .select('incident_id')
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
}

function withExhibit(substance: IncidentFilter['substance'], route: IncidentFilter['route']) {
  let exhibits = qb.selectFrom('incident_exhibit').select('incident_id')
  if (substance !== null) exhibits = exhibits.where('substance', '=', substance)
  if (route !== null) exhibits = exhibits.where('route', '=', route)
  return exhibits
}

function withInjury(slice: InjurySlice) {
  const injuries = qb.selectFrom('incident_injury').select('incident_id')
  return slice === 'hospital' ? injuries.where('is_hospital', '=', 1) : injuries
}
