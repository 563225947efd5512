import type { WriteDb } from '#db/connection/handles.ts'
import { listCustodyEvents } from '#db/queries/custody/reader.ts'
import { findDocument } from '#db/queries/documents/reader.ts'
import {
  findEscape,
  listEscapePapers,
  listEscapesOfIncident,
  type EscapeRow,
} from '#db/queries/escapes/reader.ts'
import { updateEscape } from '#db/queries/escapes/writer.ts'
import { findHeadCountById, listVariance } from '#db/queries/head-count/reader.ts'
import { withdrawVariance } from '#db/queries/head-count/writer.ts'
import { listInvolvements } from '#db/queries/incidents/parts.ts'
import { insertIncidentPart, updateIncidentPart } from '#db/queries/incidents/writer.ts'
import { escapeStanding } from '#domain/incidents/escape-standing.ts'
import { INCIDENT_TRANSITIONS } from '#domain/incidents/transitions.ts'
import type { Instant } from '#domain/time/instant.ts'
import { cancelKept } from '../documents/cancel-kept.ts'
import { moveIncident, requireIncident } from '../incidents/open-incident.ts'
import { reviewAgain } from '../incidents/review-again.ts'
import { tellIncident } from '../incidents/tell-incident.ts'
import type { WriteContext } from '../use-case.ts'
import { settleSearchTask } from './search-task.ts'

/** What was written anew in the place of a corrected event. */
interface Instead {
  id: string
  at: Instant
}

/**
 * After events were corrected: an escape written anew goes on under its new event. One that was none is undone in all
 * that followed from it: its papers are cancelled under their numbers, the person leaves the incident and with it the
 * notices, the line of an unsigned count goes. An incident all of whose escapes were mistakes is none. Other events are
 * passed over.
 */
export function followCorrection(
  db: WriteDb,
  context: WriteContext,
  { eventIds, instead, why }: { eventIds: readonly string[]; instead: Instead | null; why: string },
): void {
  const touched = new Set<string>()
  const undone: EscapeRow[] = []
  for (const eventId of eventIds) {
    const row = findEscape(db, eventId)
    if (!row) continue
    touched.add(row.incident_id)
    if (instead) {
      updateEscape(db, row.id, { id: instead.id, escaped_at: instead.at, version: row.version + 1 })
    } else {
      undone.push(row)
    }
    context.audit({
      action: 'escape.withdrawn',
      subject: { kind: 'incident', id: row.incident_id },
      personId: row.person_id,
      facts: { event: eventId, instead: instead?.id ?? null },
    })
  }
  for (const incidentId of touched) {
    const gone = undone.filter(({ incident_id: id }) => id === incidentId)
    if (gone.length > 0) {
      const because = `Đính chính việc bỏ trốn ghi nhầm (${why}). Kết luận trước dựa vào việc đó.`
      reviewAgain(db, context, requireIncident(db, incidentId), because)
    }
    cancelPapers(db, context, { incidentId, gone, why })
    withdrawCountLines(db, context, incidentId, gone)
    const [first] = listEscapesOfIncident(db, incidentId)
      .filter(
        ({ id, stay_id: stayId }) =>
          escapeStanding(listCustodyEvents(db, stayId), id).standing !== 'withdrawn',
      )
      .map(({ escaped_at: at }) => at)
      .toSorted()
    if (first === undefined) endIncident(db, context, incidentId, why)
    else {
      takeOut(db, context, { incidentId, gone, why })
      moveIncident(db, context, requireIncident(db, incidentId), first)
    }
    settleSearchTask(db, context, incidentId)
    context.changed('incidents', incidentId)
  }
}

interface Undone {
  incidentId: string
  gone: readonly EscapeRow[]
  why: string
}

/** A paper of what did not happen does not hold; whoever has it is to be told, which the reason says. */
function cancelPapers(db: WriteDb, context: WriteContext, { incidentId, gone, why }: Undone): void {
  const ids = new Set(gone.map(({ id }) => id))
  for (const { id, escape_id: escapeId } of listEscapePapers(db, incidentId)) {
    const kept = ids.has(escapeId) ? findDocument(db, id) : undefined
    if (kept) cancelKept(db, context, kept, `Việc bỏ trốn được đính chính là ghi nhầm: ${why}`)
  }
}

/** The line that explained a count by an escape goes with it; a signed count stays as it was signed. */
function withdrawCountLines(
  db: WriteDb,
  context: WriteContext,
  incidentId: string,
  gone: readonly EscapeRow[],
): void {
  const { origin, origin_id: originId } = requireIncident(db, incidentId)
  const count = origin === 'head-count' && originId !== null ? findHeadCountById(db, originId) : undefined
  if (!count || count.signed_at !== null) return
  const ids = new Set(gone.map(({ id }) => id))
  for (const { id, event_id: eventId } of listVariance(db, count.id)) {
    if (eventId === null || !ids.has(eventId)) continue
    withdrawVariance(db, id, { at: context.now, key: context.actor.key })
    context.audit({
      action: 'count.withdrawn',
      subject: { kind: 'head-count', id: count.id },
      facts: { line: id },
    })
    context.changed('head-count', count.zone_id)
  }
}

/** Takes people out of an incident that others still escaped in. */
function takeOut(db: WriteDb, context: WriteContext, { incidentId, gone, why }: Undone): void {
  const people = new Set(gone.map(({ person_id: id }) => id))
  const removed = listInvolvements(db, incidentId).flatMap((one) => {
    const { id, role, person_id: personId } = one
    if (role !== 'escaped' || one.removed_at !== null || personId === null || !people.has(personId)) return []
    updateIncidentPart(db, 'incident_involvement', id, {
      removed_at: context.now,
      removed_by: context.actor.key,
      remove_reason: why,
    })
    return [personId]
  })
  if (removed.length === 0) return
  tellIncident(context, requireIncident(db, incidentId), { action: 'incident.uninvolved', people: removed })
}

/** Nobody escaped after all: the incident is none, whoever takes the last of it back; it can be reopened. */
function endIncident(db: WriteDb, context: WriteContext, incidentId: string, why: string): void {
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
