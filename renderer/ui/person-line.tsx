import { IconBed, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CustodyState, OutKind } from '#domain/custody/event-kinds.ts'
import type { Track } from '#domain/stay/track.ts'
import type { Tone } from '#ui/colors.ts'
import { DaysLeft } from '#ui/days-left.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { StateChip } from '#ui/state-chip.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { TrackChip } from '#ui/track-chip.tsx'
import classes from './person-line.module.css'

/** What must be known before dealing with this person: an icon and a word. */
export interface PersonAlert {
  text: string
  tone: Tone
  /** The shape of this alert, where it has one of its own. */
  icon?: TablerIcon
}

/** A person as every list and card shows them. */
export interface PersonLineData {
  fullName: string
  birthYear: number | null
  photoUrl?: string | null
  track: Track | null
  /** Zone code or name; null before a bed is given. */
  zone: string | null
  bed: string | null
  state: CustodyState
  outKind?: OutKind | null
  overdue?: boolean
  /** Calendar days to the end of the term; undefined where the clock is of no interest (ended stays). */
  daysLeft?: number | null
  alerts?: readonly PersonAlert[]
}

export interface PersonLineProps {
  person: PersonLineData
  href?: string
  /** Acts or facts of the list this line stands in, at its right end. */
  children?: ReactNode
}

/** `A · A2-05`, or that a bed is awaited; where it is narrow the zone is cut, never the bed. */
export function PlaceText({ zone, bed }: { zone: string | null; bed: string | null }) {
  if (zone === null && bed === null) return <span className={classes.waiting}>chờ xếp giường</span>
  return (
    <span className={classes.place} title={[zone, bed].filter((part) => part !== null).join(' · ')}>
      <IconBed size={14} stroke={1.75} aria-hidden />
      {zone !== null && <span className={classes.zone}>{zone}</span>}
      {zone !== null && bed !== null && ' · '}
      {bed !== null && <span>{bed}</span>}
    </span>
  )
}

/** Alerts of a person in a row; one under another where there is room for all. */
export function AlertChips({ alerts, wraps = false }: { alerts: readonly PersonAlert[]; wraps?: boolean }) {
  return (
    <span className={classes.alerts} data-wraps={wraps || undefined}>
      {alerts.map((alert) => (
        <ToneChip key={alert.text} {...alert} />
      ))}
    </span>
  )
}

/** One person in one line, the same everywhere; gives up the less urgent facts first where it is narrow. */
export function PersonLine({ person, href, children }: PersonLineProps) {
  return (
    <div className={classes.frame}>
      <div className={classes.line}>
        <span className={classes.who}>
          <PersonName
            fullName={person.fullName}
            birthYear={person.birthYear}
            photoUrl={person.photoUrl}
            href={href}
          />
        </span>
        <span className={classes.track}>{person.track && <TrackChip track={person.track} />}</span>
        <span className={classes.bed}>
          {person.state !== 'ended' && <PlaceText zone={person.zone} bed={person.bed} />}
        </span>
        <span className={classes.state}>
          <StateChip state={person.state} outKind={person.outKind} overdue={person.overdue} />
        </span>
        <span className={classes.days}>
          {person.daysLeft !== undefined && <DaysLeft days={person.daysLeft} />}
        </span>
        <AlertChips alerts={person.alerts ?? []} />
      </div>
      {children && <span className={classes.tail}>{children}</span>}
    </div>
  )
}
