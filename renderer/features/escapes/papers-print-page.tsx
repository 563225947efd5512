import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ESCAPE_FORMS } from '#domain/documents/escape-paper.ts'
import { DOCUMENT_FORM_LABELS } from '#domain/documents/form-editions.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { documentPath, fetchFile } from '#renderer/features/documents/document-file.ts'
import { showDocx } from '#renderer/features/documents/show-docx.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { JobProgress } from '#ui/job-progress.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './print.module.css'

/** One kind of paper of everybody of an escape, as they were made, to be printed in one go. */
export function PapersPrintPage() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const incidentId = typeof search['vu'] === 'string' ? search['vu'] : ''
  const form = ESCAPE_FORMS.find((one) => one === search['mau']) ?? 'search-sheet'
  const found = useQuery({
    ...api.escapes.ofIncident.queryOptions({ input: { incidentId } }),
    // What lies in the printer does not change while it is printed.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [shown, setShown] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  if (found.isPending) return <PagePending />
  if (found.error) return <ErrorState title="Chưa mở được" sentence={toHubError(found.error).message} />
  const { people, papers } = found.data
  const newest = people
    .filter(({ standing }) => standing !== 'withdrawn')
    .flatMap(({ id }) => papers.findLast((paper) => paper.escapeId === id && paper.form === form) ?? [])
  const isReady = shown >= newest.length
  const label = DOCUMENT_FORM_LABELS[form]
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title={`${label}: ${formatNumber(newest.length)} bản`}
          back={{ href: `/vu-viec/bo-tron/${incidentId}`, label: 'Người bỏ trốn' }}
          note="Đúng bản đã lập, bản mới nhất của từng người; in liền nhau, mỗi văn bản sang trang mới."
          acts={
            <PrintActs
              act={`In ${formatNumber(newest.length)} bản`}
              fileName={`${label} ${newest.length} bản`}
              disabled={!isReady || newest.length === 0}
            />
          }
        />
        {problem !== null && <ErrorState title="Chưa mở được một văn bản" sentence={problem} />}
        {!isReady && problem === null && (
          <JobProgress title="Mở văn bản" state="running" done={shown} total={newest.length} unit="bản" />
        )}
      </div>
      {newest.length === 0 && (
        <EmptyState title="Chưa lập bản nào">
          Lập ở trang của lần bỏ trốn, rồi mở lại trang này để in.
        </EmptyState>
      )}
      {newest.slice(0, shown + 1).map(({ id, number }) => (
        <Paper
          key={id}
          id={id}
          onShown={() => setShown((count) => count + 1)}
          onProblem={(text) => setProblem(`${number}: ${text}`)}
        />
      ))}
    </>
  )
}

interface PaperProps {
  id: string
  onShown: () => void
  onProblem: (text: string) => void
}

/** One document; the next is asked for when it stands. */
function Paper({ id, onShown, onProblem }: PaperProps) {
  const host = useRef<HTMLDivElement>(null)
  const tellShown = useEffectEvent(onShown)
  const tellProblem = useEffectEvent(onProblem)
  useEffect(() => {
    let isCurrent = true
    let leave: (() => void) | undefined
    async function open() {
      const outcome = await fetchFile(documentPath(id, 'print'))
      if (!isCurrent) return
      if ('problem' in outcome) {
        tellProblem(outcome.problem)
        return
      }
      if (host.current) leave = await showDocx(outcome.file, host.current, { isNumbered: false })
      if (isCurrent) tellShown()
      else leave?.()
    }
    open().catch(() => tellProblem('không hiển thị được, tải tệp Word về và in bằng Word.'))
    return () => {
      isCurrent = false
      leave?.()
    }
  }, [id])
  return <div ref={host} className={classes.document} />
}
