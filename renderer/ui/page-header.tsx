import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { InnerLink } from '#ui/inner-link.tsx'
import classes from './page-header.module.css'

export interface PageHeaderProps {
  title: string
  /** One line under the title: what this is and as of when. */
  note?: ReactNode
  /** The page this one lies under. */
  back?: { href: string; label: string }
  /** Acts of the page, the main one last. */
  acts?: ReactNode
}

/** Title of a page with its acts; sets the window's title too. */
export function PageHeader({ title, note, back, acts }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <title>{`${title} · Nẻo Về`}</title>
      <div className={classes.words}>
        {back && (
          <InnerLink href={back.href} className={classes.back}>
            ‹ {back.label}
          </InnerLink>
        )}
        <Title order={1}>{title}</Title>
        {note && <div className={classes.note}>{note}</div>}
      </div>
      {acts && <div className={classes.acts}>{acts}</div>}
    </header>
  )
}
