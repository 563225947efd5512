import { useEffect, useRef, type ReactNode } from 'react'
import classes from './desk-setup.module.css'

export interface SetupPageProps {
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** One screen before the program: the name of the product, what is asked, and the way on. */
export function SetupPage({ title, lead, children }: SetupPageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // A screen that comes by itself is read out from its title.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <main className={classes.page}>
      <title>{`${title} · Nẻo Về`}</title>
      <div className={classes.column}>
        <p className={classes.product}>Nẻo Về</p>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {lead && <div className={classes.lead}>{lead}</div>}
        {children}
      </div>
    </main>
  )
}
