import type { rulesContract } from '#domain/contract/rules.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { CallUseCases } from '../use-case.ts'
import { changedRule } from './law-change.ts'

export const rulesCalls: CallUseCases<typeof rulesContract> = {
  assess: ({ hub, actor }, change) => {
    // Refused at once: what cannot be entered has no effect to show.
    changedRule(hub.read, change)
    const withNames = can(actor.roles, 'people.read')
    const jobId = hub.jobs.start(hub, actor, 'rules.assess', (job) =>
      hub.reports.run('assessRule', { change, withNames }, { signal: job.signal, onProgress: job.progress }),
    )
    return { jobId }
  },
}
