/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the native element cannot be drawn alike in both themes and on paper */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatNumber } from '#ui/format.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import type { Tone } from '#ui/colors.ts'
import classes from './job-progress.module.css'

type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export interface JobProgressProps {
  /** What is being done: `Nhập danh sách 2.000 dòng`. */
  title: string
  state: JobState
  done: number
  /** Undefined while it is not known how much there is. */
  total?: number
  /** What is counted: `dòng`. */
  unit?: string
  /** The present step, or the sentence of how it ended. */
  message?: ReactNode
  onCancel?: () => void
}

const STATE_WORDS: Record<JobState, string> = {
  waiting: 'Đang chờ',
  running: 'Đang chạy',
  done: 'Xong',
  failed: 'Không xong',
  cancelled: 'Đã hủy',
}

const STATE_TONES: Record<JobState, Tone> = {
  waiting: 'ended',
  running: 'away',
  done: 'ok',
  failed: 'late',
  cancelled: 'ended',
}

/** Long work under way: how far it is, and a way to stop it. */
export function JobProgress({
  title,
  state,
  done,
  total,
  unit = 'dòng',
  message,
  onCancel,
}: JobProgressProps) {
  const active = state === 'waiting' || state === 'running'
  const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total)
  const count =
    total === undefined
      ? `${formatNumber(done)} ${unit}`
      : `${formatNumber(done)}/${formatNumber(total)} ${unit}`
  return (
    <div className={classes.job}>
      <div className={classes.head}>
        <b>{title}</b>
        <ToneChip tone={STATE_TONES[state]} text={STATE_WORDS[state]} />
        <span className={classes.count}>
          {count}
          {share !== undefined && ` · ${formatNumber(Math.floor(share * 100))}%`}
        </span>
        {active && onCancel && (
          <Button variant="default" size="compact-sm" onClick={onCancel}>
            Hủy
          </Button>
        )}
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={share === undefined ? undefined : done}
        data-state={state}
        data-unknown={(active && share === undefined) || undefined}
      >
        <span
          className={classes.fill}
          style={{ width: `${(state === 'done' ? 1 : (share ?? 0.3)) * 100}%` }}
        />
      </div>
      {message && (
        <div className={classes.message} role={state === 'failed' ? 'alert' : undefined}>
          {message}
        </div>
      )}
    </div>
  )
}
