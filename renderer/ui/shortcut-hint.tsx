import { Kbd } from '@mantine/core'
import { Fragment } from 'react'
import classes from './shortcut-hint.module.css'

export interface ShortcutHintProps {
  /** Keys pressed together, as printed on them: `['Ctrl', 'Enter']`. */
  keys: readonly string[]
  /** What they do. */
  label?: string
}

/** Keys of a shortcut, small, beside what they do. */
export function ShortcutHint({ keys, label }: ShortcutHintProps) {
  return (
    <span className={classes.hint}>
      {keys.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && '+'}
          <Kbd>{key}</Kbd>
        </Fragment>
      ))}
      {label && <span className={classes.label}>{label}</span>}
    </span>
  )
}
