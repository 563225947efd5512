import type { jobsContract } from '#domain/contract/jobs.ts'
import type { CallUseCases } from '../use-case.ts'

export const jobsCalls: CallUseCases<typeof jobsContract> = {
  get: ({ hub, actor }, input) => hub.jobs.get(actor, input.id),
  cancel: ({ hub, actor }, input) => hub.jobs.cancel(actor, input.id),
}
