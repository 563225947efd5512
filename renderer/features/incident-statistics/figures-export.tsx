import { useDebouncedValue } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import type { StatisticsAsked } from '#domain/contract/incident-statistics.ts'
import { hub } from '#renderer/api/client.ts'
import { jobEnd } from '#renderer/api/job-end.ts'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { ExportButton } from '#renderer/features/people/export-button.tsx'

/** A work shorter than this is over before anybody reads how far it is, in milliseconds. */
const SHOWN_AFTER_MS = 500

/** The figures as a file, added up by the hub as a work: the acts for the head of the page, and the work under way. */
export function useFiguresExport(asked: StatisticsAsked): { acts: ReactNode; work: ReactNode } {
  const [jobId, setJobId] = useState<string | null>(null)
  const [isLong] = useDebouncedValue(jobId !== null, SHOWN_AFTER_MS)

  async function made(as: 'workbook' | 'report'): Promise<File> {
    const begun = await hub.incidentStatistics.prepare(asked)
    setJobId(begun.jobId)
    try {
      await jobEnd(begun.jobId)
      // Of a work that was stopped or failed the hub says so in words.
      return await hub.incidentStatistics[as](begun)
    } finally {
      setJobId(null)
    }
  }

  return {
    acts: (
      <>
        <ExportButton onExport={() => made('workbook')} />
        <ExportButton as="Word" onExport={() => made('report')} />
      </>
    ),
    work: isLong && jobId !== null && <JobCard jobId={jobId} title="Tính số liệu để xuất" unit="bước" />,
  }
}
