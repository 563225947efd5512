import type { auditContract } from '#domain/contract/audit.ts'
import type { CallUseCases } from '../use-case.ts'

export const auditCalls: CallUseCases<typeof auditContract> = {
  verify: ({ hub, actor }) => ({
    jobId: hub.jobs.start(hub, actor, 'verify', (job) =>
      hub.reports.run('verify', {}, { signal: job.signal, onProgress: job.progress }),
    ),
  }),
}
