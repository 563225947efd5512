import type { ReactNode } from 'react'
import { useState } from 'react'
import type { JobView } from '#domain/contract/jobs.ts'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useJob } from '#renderer/api/use-job.ts'
import { JobProgress } from '#ui/job-progress.tsx'

export interface JobCardProps {
  jobId: string
  /** What is being done: `Sao lưu`. */
  title: string
  /** What is counted: `bước`. */
  unit: string
  /** The sentence of a finished work, from its result. */
  result?: (job: JobView) => ReactNode
}

/** A long work from its start to its result, with a way to stop it. */
export function JobCard({ jobId, title, unit, result }: JobCardProps) {
  const job = useJob(jobId)
  const [problem, setProblem] = useState<string | null>(null)
  const isRunning = job === undefined || job.state === 'running'

  async function cancel() {
    try {
      await hub.jobs.cancel({ id: jobId })
    } catch (error) {
      setProblem(toHubError(error).message)
    }
  }

  return (
    <JobProgress
      title={title}
      state={job?.state ?? 'waiting'}
      done={job?.done ?? 0}
      {...(job?.total === null || job?.total === undefined ? {} : { total: job.total })}
      unit={unit}
      message={problem ?? job?.problem ?? (job?.state === 'done' && result ? result(job) : job?.step)}
      {...(isRunning ? { onCancel: () => void cancel() } : {})}
    />
  )
}
