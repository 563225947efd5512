import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { StepId } from '#renderer/features/intake/progress.ts'
import classes from './intake.module.css'

/** Where the rail leads to. */
export function sectionId(step: StepId): string {
  return `tiep-nhan-${step}`
}

/** One numbered part of the form. */
export function IntakeSection({
  step,
  number,
  title,
  aside,
  children,
}: {
  step: StepId
  number: number
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  const id = sectionId(step)
  return (
    <section id={id} className={classes.section} aria-labelledby={`${id}-ten`}>
      <div className={classes.sectionHead}>
        <Title order={2} id={`${id}-ten`} className={classes.sectionTitle}>
          <span className={classes.sectionNumber}>{number}</span> {title}
        </Title>
        {aside && <div className={classes.sectionAside}>{aside}</div>}
      </div>
      {children}
    </section>
  )
}
