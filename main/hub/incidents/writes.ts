import type { WriteDb } from '#db/connection/handles.ts'
import type { incidentsContract } from '#domain/contract/incidents.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { incidentExhibitWrites } from './exhibit-writes.ts'
import { incidentFormWrites } from './form-writes.ts'
import { incidentTaskWrites } from './task-writes.ts'
import { incidentTieWrites } from './tie-writes.ts'
import { incidentStepWrites } from './step-writes.ts'

/** Records that somebody opened an incident, or the first report that was theirs. */
export function recordIncidentView(
  _db: WriteDb,
  context: WriteContext,
  input: { id: string; sight: string },
): null {
  context.audit({
    action: input.sight === 'own-report' ? 'incident.own-report-viewed' : 'incident.viewed',
    subject: { kind: 'incident', id: input.id },
  })
  return null
}

/** Records that somebody looked at a photo or scan of an incident. */
export function recordIncidentFileView(
  _db: WriteDb,
  context: WriteContext,
  input: { id: string; sha256: string },
): null {
  context.audit({
    action: 'incident.file-viewed',
    subject: { kind: 'incident', id: input.id },
    facts: { sha256: input.sha256 },
  })
  return null
}

/** All writes of incidents, from the files that hold them by subject. */
export const incidentsWrites: WriteUseCases<typeof incidentsContract> = {
  ...incidentStepWrites,
  ...incidentFormWrites,
  ...incidentExhibitWrites,
  ...incidentTaskWrites,
  ...incidentTieWrites,
}
