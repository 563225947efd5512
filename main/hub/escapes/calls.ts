import type { escapesContract } from '#domain/contract/escapes.ts'
import type { CallUseCases } from '../use-case.ts'
import { layOutRoster } from './roster.ts'

export const escapesCalls: CallUseCases<typeof escapesContract> = {
  roster: ({ hub, actor }, { zoneId }) => ({
    jobId: hub.jobs.start(hub, actor, 'roster', async (job) => {
      const roster = await layOutRoster(hub, zoneId, job)
      await hub.writer.internal('recordRosterTaken', actor, hub.now(), { zoneId, people: roster.total })
      return roster
    }),
  }),
}
