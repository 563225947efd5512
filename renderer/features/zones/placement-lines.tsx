import { UnstyledButton } from '@mantine/core'
import { IconArrowRight, IconBed } from '@tabler/icons-react'
import { walkCells } from '#renderer/features/zones/arrow-keys.ts'
import { birthYear } from '#renderer/features/zones/lodger-text.ts'
import type { DraftLine } from '#renderer/features/zones/placement-draft.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import { TrackChip } from '#ui/track-chip.tsx'
import classes from './zones.module.css'

interface DraftLinesProps {
  lines: readonly DraftLine[]
  activeId: string
  problems: ReadonlyMap<string, string>
  onActive: (stayId: string) => void
}

export function DraftLines({ lines, activeId, problems, onActive }: DraftLinesProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows pressed on the lines bubble up
    <ul className={classes.lines} aria-label="Ai vào giường nào" onKeyDown={walkCells}>
      {lines.map(({ person, bed, why, reason }) => {
        const problem = problems.get(person.stayId)
        const needsReason = bed !== null && bed.soft.length > 0 && reason.trim() === ''
        return (
          <li key={person.stayId}>
            <UnstyledButton
              className={classes.line}
              data-cell
              tabIndex={person.stayId === activeId ? 0 : -1}
              aria-current={person.stayId === activeId || undefined}
              onClick={() => onActive(person.stayId)}
              onFocus={() => onActive(person.stayId)}
            >
              <span className={classes.lineName}>
                {person.name} <span className={classes.dim}>{birthYear(person)}</span>
              </span>
              <span className={classes.lineBed}>
                {person.bedCode !== null && (
                  <>
                    <span className={classes.dim}>{person.bedCode}</span>
                    <IconArrowRight size={14} aria-label="sang" />
                  </>
                )}
                {bed ? (
                  <b>
                    <IconBed size={14} stroke={1.75} aria-hidden /> {bed.code}
                  </b>
                ) : (
                  <ToneChip tone="soon" text="chưa có giường" />
                )}
              </span>
              <span
                className={classes.lineWhy}
                data-tone={problem ? 'late' : needsReason || !bed ? 'soon' : undefined}
              >
                {problem ??
                  (needsReason ? `Cần lý do: ${bed.soft[0]?.message ?? ''}` : bed ? reason || why : why)}
              </span>
              <span className={classes.lineTrack}>
                <TrackChip track={person.track} />
              </span>
            </UnstyledButton>
          </li>
        )
      })}
    </ul>
  )
}
