import type { ReactNode } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './escapes.module.css'

export interface StepProps {
  /** What is to be done. */
  title: ReactNode
  /** Rule and article. */
  source: string
  isUnsettled?: boolean
  isDone?: boolean
  /** By when, while it is not done; null where no text says. */
  dueAt?: Instant | null
  now: Instant
  /** What there is of it: numbers, how many. */
  state?: ReactNode
  /** Acts of whoever may do it. */
  children?: ReactNode
}

/** One thing to do after an escape: by when, under what, how far it is, and the acts that do it. */
export function Step({ title, source, isUnsettled, isDone, dueAt, now, state, children }: StepProps) {
  return (
    <li className={classes.step}>
      <div className={classes.stepWhat}>
        <b>{title}</b>
        {isDone && <ToneChip tone="ok" text="xong" quiet />}
        {!isDone && dueAt && (
          <ToneChip
            tone={dueAt <= now ? 'late' : 'soon'}
            text={`${dueAt <= now ? 'quá hạn từ' : 'trước'} ${formatInstant(dueAt)}`}
          />
        )}
        <div className={classes.dim}>
          {state}
          {state ? ' · ' : ''}
          {source}
          {isUnsettled && ' · chưa có văn bản quy định rõ'}
        </div>
      </div>
      <div className={classes.acts}>{children}</div>
    </li>
  )
}
