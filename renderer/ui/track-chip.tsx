import { TRACK_LABELS, type Track } from '#domain/stay/track.ts'
import classes from './track-chip.module.css'

/** Diện of a stay, as a word in an outline: a fact, not a status. */
export function TrackChip({ track }: { track: Track }) {
  return (
    <span className={classes.chip} data-track={track}>
      {TRACK_LABELS[track]}
    </span>
  )
}
