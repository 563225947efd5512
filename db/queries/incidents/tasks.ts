import type { Role } from '#domain/permissions/roles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

function tasksQuery() {
  return qb
    .selectFrom('incident_task')
    .innerJoin('incident', 'incident.id', 'incident_task.incident_id')
    .leftJoin('user', 'user.id', 'incident_task.owner_id')
    .selectAll('incident_task')
    .select([
      'incident.year',
      'incident.no',
      'incident.kind',
      'incident.state',
      'incident.secrecy',
      'incident.zone_id',
      'incident.reporter_id',
      'user.display_name as owner_name',
    ])
}

const ofIncident = prepared<{ incident: string }>()((p) =>
  tasksQuery().where('incident_task.incident_id', '=', p.incident).orderBy('incident_task.due_at'),
)
const byId = prepared<{ id: string }>()((p) => tasksQuery().where('incident_task.id', '=', p.id))

export type TaskRow = NonNullable<ReturnType<typeof findTask>>

export function listTasks(db: ReadDb, incidentId: string): TaskRow[] {
  return ofIncident.all(db, { incident: incidentId })
}

export function findTask(db: ReadDb, id: string) {
  return byId.get(db, { id })
}

/** Open tasks of everybody, the most urgent first: those of an account and of the roles it holds, or all. */
export function listOpenTasks(
  db: ReadDb,
  asked: {
    of: { userId: string; roles: readonly Role[] } | null
    dueBefore: string | null
    seesRestricted: boolean
    limit: number
  },
): TaskRow[] {
  let query = tasksQuery()
    .where('incident_task.done_at', 'is', null)
    .where('incident_task.dropped_at', 'is', null)
    .orderBy('incident_task.due_at')
    .orderBy('incident_task.id')
    .limit(asked.limit)
  if (asked.dueBefore !== null) query = query.where('incident_task.due_at', '<', asked.dueBefore)
  const { of } = asked
  if (of !== null) {
    query = query.where((e) =>
      e.or([
        e('incident_task.owner_id', '=', of.userId),
        e.and([
          e('incident_task.owner_id', 'is', null),
          e('incident_task.role', 'in', of.roles.length > 0 ? of.roles : ['reporter' as const]),
        ]),
      ]),
    )
  }
  if (!asked.seesRestricted) {
    query = query.where((e) =>
      e.or([e('incident.secrecy', '=', 'open'), e('incident_task.owner_id', '=', of?.userId ?? '')]),
    )
  }
  return db.all(query)
}

/** Injuries with whom they are of, for the medical desk: those nobody examined yet, or the last examined. */
export function listInjuriesOfAll(db: ReadDb, waiting: boolean, limit: number) {
  const query = qb
    .selectFrom('incident_injury')
    .innerJoin('incident', 'incident.id', 'incident_injury.incident_id')
    .innerJoin('incident_involvement', 'incident_involvement.id', 'incident_injury.involvement_id')
    .leftJoin('person', 'person.id', 'incident_involvement.person_id')
    .leftJoin('user', 'user.id', 'incident_involvement.user_id')
    .leftJoin('place as zone', 'zone.id', 'incident_involvement.zone_id')
    .selectAll('incident_injury')
    .select([
      'incident.year',
      'incident.no',
      'incident.kind',
      'incident.secrecy',
      'incident_involvement.person_id',
      'incident_involvement.name',
      'person.name as person_name',
      'user.display_name as user_name',
      'zone.name as zone_name',
    ])
    .where('incident.state', '<>', 'draft')
    .limit(limit)
  return waiting
    ? db.all(query.where('incident_injury.examined_at', 'is', null).orderBy('incident_injury.noticed_at'))
    : db.all(
        query
          .where('incident_injury.examined_at', 'is not', null)
          .orderBy('incident_injury.noticed_at', 'desc'),
      )
}
