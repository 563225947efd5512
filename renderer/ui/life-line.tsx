import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, type TablerIcon } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { dayOf, formatTime, type Instant } from '#domain/time/instant.ts'
import { formatDay } from '#domain/time/day.ts'
import type { Tone } from '#ui/colors.ts'
import { TONE_ICONS } from '#ui/tone-icon.ts'
import classes from './life-line.module.css'

export interface LifeEvent {
  id: string
  at: Instant
  /** What happened: `Chuyển giường A2-05 → B1-02`. */
  title: string
  tone?: Tone
  icon?: TablerIcon
  facts?: readonly { label: string; value: string }[]
  papers?: readonly string[]
  /** Who recorded it, with the post and the hour of recording. */
  recorded?: string
  /** Why it no longer counts: the correction's reason. */
  cancelled?: string
}

export interface LifeLineProps {
  label: string
  /** Newest first. */
  events: readonly LifeEvent[]
  /** Offers "đính chính" on events that still count. */
  onCorrect?: (event: LifeEvent) => void
}

/** The line of a life in custody: one dot per event, facts and papers behind each. */
export function LifeLine({ label, events, onCorrect }: LifeLineProps) {
  return (
    <ol className={classes.line} aria-label={label}>
      {events.map((event) => (
        <LifeLineEvent key={event.id} event={event} onCorrect={onCorrect} />
      ))}
    </ol>
  )
}

function LifeLineEvent({ event, onCorrect }: { event: LifeEvent; onCorrect?: (event: LifeEvent) => void }) {
  const [open, setOpen] = useState(false)
  const bodyId = useId()
  const Icon = event.icon ?? TONE_ICONS[event.tone ?? 'ok']
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <li
      className={classes.event}
      data-tone={event.tone}
      data-cancelled={event.cancelled !== undefined || undefined}
    >
      <span className={classes.when}>
        {formatDay(dayOf(event.at))} <span className={classes.time}>{formatTime(event.at)}</span>
      </span>
      <span className={classes.dot}>
        <Icon size={14} stroke={2} aria-hidden />
      </span>
      <div className={classes.what}>
        <UnstyledButton
          className={classes.title}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setOpen(!open)}
        >
          <span className={classes.titleText}>{event.title}</span>
          <Chevron size={14} aria-hidden className={classes.chevron} />
        </UnstyledButton>
        {event.cancelled !== undefined && (
          <span className={classes.note}>Đã đính chính: {event.cancelled}</span>
        )}
        <div id={bodyId} hidden={!open} className={classes.body}>
          {event.facts && event.facts.length > 0 && (
            <dl className={classes.facts}>
              {event.facts.map((fact) => (
                <div key={fact.label} className={classes.fact}>
                  <dt>{fact.label}</dt>
                  <dd>{fact.value}</dd>
                </div>
              ))}
            </dl>
          )}
          {event.papers && event.papers.length > 0 && (
            <p className={classes.papers}>Giấy tờ: {event.papers.join('; ')}</p>
          )}
          {event.recorded && <p className={classes.papers}>{event.recorded}</p>}
          {onCorrect && event.cancelled === undefined && (
            <UnstyledButton className={classes.correct} onClick={() => onCorrect(event)}>
              Đính chính
            </UnstyledButton>
          )}
        </div>
      </div>
    </li>
  )
}
