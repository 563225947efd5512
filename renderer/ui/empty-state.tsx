import { IconInbox, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './message-state.module.css'

export interface EmptyStateProps {
  /** What is empty: `Chưa có học viên nào trong khu này`. */
  title: string
  /** What to do next. */
  children?: ReactNode
  /** The act that fills it. */
  act?: ReactNode
  icon?: TablerIcon
}

/** Nothing here, and what to do about it. */
export function EmptyState({ title, children, act, icon: Icon = IconInbox }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      <Icon size={28} stroke={1.5} aria-hidden className={classes.icon} />
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.text}>{children}</div>}
      {act && <div className={classes.acts}>{act}</div>}
    </div>
  )
}
