import type { escapesContract } from '#domain/contract/escapes.ts'
import type { CallUseCases } from '../use-case.ts'
import { beginPapers } from './make-papers.ts'
import { rosterOfZone } from './roster.ts'

export const escapesCalls: CallUseCases<typeof escapesContract> = {
  makePapers: (context, { incidentId, form }) => ({
    jobId: beginPapers(context, { incidentId, form, escapeId: null }),
  }),
  makeSheets: (context, { incidentId, escapeId }) => ({
    jobId: beginPapers(context, { incidentId, form: 'search-sheet', escapeId }),
  }),
  roster: async ({ hub, actor, now }, { zoneId }) => {
    const zone = rosterOfZone(hub.read, zoneId, now)
    await hub.writer.internal('recordRosterTaken', actor, now, { zoneId, people: zone.people })
    return zone
  },
}
