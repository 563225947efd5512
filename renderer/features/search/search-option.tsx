/* oxlint-disable jsx-a11y/prefer-tag-over-role -- options of a combobox hold more than text */
import { useDesk } from '#renderer/app/desk.ts'
import { alertChips } from '#renderer/features/alerts/alert-chips.ts'
import { birthYearOf, daysLeftOf } from '#renderer/features/people/person-words.ts'
import { highlightName } from '#renderer/features/search/highlight.ts'
import { photoUrl } from '#renderer/features/dossier/person-photo.ts'
import type { FoundEntry } from '#renderer/features/search/search-entries.ts'
import { CUSTODY_EVENT_LABELS } from '#domain/custody/event-kinds.ts'
import type { SearchHit } from '#domain/contract/person-shapes.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { DaysLeft } from '#ui/days-left.tsx'
import { AlertChips, PlaceText } from '#ui/person-line.tsx'
import { PersonPhoto } from '#ui/person-photo.tsx'
import { StateChip } from '#ui/state-chip.tsx'
import { TrackChip } from '#ui/track-chip.tsx'
import classes from './search-palette.module.css'

export interface SearchOptionProps {
  domId: string
  entry: FoundEntry
  typed: string
  isActive: boolean
  onPoint: () => void
  onOpen: () => void
}

/** One answer of the search. The field keeps the focus; the option only shows that it is chosen. */
export function SearchOption({ domId, entry, typed, isActive, onPoint, onOpen }: SearchOptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are handled by the field
    <div
      id={domId}
      role="option"
      aria-selected={isActive}
      className={classes.option}
      onMouseMove={isActive ? undefined : onPoint}
      onClick={onOpen}
    >
      {entry.kind === 'person' ? (
        <PersonAnswer hit={entry.hit} typed={typed} />
      ) : (
        <>
          <entry.screen.icon size={18} stroke={1.75} aria-hidden className={classes.icon} />
          <span>{entry.screen.label}</span>
        </>
      )}
    </div>
  )
}

function endText(hit: SearchHit): string {
  if (hit.endedAt === null) return 'chưa tiếp nhận'
  const how = hit.endedKind === null ? 'Đã ra' : CUSTODY_EVENT_LABELS[hit.endedKind]
  return `${how} ${formatDay(dayOf(hit.endedAt))}`
}

function PersonAnswer({ hit, typed }: { hit: SearchHit; typed: string }) {
  const desk = useDesk()
  const birthYear = birthYearOf(hit)
  const isHere = hit.state !== 'ended' && hit.state !== 'expected'
  return (
    <>
      <PersonPhoto fullName={hit.name} photoUrl={photoUrl(hit.photoId)} size={28} />
      <span className={classes.who}>
        <span className={classes.name}>
          {highlightName(hit.name, typed).map((part, index) =>
            part.isFound ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
          )}
        </span>
        {birthYear !== null && <span className={classes.year}>{birthYear}</span>}
        {hit.matched !== null && <span className={classes.matched}>{hit.matched}</span>}
      </span>
      {hit.alerts.length > 0 && <AlertChips alerts={alertChips(hit.alerts.slice(0, 2))} />}
      {hit.track && isHere && (
        <span className={classes.track}>
          <TrackChip track={hit.track} />
        </span>
      )}
      {isHere ? (
        <>
          <span className={classes.place}>
            <PlaceText zone={hit.bedCode === null ? hit.zoneName : null} bed={hit.bedCode} />
          </span>
          {hit.state === 'inside' ? (
            <DaysLeft days={daysLeftOf(hit.endOn, desk?.now())} />
          ) : (
            <StateChip state={hit.state} outKind={hit.outKind} />
          )}
        </>
      ) : (
        <span className={classes.gone}>{endText(hit)}</span>
      )}
    </>
  )
}
