import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportCommitResult } from '#domain/contract/imports.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { batchHref } from '#renderer/features/import/import-words.ts'
import { UndoImport, UndoSentence } from '#renderer/features/import/undo-import.tsx'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './import.module.css'

export interface ImportResultProps {
  result: ImportCommitResult
  /** Goes on with the rest of an import that was stopped. */
  onGoOn: () => void
  onAnother: () => void
}

/** What came of an import and the ways on. */
export function ImportResult({ result, onGoOn, onAnother }: ImportResultProps) {
  const desk = useDesk()
  const [undoJob, setUndoJob] = useState<string | null>(null)
  const { batchId, imported, total, rejected, duplicates, isComplete } = result
  const people = `${formatNumber(imported, 0)} người`
  return (
    <Panel title={isComplete ? `Đã nhập ${people}` : 'Đã dừng giữa chừng'}>
      <div className={classes.details}>
        <div className={classes.bar}>
          <ToneChip
            tone={isComplete ? 'ok' : 'soon'}
            text={isComplete ? 'Xong' : `${formatNumber(imported, 0)}/${formatNumber(total, 0)} người đã vào`}
          />
          {rejected > 0 && (
            <ToneChip tone="late" text={`${formatNumber(rejected, 0)} dòng không nhập được`} />
          )}
          {duplicates > 0 && (
            <ToneChip tone="soon" text={`${formatNumber(duplicates, 0)} dòng trùng chờ chọn`} />
          )}
        </div>
        {undoJob !== null ? (
          <JobCard
            key={undoJob}
            jobId={undoJob}
            title="Hoàn tác lần nhập"
            unit="người"
            result={(job) => <UndoSentence result={job.result} />}
          />
        ) : (
          <>
            <ul className={classes.ways}>
              {imported > 0 && (
                <>
                  <li>
                    <InnerLink href="/khu">Xếp giường cho {people}</InnerLink>
                  </li>
                  <li>
                    <InnerLink href="/nguoi?cho-giuong=co">Xem danh sách người chờ xếp giường</InnerLink>
                  </li>
                </>
              )}
              {duplicates > 0 && (
                <li>
                  <InnerLink href={batchHref(batchId)}>
                    Chọn cho {formatNumber(duplicates, 0)} dòng trùng
                  </InnerLink>
                </li>
              )}
            </ul>
            <div className={classes.bar}>
              {!isComplete && (
                <Button onClick={onGoOn}>Nhập tiếp {formatNumber(total - imported, 0)} người còn lại</Button>
              )}
              {rejected > 0 && <BadRowsButton query={`batch=${batchId}`} count={rejected} />}
              {imported > 0 && desk?.permissions.includes('import.undo') && (
                <UndoImport batchId={batchId} imported={imported} onStarted={setUndoJob} />
              )}
              <Button variant="default" onClick={onAnother}>
                Nhập tệp khác
              </Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  )
}

/** Downloads the refused rows as Excel, with why. */
export function BadRowsButton({ query, count }: { query: string; count: number }) {
  return (
    <Button
      component="a"
      href={`/files/import-bad-rows?${query}`}
      download
      variant="default"
      leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
    >
      Tải {formatNumber(count, 0)} dòng lỗi (.xlsx)
    </Button>
  )
}
