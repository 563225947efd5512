import { Button, Group } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OUTING_KIND_LABELS } from '#domain/goings-out/outing-kinds.ts'
import { addDays, addMonths, formatDay, weekday, type Day } from '#domain/time/day.ts'
import { dayOf, formatTime } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './goings-out.module.css'

const WEEKDAYS = ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật']
/** Entries of a day that are shown; the rest are counted. */
const SHOWN = 6

/** Monday of the first week and Sunday of the last week of a month. */
function weeksOf(month: Day): { from: Day; to: Day } {
  const first = `${month.slice(0, 7)}-01`
  const last = addDays(addMonths(first, 1), -1)
  return { from: addDays(first, 1 - weekday(first)), to: addDays(last, 7 - weekday(last)) }
}

/** Departures and returns of a month, day by day. */
export function OutingCalendar() {
  const today = dayOf(useHubNow())
  const [month, setMonth] = useState<Day>(`${today.slice(0, 7)}-01`)
  const span = weeksOf(month)
  const calendar = useQuery(
    api.goingsOut.calendar.queryOptions({ input: span, placeholderData: keepPreviousData }),
  )
  return (
    <Panel
      title={`Tháng ${month.slice(5, 7)}/${month.slice(0, 4)}`}
      aside={
        <Group gap={4}>
          <Button size="compact-sm" variant="default" onClick={() => setMonth(addMonths(month, -1))}>
            Tháng trước
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setMonth(`${today.slice(0, 7)}-01`)}>
            Tháng này
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setMonth(addMonths(month, 1))}>
            Tháng sau
          </Button>
        </Group>
      }
    >
      {calendar.isError && (
        <ErrorState
          title="Chưa mở được lịch"
          sentence={toHubError(calendar.error).message}
          onRetry={() => void calendar.refetch()}
        />
      )}
      <div className={classes.month} aria-hidden>
        {WEEKDAYS.map((name) => (
          <span key={name} className={classes.weekday}>
            {name}
          </span>
        ))}
      </div>
      <ol className={classes.month} aria-label="Lịch ra ngoài">
        {calendar.data?.days.map(({ day, entries }) => (
          <li key={day} className={classes.day} data-today={day === today || undefined}>
            <b>{day === today ? `${formatDay(day)} · hôm nay` : formatDay(day)}</b>
            <ul>
              {entries.slice(0, SHOWN).map((entry) => (
                <li key={`${entry.personId} ${entry.what} ${entry.at}`}>
                  {formatTime(entry.at)} {entry.what === 'leaves' ? 'đi' : 'về'}:{' '}
                  <InnerLink href={personHref(entry.personId)}>{entry.name}</InnerLink>{' '}
                  <span className={entry.isOverdue ? classes.refusal : classes.dim}>
                    {entry.isOverdue ? 'quá hạn' : OUTING_KIND_LABELS[entry.kind].toLocaleLowerCase('vi')}
                  </span>
                </li>
              ))}
              {entries.length > SHOWN && (
                <li className={classes.dim}>và {entries.length - SHOWN} việc khác</li>
              )}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
