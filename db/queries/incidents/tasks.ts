import { ENDED_STATES } from '#domain/incidents/incident-states.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { stillOwed } from './owed-notices.ts'

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

/**
 * Open tasks of incidents that have not ended, the most urgent first: those of an account and of the roles it holds,
 * for the head of the centre with everybody's that were due to be told of by `escalatedBefore`; or all.
 */
export function listOpenTasks(
  db: ReadDb,
  asked: {
    of: { userId: string; roles: readonly Role[]; escalatedBefore: string | null } | null
    dueBefore: string | null
    seesRestricted: boolean
    limit: number
  },
): TaskRow[] {
  let query = tasksQuery()
    .where('incident_task.done_at', 'is', null)
    .where('incident_task.dropped_at', 'is', null)
    .where('incident.state', 'not in', ENDED_STATES)
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
        ...(of.escalatedBefore === null ? [] : [e('incident_task.escalate_at', '<', of.escalatedBefore)]),
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

const escalated = prepared<{ since: string; now: string }>()((p) =>
  qb
    .selectFrom('incident_task')
    .innerJoin('incident', 'incident.id', 'incident_task.incident_id')
    .select('incident_task.incident_id')
    .distinct()
    .where('incident_task.done_at', 'is', null)
    .where('incident_task.dropped_at', 'is', null)
    // What the head is told of is late: the index of open tasks by the moment they are due leads there.
    .where('incident_task.due_at', '<', p.now)
    .where('incident_task.escalate_at', '>=', p.since)
    .where('incident_task.escalate_at', '<', p.now)
    .where('incident.state', 'not in', ENDED_STATES),
)

/** Incidents with a task of which the head is to be told since `since`. @param now exclusive */
export function listEscalated(db: ReadDb, since: string, now: string): string[] {
  return escalated.all(db, { since, now }).map(({ incident_id: id }) => id)
}

/** Notices of incidents that have not ended, still owed and sent by nobody, the most urgent first. */
export function listUnsentNotices(db: ReadDb, limit: number) {
  return db.all(
    qb
      .selectFrom('incident_notice')
      .innerJoin('incident', 'incident.id', 'incident_notice.incident_id')
      .leftJoin('incident_involvement', 'incident_involvement.id', 'incident_notice.involvement_id')
      .leftJoin('person', 'person.id', 'incident_involvement.person_id')
      .leftJoin('user', 'user.id', 'incident_involvement.user_id')
      .selectAll('incident_notice')
      .select([
        'incident.year',
        'incident.no',
        'incident.kind',
        'person.name as person_name',
        'user.display_name as user_name',
        'incident_involvement.name',
        'incident_involvement.role as about_role',
        'incident_involvement.removed_at as about_removed_at',
      ])
      .where('incident_notice.sent_at', 'is', null)
      .where(stillOwed())
      .where('incident.state', 'not in', ENDED_STATES)
      // Those without an hour are to be sent at once: they come first.
      .orderBy('incident_notice.due_at')
      .orderBy('incident_notice.id')
      .limit(limit),
  )
}

/**
 * Injuries with whom they are of, for the medical desk: those nobody examined yet in what has not ended, the first noticed
 * first; or the last examined.
 */
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
    ? db.all(
        query
          .where('incident_injury.examined_at', 'is', null)
          .where('incident.state', 'not in', ENDED_STATES)
          .orderBy('incident_injury.noticed_at'),
      )
    : db.all(
        query
          .where('incident_injury.examined_at', 'is not', null)
          .orderBy('incident_injury.noticed_at', 'desc'),
      )
}
