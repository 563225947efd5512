import type { WriteDb } from '#db/connection/handles.ts'
import { listCustodyEvents } from '#db/queries/custody/reader.ts'
import { findEscape, listEscapesOfIncident } from '#db/queries/escapes/reader.ts'
import { updateEscape } from '#db/queries/escapes/writer.ts'
import { insertIncidentPart, updateIncidentPart } from '#db/queries/incidents/writer.ts'
import { escapeStanding } from '#domain/incidents/escape-standing.ts'
import { INCIDENT_TRANSITIONS } from '#domain/incidents/transitions.ts'
import type { Instant } from '#domain/time/instant.ts'
import { requireIncident } from '../incidents/open-incident.ts'
import { tellIncident } from '../incidents/tell-incident.ts'
import type { WriteContext } from '../use-case.ts'

/** What was written anew in the place of a corrected event. */
interface Instead {
  id: string
  at: Instant
}

/**
 * After events were corrected: an escape written anew goes on under its new event; an incident all of whose escapes
 * were recorded by mistake is none. Other events are passed over.
 */
export function followCorrection(
  db: WriteDb,
  context: WriteContext,
  { eventIds, instead, why }: { eventIds: readonly string[]; instead: Instead | null; why: string },
): void {
  const touched = new Set<string>()
  for (const eventId of eventIds) {
    const row = findEscape(db, eventId)
    if (!row) continue
    touched.add(row.incident_id)
    if (instead) {
      updateEscape(db, row.id, { id: instead.id, escaped_at: instead.at, version: row.version + 1 })
    }
    context.audit({
      action: 'escape.withdrawn',
      subject: { kind: 'incident', id: row.incident_id },
      personId: row.person_id,
      facts: { event: eventId, instead: instead?.id ?? null },
    })
  }
  for (const incidentId of touched) {
    endIfNothingLeft(db, context, incidentId, why)
    context.changed('incidents', incidentId)
  }
}

/** Nobody escaped after all: the incident is none, whoever takes the last of it back; it can be reopened. */
function endIfNothingLeft(db: WriteDb, context: WriteContext, incidentId: string, why: string): void {
  const isLeft = listEscapesOfIncident(db, incidentId).some(
    ({ id, stay_id: stayId }) => escapeStanding(listCustodyEvents(db, stayId), id).standing !== 'withdrawn',
  )
  if (isLeft) return
  const row = requireIncident(db, incidentId)
  const step = INCIDENT_TRANSITIONS[row.state]['mark-not-incident']
  if (step === undefined) return
  updateIncidentPart(db, 'incident', row.id, { state: step.to, state_since: context.now })
  insertIncidentPart(db, 'incident_step', {
    id: context.newId(),
    incident_id: row.id,
    action: 'mark-not-incident',
    from_state: row.state,
    to_state: step.to,
    comment: why,
    at: context.now,
    by: context.actor.key,
  })
  tellIncident(context, row, { action: 'incident.mark-not-incident' })
}
