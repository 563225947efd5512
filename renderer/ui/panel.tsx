import { Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './panel.module.css'

export interface PanelProps {
  title?: string
  /** Beside the title: a count, a link, an act. */
  aside?: ReactNode
  /** Lists and tables reach the edges. */
  flush?: boolean
  children: ReactNode
}

/** A titled surface: the one box that groups things on a page. */
export function Panel({ title, aside, flush = false, children }: PanelProps) {
  const titleId = useId()
  return (
    <section className={classes.panel} aria-labelledby={title ? titleId : undefined}>
      {title && (
        <div className={classes.head}>
          <Title order={2} id={titleId} className={classes.title}>
            {title}
          </Title>
          {aside && <div className={classes.aside}>{aside}</div>}
        </div>
      )}
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  )
}
