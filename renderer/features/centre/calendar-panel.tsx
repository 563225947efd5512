import { ActionIcon, Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HolidayLine } from '#domain/contract/centre.ts'
import type { Day } from '#domain/time/day.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { HOLIDAY_KIND_LABELS } from '#domain/time/holidays.ts'
import { CONFIDENCE_WORDS } from '#renderer/features/centre/holiday-words.ts'
import { HolidayForm } from '#renderer/features/centre/holiday-form.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatWeekday } from '#ui/format.ts'
import { Panel } from '#ui/panel.tsx'
import classes from './centre.module.css'

/** Holidays and swap days of a year: what working days are counted over. */
export function CalendarPanel({ mayEdit, today }: { mayEdit: boolean; today: Day }) {
  const queryClient = useQueryClient()
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const [editing, setEditing] = useState<HolidayLine | 'new' | null>(null)
  const [removing, setRemoving] = useState<HolidayLine | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const holidays = useQuery(api.centre.holidays.queryOptions({ input: { year } }))
  const days = holidays.data?.holidays ?? []

  async function remove(line: HolidayLine) {
    try {
      await hub.centre.removeHoliday({ day: line.day, version: line.version })
      await queryClient.invalidateQueries({ queryKey: api.centre.key() })
      setRemoving(null)
    } catch (error) {
      setProblem(toHubError(error).message)
    }
  }

  return (
    <Panel
      title={`Ngày nghỉ, ngày làm bù năm ${year}`}
      aside={
        <Group gap={4}>
          <ActionIcon aria-label={`Năm ${year - 1}`} onClick={() => setYear(year - 1)}>
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <b>{year}</b>
          <ActionIcon aria-label={`Năm ${year + 1}`} onClick={() => setYear(year + 1)}>
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </Group>
      }
    >
      {mayEdit && editing === null && (
        <Button variant="default" size="compact-sm" mb="sm" onClick={() => setEditing('new')}>
          Thêm một ngày
        </Button>
      )}
      {editing !== null && (
        <HolidayForm
          key={editing === 'new' ? 'new' : editing.day}
          line={editing === 'new' ? null : editing}
          today={today}
          onDone={(day) => {
            setEditing(null)
            if (day !== null) setYear(Number(day.slice(0, 4)))
          }}
        />
      )}
      {holidays.error ? (
        <ErrorState
          title="Chưa tải được lịch"
          sentence={toHubError(holidays.error).message}
          onRetry={() => void holidays.refetch()}
        />
      ) : days.length === 0 && !holidays.isPending ? (
        <EmptyState title={`Chưa có ngày nghỉ nào của năm ${year}`}>
          Thêm theo thông báo nghỉ lễ hằng năm; chưa có thì hạn theo ngày làm việc chỉ trừ thứ Bảy, Chủ nhật.
        </EmptyState>
      ) : (
        <table className={classes.days}>
          <thead>
            <tr>
              <th scope="col">Ngày</th>
              <th scope="col">Là</th>
              <th scope="col">Căn cứ</th>
              {mayEdit && (
                <th scope="col">
                  <span className={classes.unseen}>Sửa, bỏ</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {days.map((line) => (
              <tr key={line.day}>
                <td>
                  {formatDay(line.day).slice(0, 5)}{' '}
                  <small>{formatWeekday(line.day, line.day).split(' ').slice(0, -1).join(' ')}</small>
                </td>
                <td>
                  {line.name}
                  <small>{HOLIDAY_KIND_LABELS[line.kind]}</small>
                </td>
                <td>
                  {line.source}
                  <small>{CONFIDENCE_WORDS[line.confidence] ?? line.confidence}</small>
                </td>
                {mayEdit && (
                  <td className={classes.dayActs}>
                    <ActionIcon
                      aria-label={`Sửa ngày ${formatDay(line.day)}`}
                      onClick={() => setEditing(line)}
                    >
                      <IconPencil size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={`Bỏ ngày ${formatDay(line.day)}`}
                      onClick={() => {
                        setProblem(null)
                        setRemoving(line)
                      }}
                    >
                      <IconTrash size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ConfirmAct
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={removing ? `Bỏ ngày ${formatDay(removing.day)} khỏi lịch?` : ''}
        act="Bỏ ngày này"
        danger
        problem={problem}
        onConfirm={() => {
          if (removing) void remove(removing)
        }}
      >
        {removing?.name}. Các hạn tính theo ngày làm việc đi qua ngày này sẽ được tính lại.
      </ConfirmAct>
    </Panel>
  )
}
