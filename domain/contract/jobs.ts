import { z } from 'zod'
import { route } from './route.ts'

export const jobShape = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  step: z.string().nullable(),
  result: z.unknown().nullable(),
  problem: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
})
export type JobView = z.infer<typeof jobShape>

export const jobsContract = {
  get: route({ access: 'jobs.own', kind: 'call', summary: 'State, progress and result of a long work' })
    .input(z.strictObject({ id: z.string() }))
    .output(jobShape),
  cancel: route({ access: 'jobs.own', kind: 'call', summary: 'Ask a long work to stop' })
    .input(z.strictObject({ id: z.string() }))
    .output(jobShape),
}
