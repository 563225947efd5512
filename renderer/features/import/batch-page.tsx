import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { BATCH_STATE_WORDS, IMPORT_HREF } from '#renderer/features/import/import-words.ts'
import { BadRowsButton } from '#renderer/features/import/import-result.tsx'
import { ParkedRows } from '#renderer/features/import/parked-rows.tsx'
import { UndoImport, UndoSentence } from '#renderer/features/import/undo-import.tsx'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './import.module.css'

/** One import: what went in, who is parked, what was refused, and the way back. */
export function ImportBatchPage() {
  const { batchId = '' } = useParams({ strict: false })
  const desk = useDesk()
  const batches = useQuery(api.imports.batches.queryOptions({ input: {} }))
  const [undoJob, setUndoJob] = useState<string | null>(null)
  const batch = batches.data?.batches.find((one) => one.id === batchId)
  const back = { href: IMPORT_HREF, label: 'Nhập danh sách' }

  if (batches.error) {
    return <ErrorState title="Chưa mở được lần nhập này" sentence={toHubError(batches.error).message} />
  }
  if (!batch) {
    return (
      <>
        <PageHeader title="Lần nhập" back={back} />
        {batches.data && <EmptyState title="Không có lần nhập này">Địa chỉ có thể đã gõ sai.</EmptyState>}
      </>
    )
  }
  const isOver = batch.state === 'done' || batch.state === 'stopped'
  const mayUndo = isOver && batch.imported > 0 && desk?.permissions.includes('import.undo')
  return (
    <>
      <PageHeader
        title={batch.fileName}
        back={back}
        note={`${batch.startedBy} nhập lúc ${formatInstant(batch.startedAt)}`}
        acts={
          <>
            {batch.rejected > 0 && <BadRowsButton query={`batch=${batch.id}`} count={batch.rejected} />}
            {mayUndo && <UndoImport batchId={batch.id} imported={batch.imported} onStarted={setUndoJob} />}
          </>
        }
      />
      <Panel>
        <div className={classes.bar}>
          <ToneChip {...BATCH_STATE_WORDS[batch.state]} />
          <span>
            {formatNumber(batch.rows, 0)} người trong tệp: <b>{formatNumber(batch.imported, 0)}</b> đã vào,{' '}
            <b>{formatNumber(batch.rejected, 0)}</b> không nhập được,{' '}
            <b>{formatNumber(batch.duplicates, 0)}</b> trùng
            {batch.state !== 'undone' && ` (${formatNumber(batch.undecided, 0)} chờ chọn)`}.
          </span>
          {batch.state === 'stopped' && (
            <span>Chọn lại tệp này để nhập nốt: người đã vào được nhận ra là trùng.</span>
          )}
          {batch.undoneAt && (
            <span>
              {batch.undoneBy} hoàn tác lúc {formatInstant(batch.undoneAt)}: {batch.undoReason}
            </span>
          )}
        </div>
      </Panel>
      {undoJob !== null && (
        <Panel>
          <JobCard
            key={undoJob}
            jobId={undoJob}
            title="Hoàn tác lần nhập"
            unit="người"
            result={(job) => <UndoSentence result={job.result} />}
          />
        </Panel>
      )}
      {batch.state !== 'undone' && <ParkedRows batchId={batch.id} canDecide={isOver} />}
      <RefusedRows batchId={batch.id} />
    </>
  )
}

const MOST_SHOWN = 500

function RefusedRows({ batchId }: { batchId: string }) {
  const page = useQuery(
    api.imports.batchRows.queryOptions({
      input: { batchId, verdict: 'rejected', offset: 0, limit: MOST_SHOWN },
    }),
  )
  const { rows = [], total = 0 } = page.data ?? {}
  if (total === 0) return null
  return (
    <Panel
      title={`Không nhập được (${formatNumber(total, 0)})`}
      aside={total > rows.length ? `hiện ${formatNumber(rows.length, 0)} dòng đầu` : undefined}
    >
      <ul className={classes.said}>
        {rows.map((row) => (
          <li key={row.row}>
            Dòng {row.row} · <b>{row.name || 'không có tên'}</b>:{' '}
            {row.reasons
              .map(
                (reason) => `${reason.message}${reason.value ? ` (${reason.column}: ${reason.value})` : ''}`,
              )
              .join(' ')}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
