import { useId, type ReactNode } from 'react'
import classes from './choice-card.module.css'

/** The ways to begin, side by side; one is chosen by its button. */
export function ChoiceCards({ children }: { children: ReactNode }) {
  return <div className={classes.choices}>{children}</div>
}

interface ChoiceCardProps {
  icon: ReactNode
  title: string
  /** Who chooses it, in a sentence. */
  lead: string
  /** What follows from it, a sentence each. */
  facts: readonly string[]
  /** The button. */
  children: ReactNode
}

/** One of them. */
export function ChoiceCard({ icon, title, lead, facts, children }: ChoiceCardProps) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id}>
      <h2 id={id}>
        {icon}
        {title}
      </h2>
      <p>{lead}</p>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {children}
    </section>
  )
}
