import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import classes from './message-state.module.css'

export interface ErrorStateProps {
  /** What could not be done: `Chưa tải được danh sách`. */
  title: string
  /** The sentence of the error, which says what to do next. */
  sentence: string
  onRetry?: () => void
  /** What the administrator finds in the hub's log. */
  requestId?: string
}

/** What went wrong in a sentence, with the way on. */
export function ErrorState({ title, sentence, onRetry, requestId }: ErrorStateProps) {
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} aria-hidden className={classes.danger} />
      <p className={classes.title}>{title}</p>
      <p className={classes.text}>{sentence}</p>
      {requestId && <p className={classes.small}>Mã yêu cầu: {requestId}</p>}
      {onRetry && (
        <div className={classes.acts}>
          <Button variant="default" onClick={onRetry}>
            Thử lại
          </Button>
        </div>
      )}
    </div>
  )
}
