import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { IncidentFilter } from '#domain/contract/incidents.ts'
import { qb } from '../../connection/query-builder.ts'
import type { AppDatabase } from '../../schema/index.ts'

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

/** The one condition behind lists, counts and statistics of incidents, so that a figure and its list agree. */
export function matches(asked: IncidentQuery) {
  return (e: ExpressionBuilder<AppDatabase, 'incident'>): Expression<SqlBool> => {
    const { reader } = asked
    const all: Expression<SqlBool>[] = []
    if (asked.states.length > 0) all.push(e('incident.state', 'in', asked.states))
    if (!asked.states.includes('draft')) all.push(e('incident.state', '<>', 'draft'))
    else {
      const own = reader.userId ?? ''
      all.push(e.or([e('incident.state', '<>', 'draft'), e('incident.reporter_id', '=', own)]))
    }
    if (!reader.seesRestricted) {
      all.push(e('incident.secrecy', '=', 'open'))
      if (reader.zones !== null) all.push(e('incident.zone_id', 'in', reader.zones))
    }
    if (asked.kinds.length > 0) all.push(e('incident.kind', 'in', asked.kinds))
    if (asked.zones.length > 0) all.push(e('incident.zone_id', 'in', asked.zones))
    if (asked.from !== null) all.push(e('incident.occurred_on', '>=', asked.from))
    if (asked.to !== null) all.push(e('incident.occurred_on', '<=', asked.to))
    if (asked.hour !== null) all.push(e('incident.occurred_hour', '=', asked.hour))
    if (asked.weekday !== null) {
      // SQLite counts the days of the week from Sunday, 0.
      const day = String(asked.weekday % 7)
      all.push(sql<SqlBool>`strftime('%w', incident.occurred_on) = ${day}`)
    }
    if (asked.mine) all.push(e('incident.owner_id', '=', reader.userId ?? ''))
    if (asked.late) all.push(e('incident.id', 'in', lateTasks(asked.now)))
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
