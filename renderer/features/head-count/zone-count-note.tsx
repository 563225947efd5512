import type { ZoneFill } from '#domain/contract/today.ts'
import { formatTime } from '#domain/time/instant.ts'
import { differenceWord, gridHref } from '#renderer/features/head-count/count-words.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './head-count.module.css'

/** `14:00 đủ`, `14:00 thiếu 1`, `chưa điểm danh`: a link to the grid of the zone. */
export function ZoneCountNote({ zoneId, count }: { zoneId: string; count: NonNullable<ZoneFill['count']> }) {
  const word =
    count.state === 'signed'
      ? differenceWord(count.missing, count.extra)
      : ({ tone: 'soon', text: count.state === 'open' ? 'đang điểm danh' : 'chưa điểm danh' } as const)
  const text = count.state === 'signed' ? `${formatTime(count.shiftAt)} ${word.text}` : word.text
  return (
    <InnerLink href={gridHref(zoneId, count.shiftAt)} className={classes.note}>
      <ToneChip tone={word.tone} text={text} quiet />
    </InnerLink>
  )
}
