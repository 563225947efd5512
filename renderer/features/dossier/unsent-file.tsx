import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import classes from './dossier.module.css'

export interface UnsentFileProps {
  problem: string
  /** What the file belongs to, where several stand on the page. */
  owner?: string
  onRetry: () => void
  onDrop: () => void
}

/** A file that did not come to the hub: sent again, or done without. */
export function UnsentFile({ problem, owner, onRetry, onDrop }: UnsentFileProps) {
  const label = (act: string) => (owner === undefined ? act : `${act}: ${owner}`)
  return (
    <span className={classes.scanProblem} role="alert">
      {problem}{' '}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRefresh size={14} stroke={1.75} aria-hidden />}
        aria-label={label('Gửi lại')}
        onClick={onRetry}
      >
        Gửi lại
      </Button>{' '}
      <Button size="compact-xs" variant="subtle" aria-label={label('Bỏ tệp này')} onClick={onDrop}>
        Bỏ tệp này
      </Button>
    </span>
  )
}
