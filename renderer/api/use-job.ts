import { useQuery } from '@tanstack/react-query'
import type { JobView } from '#domain/contract/jobs.ts'
import { api } from '#renderer/api/client.ts'

/** How often a running work is asked about when the feed tells nothing, in milliseconds. */
const ASK_EVERY_MS = 2000

/** A long work by its id: its progress as the feed tells it, and its result. Undefined until it is known. */
export function useJob(jobId: string | null): JobView | undefined {
  const job = useQuery({
    ...api.jobs.get.queryOptions({ input: { id: jobId ?? '' }, context: { isBackground: true } }),
    enabled: jobId !== null,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? ASK_EVERY_MS : false),
  })
  return jobId === null ? undefined : job.data
}
