import type { WriteDb } from '#db/connection/handles.ts'
import type { IncidentRow } from '#db/queries/incidents/reader.ts'
import { insertIncidentPart, updateIncidentPart } from '#db/queries/incidents/writer.ts'
import { SYSTEM_ACTOR } from '../system-actor.ts'
import type { WriteContext } from '../use-case.ts'
import { changedFields, tellIncident } from './tell-incident.ts'

/** A decision that stands no more; the steps and the audit keep what it said. */
export const UNDECIDED = { decision: null, decided_at: null, decided_by: null } as const

/**
 * Takes a decision back under review because what it was made on is no longer so; nothing for an incident without one.
 * @param because a whole sentence
 */
export function reviewAgain(db: WriteDb, context: WriteContext, row: IncidentRow, because: string): void {
  if (row.state !== 'decided') return
  const comment = `${because} Vụ việc tự trở lại xem xét.`
  const after = { state: 'under-review', ...UNDECIDED } as const
  updateIncidentPart(db, 'incident', row.id, { ...after, state_since: context.now })
  insertIncidentPart(db, 'incident_step', {
    id: context.newId(),
    incident_id: row.id,
    action: 'review-again',
    from_state: row.state,
    to_state: after.state,
    comment,
    at: context.now,
    by: SYSTEM_ACTOR.key,
  })
  const { state, decision } = row
  const fields = changedFields<Record<string, string | null>>(
    'incident',
    row.id,
    { state, decision },
    { state: after.state, decision: after.decision },
  )
  tellIncident(context, row, { action: 'incident.review-again', fields })
}
