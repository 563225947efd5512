import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EscapeForm } from '#domain/documents/escape-paper.ts'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useJob } from '#renderer/api/use-job.ts'

/** How a work of papers stands, and the way to begin one. */
export type PapersWork = ReturnType<typeof usePapersWork>

/** Makes one paper for all of an escape as a work of the hub; it goes on when the page is left. */
export function usePapersWork(incidentId: string) {
  const [form, setForm] = useState<EscapeForm>('search-sheet')
  const work = useMutation({
    // A sheet is also for whoever is on duty at night and makes no other papers.
    mutationFn: (asked: { form: EscapeForm; escapeId?: string }) => {
      setForm(asked.form)
      return asked.form === 'search-sheet'
        ? hub.escapes.makeSheets({ incidentId, escapeId: asked.escapeId ?? null })
        : hub.escapes.makePapers({ incidentId, form: asked.form })
    },
  })
  const job = useJob(work.data?.jobId ?? null)
  return {
    begin: work.mutate,
    form,
    jobId: work.data?.jobId ?? null,
    hasFailed: job?.state === 'failed',
    isRunning: work.isPending || job?.state === 'running',
    problem: work.error && toHubError(work.error).message,
  }
}
