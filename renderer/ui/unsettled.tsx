import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './unsettled.module.css'

/** Words on what no text of law settles: seen as such wherever a setting of the centre stands in for it. */
export function Unsettled({ children }: { children: ReactNode }) {
  return (
    <span className={classes.unsettled}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      {children}
    </span>
  )
}
