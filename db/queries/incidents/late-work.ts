import { ENDED_STATES } from '#domain/incidents/incident-states.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { matches, type IncidentQuery } from './asked.ts'
import { stillOwed } from './owed-notices.ts'

interface LateWork {
  incidents: number
  count: number
}

const NONE: LateWork = { incidents: 0, count: 0 }

/** Tasks that are late, and in how many of the incidents asked for; nobody waits for one of an ended incident. */
export function countLateTasks(db: ReadDb, query: IncidentQuery): LateWork {
  const found = db.get(
    qb
      .selectFrom('incident_task')
      .innerJoin('incident', 'incident.id', 'incident_task.incident_id')
      .where(matches(query))
      .where('incident.state', 'not in', ENDED_STATES)
      .where('incident_task.done_at', 'is', null)
      .where('incident_task.dropped_at', 'is', null)
      .where('incident_task.due_at', '<', query.now)
      .select((e) => [
        e.fn.count<number>('incident.id').distinct().as('incidents'),
        e.fn.countAll<number>().as('count'),
      ]),
  )
  return found ?? NONE
}

/** Notices still owed that are late, and in how many of the incidents asked for that have not ended. */
export function countLateNotices(db: ReadDb, query: IncidentQuery): LateWork {
  const found = db.get(
    qb
      .selectFrom('incident_notice')
      .innerJoin('incident', 'incident.id', 'incident_notice.incident_id')
      .leftJoin('incident_involvement', 'incident_involvement.id', 'incident_notice.involvement_id')
      .where(matches(query))
      .where('incident.state', 'not in', ENDED_STATES)
      .where('incident_notice.sent_at', 'is', null)
      .where('incident_notice.due_at', '<', query.now)
      .where(stillOwed())
      .select((e) => [
        e.fn.count<number>('incident.id').distinct().as('incidents'),
        e.fn.countAll<number>().as('count'),
      ]),
  )
  return found ?? NONE
}
