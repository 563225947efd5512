import { Button } from '@mantine/core'
import { countsForLimit } from '#domain/contacts/contact-codes.ts'
import type { Visit, VisitRoom } from '#domain/contract/visit-shapes.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf, formatTime } from '#domain/time/instant.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { guestsText, hoursText } from '#renderer/features/visits/visit-words.ts'
import { formatWeekday } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './visits.module.css'

/** Hours always shown, whatever is booked: the working day. */
const FIRST_HOUR = 7
const LAST_HOUR = 16

export interface VisitDayProps {
  day: Day
  today: Day
  visits: readonly Visit[]
  rooms: readonly VisitRoom[]
  onBack: () => void
}

function hourOf({ startedAt, startsAt }: Visit): number {
  return Number(formatTime(startedAt ?? startsAt).slice(0, 2))
}

/** The visits of a day by hour and room: where there is still place. */
export function VisitDay({ day, today, visits, rooms, onBack }: VisitDayProps) {
  const ofDay = visits.filter((visit) => dayOf(visit.startsAt) === day && countsForLimit(visit.state))
  const used = new Set(ofDay.map(({ roomId }) => roomId))
  const shown = rooms.filter((room) => !room.isRetired || used.has(room.id))
  const first = Math.min(FIRST_HOUR, ...ofDay.map(hourOf))
  const last = Math.max(LAST_HOUR, ...ofDay.map(hourOf))
  const hours = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return (
    <Panel
      title={`Theo giờ và phòng: ${formatWeekday(day, today)}`}
      aside={
        <Button size="compact-sm" variant="default" onClick={onBack}>
          Cả tuần
        </Button>
      }
    >
      <div className={classes.hours}>
        <table aria-label={`Lượt thăm theo giờ và phòng, ${formatWeekday(day, today)}`}>
          <thead>
            <tr>
              <th scope="col">Giờ</th>
              {shown.map((room) => (
                <th key={room.id} scope="col">
                  {room.name} <span className={classes.dim}>{room.capacity} lượt</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map((hour) => (
              <tr key={hour}>
                <th scope="row">{`${String(hour).padStart(2, '0')}:00`}</th>
                {shown.map((room) => {
                  const here = ofDay.filter((visit) => visit.roomId === room.id && hourOf(visit) === hour)
                  return (
                    <td key={room.id} data-full={here.length >= room.capacity || undefined}>
                      {here.map((visit) => (
                        <div key={visit.id}>
                          <span className={classes.dim}>{hoursText(visit)}</span>{' '}
                          <InnerLink href={personHref(visit.personId, 'tham-gap')}>{visit.name}</InnerLink>
                          <div className={classes.dim}>{guestsText(visit.guests)}</div>
                        </div>
                      ))}
                      {here.length >= room.capacity && <span className={classes.dim}>hết chỗ</span>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
