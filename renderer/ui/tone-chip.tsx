import type { TablerIcon } from '@tabler/icons-react'
import type { Tone } from '#ui/colors.ts'
import { TONE_ICONS } from '#ui/tone-icon.ts'
import classes from './tone-chip.module.css'

export interface ToneChipProps {
  tone: Tone
  /** The word; always shown. */
  text: string
  icon?: TablerIcon
  /** Without the coloured ground: for what is as it should be and stands in every row. */
  quiet?: boolean
}

/** A state as icon, word and colour together, never by colour alone. */
export function ToneChip({ tone, text, icon, quiet = false }: ToneChipProps) {
  const Icon = icon ?? TONE_ICONS[tone]
  return (
    <span className={classes.chip} data-tone={tone} data-quiet={quiet || undefined}>
      <Icon size={14} stroke={2} aria-hidden className={classes.icon} />
      <span className={classes.text} title={text}>
        {text}
      </span>
    </span>
  )
}
