import { findIncident } from '#db/queries/incidents/reader.ts'
import { listIncidentsTiedTo } from '#db/queries/incidents/targets.ts'
import type { incidentsContract } from '#domain/contract/incidents.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import type { ReadUseCases } from '../use-case.ts'
import { sightFor } from './access.ts'

export const incidentTiedReads: ReadUseCases<typeof incidentsContract> = {
  ofRecord: (db, { actor }, { targetId }) => ({
    incidents: listIncidentsTiedTo(db, targetId).flatMap((id) => {
      const row = findIncident(db, id)
      if (row === undefined || sightFor(db, actor, row) === 'nothing') return []
      return [{ id, number: incidentNumber(row.year, row.no), state: row.state }]
    }),
  }),
}
