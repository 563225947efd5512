import { findIncident, type IncidentRow } from '#db/queries/incidents/reader.ts'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import type { incidentsContract } from '#domain/contract/incidents.ts'
import { AppError } from '#domain/errors.ts'
import type { IncidentSight } from '#domain/incidents/may-see-incident.ts'
import type { CallContext, CallUseCases } from '../use-case.ts'
import { sightFor } from './access.ts'
import { incidentDetail } from './detail.ts'

/** Shows an incident once the view stands in the audit. @throws AppError `not_found` */
async function shown(
  context: CallContext,
  id: string,
  narrow: (sight: IncidentSight, row: IncidentRow) => IncidentSight,
): Promise<IncidentDetail> {
  const { hub, actor, now } = context
  const row = findIncident(hub.read, id)
  const sight = row === undefined ? 'nothing' : narrow(sightFor(hub.read, actor, row), row)
  if (row === undefined || sight === 'nothing') throw new AppError('not_found')
  await hub.writer.internal('recordIncidentView', actor, now, { id: row.id, sight })
  return incidentDetail(hub.read, context, row, sight)
}

export const incidentsCalls: CallUseCases<typeof incidentsContract> = {
  get: (context, { id }) => shown(context, id, (sight) => sight),
  ownReport: (context, { id }) =>
    shown(context, id, (_sight, row) =>
      row.reporter_id !== null && row.reporter_id === context.actor.userId ? 'own-report' : 'nothing',
    ),
}
