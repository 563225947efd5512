import { Button, SegmentedControl } from '@mantine/core'
import { IconCalendarPlus, IconDoorEnter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ExpectedArrival } from '#domain/contract/intake.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { AnnounceForm } from '#renderer/features/arrivals/announce-form.tsx'
import { receiveHref, whenText, whoText } from '#renderer/features/arrivals/arrival-words.ts'
import { CancelArrival } from '#renderer/features/arrivals/cancel-arrival.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { choices } from '#ui/choices.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { TrackChip } from '#ui/track-chip.tsx'
import classes from './arrivals.module.css'

const STATES = ['expected', 'arrived', 'cancelled'] as const
type ArrivalState = (typeof STATES)[number]

const STATE_LABELS: Record<ArrivalState, string> = {
  expected: 'Dự kiến đến',
  arrived: 'Đã đến',
  cancelled: 'Đã hủy',
}

const EMPTY: Record<ArrivalState, string> = {
  expected: 'Chưa có ai được báo sẽ đến',
  arrived: 'Chưa ai đến theo dự kiến',
  cancelled: 'Chưa hủy dự kiến nào',
}

/** Who was announced: late and today's first, each opening the intake screen filled with what is known. */
export function ArrivalsPage() {
  const desk = useDesk()
  const today = dayOf(useHubNow())
  const [values, setValues] = useUrlFilters(['xem'])
  const state = STATES.find((known) => known === values['xem']?.[0]) ?? 'expected'
  const [isAdding, setIsAdding] = useState(false)
  const [cancelling, setCancelling] = useState<ExpectedArrival | null>(null)
  const list = useQuery(api.intake.expected.queryOptions({ input: { state } }))
  const mayReceive = desk?.permissions.includes('custody.receive') ?? false
  const arrivals = list.data?.arrivals ?? []
  const dueToday = arrivals.filter(({ expectedOn }) => expectedOn === today).length
  return (
    <>
      <PageHeader
        title="Người dự kiến đến"
        back={{ href: '/tiep-nhan', label: 'Tiếp nhận' }}
        note={
          state === 'expected' && list.data
            ? `${arrivals.length} người, hôm nay ${dueToday}`
            : 'theo báo trước của công an xã và cơ quan giao người'
        }
        acts={
          <>
            <SegmentedControl
              aria-label="Xem"
              data={choices(STATES, STATE_LABELS)}
              value={state}
              onChange={(value) => setValues(value === 'expected' ? {} : { xem: [value] })}
            />
            {mayReceive && (
              <Button
                leftSection={<IconCalendarPlus size={16} stroke={1.75} aria-hidden />}
                onClick={() => setIsAdding(true)}
                disabled={isAdding}
              >
                Ghi người dự kiến đến
              </Button>
            )}
          </>
        }
      />
      <div className={classes.fill}>
        {isAdding && (
          <Panel title="Ai sẽ đến?">
            <AnnounceForm today={today} onDone={() => setIsAdding(false)} />
          </Panel>
        )}
        <Panel flush>
          {list.isPending && <PagePending />}
          {list.error && (
            <ErrorState
              title="Chưa tải được danh sách dự kiến đến"
              sentence={toHubError(list.error).message}
              onRetry={() => void list.refetch()}
            />
          )}
          {list.data && arrivals.length === 0 && (
            <EmptyState title={EMPTY[state]} icon={IconDoorEnter}>
              {state === 'expected' &&
                'Khi có báo trước, ghi vào đây; lúc người đến, mở dòng đó để điền sẵn biểu tiếp nhận.'}
            </EmptyState>
          )}
          <ul className={classes.list} aria-label={STATE_LABELS[state]}>
            {arrivals.map((arrival) => (
              <ArrivalRow
                key={arrival.id}
                arrival={arrival}
                today={today}
                {...(mayReceive &&
                  arrival.state === 'expected' && { onCancel: () => setCancelling(arrival) })}
              />
            ))}
          </ul>
        </Panel>
      </div>
      <CancelArrival arrival={cancelling} onClose={() => setCancelling(null)} />
    </>
  )
}

function ArrivalRow({
  arrival,
  today,
  onCancel,
}: {
  arrival: ExpectedArrival
  today: Day
  onCancel?: () => void
}) {
  const router = useRouter()
  const isOpen = arrival.state === 'expected'
  const when = whenText(arrival, today)
  return (
    <li className={classes.row} data-today={(isOpen && arrival.expectedOn === today) || undefined}>
      {isOpen ? (
        <ToneChip tone={when.tone} text={when.text} quiet={when.tone === 'ended'} />
      ) : (
        <span className={classes.note}>hẹn {formatDay(arrival.expectedOn)}</span>
      )}
      <span>
        <span className={classes.name}>{arrival.name}</span>
        <span className={classes.note} style={{ display: 'block' }}>
          {whoText(arrival) || 'chưa biết ngày sinh, số giấy tờ'}
        </span>
      </span>
      <span>
        <TrackChip track={arrival.track} />
      </span>
      <span className={`${classes.note} ${classes.from ?? ''}`}>
        {[
          arrival.fromBody,
          arrival.decisionNumber === null ? null : `quyết định ${arrival.decisionNumber}`,
          arrival.note,
          arrival.cancelReason === null ? null : `hủy: ${arrival.cancelReason}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={classes.acts}>
        {onCancel && (
          <>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={`Hủy dự kiến đến của ${arrival.name}`}
              onClick={onCancel}
            >
              Hủy
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Tiếp nhận ${arrival.name}`}
              onClick={() => router.history.push(receiveHref(arrival.id))}
            >
              Tiếp nhận
            </Button>
          </>
        )}
      </span>
    </li>
  )
}
