import { Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { countsForLimit } from '#domain/contacts/contact-codes.ts'
import { weekOf } from '#domain/contacts/limit.ts'
import { addDays, formatDay, isDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { VisitDay } from '#renderer/features/visits/visit-day.tsx'
import { hoursText } from '#renderer/features/visits/visit-words.ts'
import { ErrorState } from '#ui/error-state.tsx'
import type { FilterValues } from '#ui/filter-chips.tsx'
import { formatWeekday } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './visits.module.css'

/** The visits of a week, day by day, with what the rooms hold. */
export function VisitCalendar() {
  const today = dayOf(useHubNow())
  const [values, setValues] = useUrlFilters(['tuan', 'ngay'])
  const asked = values['tuan']?.[0]
  const { from, to } = weekOf(asked !== undefined && isDay(asked) ? asked : today, 'calendar')
  const rooms = useQuery(api.visits.rooms.queryOptions({ input: {} }))
  const list = useQuery(
    api.visits.calendar.queryOptions({ input: { from, days: 7 }, placeholderData: keepPreviousData }),
  )
  if (list.error) {
    return (
      <ErrorState
        title="Chưa mở được lịch thăm gặp"
        sentence={toHubError(list.error).message}
        onRetry={() => void list.refetch()}
      />
    )
  }
  if (!list.data) return <PagePending />
  const open = (rooms.data?.rooms ?? []).filter(({ isRetired }) => !isRetired)
  const week: FilterValues = asked === undefined ? {} : { tuan: [asked] }
  const go = (day: Day) => setValues(day === weekOf(today, 'calendar').from ? {} : { tuan: [day] })
  const chosen = values['ngay']?.[0]
  if (chosen !== undefined && isDay(chosen) && chosen >= from && chosen <= to) {
    return (
      <VisitDay
        day={chosen}
        today={today}
        visits={list.data.visits}
        rooms={rooms.data?.rooms ?? []}
        onBack={() => setValues(week)}
      />
    )
  }
  return (
    <Panel
      title={`Tuần ${formatDay(from)}-${formatDay(to)}`}
      aside={
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            aria-label="Tuần trước"
            onClick={() => go(addDays(from, -7))}
          >
            <IconChevronLeft size={16} aria-hidden />
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => go(weekOf(today, 'calendar').from)}>
            Tuần này
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label="Tuần sau"
            onClick={() => go(addDays(from, 7))}
          >
            <IconChevronRight size={16} aria-hidden />
          </Button>
        </Group>
      }
    >
      <p className={classes.note}>
        {open.length === 0
          ? 'Chưa có phòng thăm gặp.'
          : `Mỗi giờ: ${open.map(({ name, capacity }) => `${name} ${capacity} lượt`).join(', ')}.`}
      </p>
      <div className={classes.week}>
        {Array.from({ length: 7 }, (_, i) => addDays(from, i)).map((day) => {
          const visits = list.data.visits.filter(({ startsAt }) => dayOf(startsAt) === day)
          const counted = visits.filter(({ state }) => countsForLimit(state)).length
          return (
            <section key={day} className={classes.day} data-today={day === today} aria-label={formatDay(day)}>
              <h3>
                {formatWeekday(day, today)} · {counted} lượt
              </h3>
              {counted > 0 && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`Theo giờ, phòng ${formatDay(day)}`}
                  onClick={() => setValues({ ...week, ngay: [day] })}
                >
                  Theo giờ, phòng
                </Button>
              )}
              <ul className={classes.slots}>
                {visits.map((visit) => (
                  <li key={visit.id} data-off={!countsForLimit(visit.state) || undefined}>
                    <span className={classes.dim}>
                      {hoursText(visit)} · {visit.roomName}
                    </span>
                    <br />
                    <InnerLink href={personHref(visit.personId, 'tham-gap')}>{visit.name}</InnerLink>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Panel>
  )
}
