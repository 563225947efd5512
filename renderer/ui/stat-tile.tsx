import type { ReactNode } from 'react'
import type { Tone } from '#ui/colors.ts'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './stat-tile.module.css'

export interface StatTileProps {
  /** What is counted, in the words of the glossary. */
  label: string
  value: number
  href: string
  /** What is special about it, with its tone: `1 quá hạn`. */
  note?: { text: string; tone: Tone }
  unit?: string
}

/** A figure that opens its list; tiles stand side by side in a {@link StatRow}. */
export function StatTile({ label, value, href, note, unit }: StatTileProps) {
  return (
    <InnerLink href={href} className={classes.tile}>
      <span className={classes.label}>{label}</span>
      <span className={classes.figure}>
        <b className={classes.value}>{formatNumber(value)}</b>
        {unit && <span className={classes.unit}>{unit}</span>}
        {note && <ToneChip tone={note.tone} text={note.text} />}
      </span>
    </InnerLink>
  )
}

/** Tiles in one strip; they wrap rather than scroll. */
export function StatRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={classes.row} aria-label={label}>
      {children}
    </nav>
  )
}
