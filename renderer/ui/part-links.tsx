import { useLocation } from '@tanstack/react-router'
import { InnerLink } from '#ui/inner-link.tsx'
import classes from './part-links.module.css'

export interface PartLinksProps {
  /** What the pages are parts of, for the screen reader. */
  label: string
  parts: readonly { href: string; label: string }[]
}

/** The pages of one module beside each other, in the dress of tabs; the page shown is marked. */
export function PartLinks({ label, parts }: PartLinksProps) {
  const path = useLocation({ select: ({ pathname }) => pathname })
  return (
    <nav className={classes.parts} aria-label={label}>
      {parts.map((part) => (
        <InnerLink
          key={part.href}
          href={part.href}
          className={classes.part}
          aria-current={path === part.href ? 'page' : undefined}
        >
          {part.label}
        </InnerLink>
      ))}
    </nav>
  )
}
