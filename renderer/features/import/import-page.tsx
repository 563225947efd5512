import { Button } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ImportCommitResult } from '#domain/contract/imports.ts'
import type { JobView } from '#domain/contract/jobs.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useJob } from '#renderer/api/use-job.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { BatchList } from '#renderer/features/import/batch-list.tsx'
import { ChooseFile } from '#renderer/features/import/choose-file.tsx'
import { DryRunRows } from '#renderer/features/import/dry-run-rows.tsx'
import { BadRowsButton, ImportResult } from '#renderer/features/import/import-result.tsx'
import { IMPORT_HREF } from '#renderer/features/import/import-words.ts'
import { MappingPanel, type MappingChoice } from '#renderer/features/import/mapping-panel.tsx'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './import.module.css'

const AS_RECOGNISED: MappingChoice = { sheet: null, mapping: null, defaults: {} }

/** Old lists into the house: choose a file, see what would happen, put the people in. */
export function ImportPage() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const router = useRouter()
  const uploadId = typeof search['tep'] === 'string' ? search['tep'] : null
  const [problem, setProblem] = useState<string | null>(null)

  function show(id: string | null) {
    router.history.push(id === null ? IMPORT_HREF : `${IMPORT_HREF}?tep=${id}`)
  }

  if (uploadId === null) {
    return (
      <>
        <PageHeader title="Nhập danh sách" note="đưa danh sách Excel cũ của cơ sở vào" />
        <ChooseFile
          problem={problem}
          onProblem={setProblem}
          onUploaded={(id) => {
            setProblem(null)
            show(id)
          }}
        />
        <BatchList />
      </>
    )
  }
  return (
    <UploadedList
      key={uploadId}
      uploadId={uploadId}
      onUnreadable={(sentence) => {
        setProblem(sentence)
        show(null)
      }}
      onAnother={() => show(null)}
    />
  )
}

interface UploadedListProps {
  uploadId: string
  onUnreadable: (sentence: string) => void
  onAnother: () => void
}

/** The dry run of an uploaded list, then its import. */
function UploadedList({ uploadId, onUnreadable, onAnother }: UploadedListProps) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const [choice, setChoice] = useState<MappingChoice>(AS_RECOGNISED)
  const [assessJob, setAssessJob] = useState<string | null>(null)
  /** Counts dry runs: what is chosen on the screen belongs to one. */
  const [runs, setRuns] = useState(0)
  const isBegun = useRef(false)
  const [batchId] = useState(() => crypto.randomUUID())
  const [commitJob, setCommitJob] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const dryRun = useQuery(api.imports.assessment.queryOptions({ input: { uploadId } }))
  const assessing = useJob(assessJob)
  const committing = useJob(commitJob)
  const found = dryRun.data ?? undefined
  const isUnknown = dryRun.data === null

  async function assess(next: MappingChoice) {
    setChoice(next)
    setProblem(null)
    try {
      setAssessJob((await hub.imports.assess({ uploadId, ...next })).jobId)
    } catch (error) {
      onUnreadable(toHubError(error).message)
    }
  }

  // A file fresh from the desk, or one whose dry run the hub has forgotten: run it.
  useEffect(() => {
    if (!isUnknown || isBegun.current) return
    isBegun.current = true
    void assess(AS_RECOGNISED)
  })

  useEffect(() => {
    if (assessing?.state === 'failed' || assessing?.state === 'cancelled') {
      onUnreadable(assessing.problem ?? '')
    } else if (assessing?.state === 'done') {
      void queryClient.invalidateQueries({ queryKey: api.imports.key() }).then(() => {
        setRuns((count) => count + 1)
        setAssessJob(null)
      })
    }
    // oxlint-disable-next-line react/exhaustive-deps -- answers the end of a job once, whatever else changed
  }, [assessing?.state])

  async function commit() {
    setProblem(null)
    try {
      setCommitJob((await hub.imports.commit({ uploadId, batchId })).jobId)
    } catch (error) {
      setProblem(toHubError(error).message)
    }
  }

  const isAssessing = assessJob !== null
  const result = committing?.state === 'done' ? (committing.result as ImportCommitResult) : null
  const ready = found && !isAssessing && commitJob === null ? found : null
  return (
    <>
      <PageHeader
        title="Nhập danh sách"
        note={ready ? 'kết quả chạy thử; chưa ai được nhập' : undefined}
        back={{ href: IMPORT_HREF, label: 'Chọn tệp khác' }}
        acts={
          ready && (
            <>
              {ready.rejected > 0 && <BadRowsButton query={`upload=${uploadId}`} count={ready.rejected} />}
              <Button
                disabled={ready.importable + ready.duplicates === 0}
                leftSection={<IconTableImport size={16} stroke={1.75} aria-hidden />}
                onClick={() => void commit()}
              >
                {ready.importable > 0 || ready.duplicates === 0
                  ? `Nhập ${formatNumber(ready.importable, 0)} người`
                  : `Giữ ${formatNumber(ready.duplicates, 0)} dòng trùng để chọn`}
              </Button>
            </>
          )
        }
      />
      {dryRun.error && (
        <ErrorState
          title="Chưa đọc được kết quả chạy thử"
          sentence={toHubError(dryRun.error).message}
          onRetry={() => void dryRun.refetch()}
        />
      )}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {isAssessing && (
        <Panel>
          <JobCard jobId={assessJob} title="Chạy thử danh sách" unit="dòng" />
        </Panel>
      )}
      {ready?.earlier && (
        <output className={classes.notice}>
          Tệp này đã được {ready.earlier.startedBy} nhập lúc {formatInstant(ready.earlier.startedAt)} (
          {formatNumber(ready.earlier.imported, 0)} người).
        </output>
      )}
      {ready && (
        <MappingPanel
          key={`columns ${runs}`}
          found={ready}
          today={dayOf(desk?.now() ?? new Date().toISOString())}
          chosen={choice}
          onRun={(next) => void assess(next)}
        />
      )}
      {ready && ready.headerRow !== null && <DryRunRows key={`rows ${runs}`} found={ready} />}
      {commitJob !== null && result === null && (
        <Panel>
          <JobCard
            jobId={commitJob}
            title={`Nhập ${formatNumber(found?.importable ?? 0, 0)} người`}
            unit="người"
          />
          {isEnded(committing) && (
            <Button mt="sm" onClick={() => void commit()}>
              Nhập tiếp
            </Button>
          )}
        </Panel>
      )}
      {result && <ImportResult result={result} onGoOn={() => void commit()} onAnother={onAnother} />}
    </>
  )
}

/** Ended otherwise than by being done: what went in stays and can be gone on with. */
function isEnded(job: JobView | undefined): boolean {
  return job?.state === 'failed' || job?.state === 'cancelled'
}
