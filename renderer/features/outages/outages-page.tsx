import { Button } from '@mantine/core'
import { IconBedOff, IconTools } from '@tabler/icons-react'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useState } from 'react'
import type { OutageLine } from '#domain/contract/outages.ts'
import { OUTAGE_REASON_LABELS } from '#domain/placement/capacity.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { ClosePlace } from '#renderer/features/outages/close-place.tsx'
import { ZonesNav } from '#renderer/features/zones/zones-nav.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './outages.module.css'

const KEYS = ['tinh-trang'] as const

function columnsOf(onReturn: ((row: OutageLine) => void) | null): readonly ListColumn<OutageLine>[] {
  return [
    { id: 'bed', header: 'Giường', minWidth: 100, cell: ({ bedCode }) => bedCode },
    { id: 'zone', header: 'Khu', minWidth: 160, grow: 1, yields: 3, cell: ({ zoneName }) => zoneName },
    {
      id: 'reason',
      header: 'Lý do',
      minWidth: 200,
      grow: 2,
      cell: ({ reason, note, scopeCode }) => (
        <span className={classes.cut} title={note ?? undefined}>
          {OUTAGE_REASON_LABELS[reason]}
          {note !== null && `: ${note}`}
          {scopeCode !== null && ` (đóng cả ${scopeCode})`}
        </span>
      ),
    },
    { id: 'from', header: 'Từ lúc', minWidth: 140, yields: 2, cell: ({ fromAt }) => formatInstant(fromAt) },
    { id: 'by', header: 'Người ghi', minWidth: 140, yields: 1, cell: ({ recordedBy }) => recordedBy },
    {
      id: 'back',
      header: 'Dùng lại',
      minWidth: 200,
      cell: (row) =>
        row.endedAt !== null ? (
          formatInstant(row.endedAt)
        ) : row.isOverdue && row.backOn !== null ? (
          <ToneChip tone="late" text={`Quá hẹn ${formatDay(row.backOn)}`} />
        ) : row.backOn === null ? (
          'chưa hẹn ngày'
        ) : (
          `dự kiến ${formatDay(row.backOn)}`
        ),
    },
    ...(onReturn
      ? [
          {
            id: 'act',
            header: 'Việc',
            minWidth: 150,
            cell: (row: OutageLine) =>
              row.endedAt === null && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Đưa vào sử dụng: ${row.bedCode}`}
                  onClick={() => onReturn(row)}
                >
                  Đưa vào sử dụng
                </Button>
              ),
          },
        ]
      : []),
  ]
}

/** Beds out of service now, what is planned, and what was. */
export function OutagesPage() {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const mayClose = desk?.permissions.includes('places.outage') ?? false
  const [values, setValues] = useUrlFilters(KEYS)
  const state = values['tinh-trang']?.includes('da-het') ? 'ended' : 'open'
  const [isClosing, setIsClosing] = useState(false)
  const plans = useQuery(api.outages.plans.queryOptions({ input: {} }))
  const list = useInfiniteQuery({
    ...api.outages.list.infiniteOptions({
      input: (cursor: string | null) => ({ state, cursor, limit: 100 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: api.outages.key() })
    await queryClient.invalidateQueries({ queryKey: api.places.key() })
  }
  const putBack = useMutation({
    mutationFn: (row: OutageLine) => hub.places.clearOutage({ bedIds: [row.bedId] }),
    onSuccess: refresh,
    onError: (error) => showNotice(toHubError(error).message),
  })
  const giveUp = useMutation({
    mutationFn: (id: string) => hub.outages.cancelPlan({ id }),
    onSuccess: refresh,
    onError: (error) => showNotice(toHubError(error).message),
  })
  const rows = list.data?.pages.flatMap((page) => page.outages) ?? []
  const problem = list.error && toHubError(list.error)
  const planned = plans.data?.plans ?? []
  return (
    <>
      <PageHeader
        title="Ngừng sử dụng giường, phòng"
        note={
          plans.data &&
          plans.data.overdue > 0 && (
            <ToneChip tone="late" text={`${plans.data.overdue} giường quá hẹn dùng lại`} />
          )
        }
        acts={
          mayClose && (
            <Button
              leftSection={<IconTools size={16} stroke={1.75} aria-hidden />}
              onClick={() => setIsClosing(true)}
            >
              Ngừng phòng, khu…
            </Button>
          )
        }
      />
      <ZonesNav />
      <div className={classes.fill}>
        <Panel title="Đã hẹn">
          {planned.length === 0 && <p className={classes.note}>Không có phòng, khu nào hẹn ngừng sử dụng.</p>}
          <ul className={classes.plans}>
            {planned.map((plan) => (
              <li key={plan.id}>
                <b>{plan.placeCode}</b>
                <span>
                  từ {formatDay(plan.fromOn)}
                  {plan.backOn !== null && ` đến ${formatDay(plan.backOn)}`} ·{' '}
                  {OUTAGE_REASON_LABELS[plan.reason]}
                  {plan.note !== null && `: ${plan.note}`} · {plan.madeBy}
                </span>
                {plan.holders > 0 && <ToneChip tone="soon" text={`còn ${plan.holders} người giữ giường`} />}
                {mayClose && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    aria-label={`Bỏ hẹn ${plan.placeCode}`}
                    onClick={() => giveUp.mutate(plan.id)}
                  >
                    Bỏ hẹn
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Panel>
        <Panel flush>
          <DataList
            label="Giường ngừng sử dụng"
            noun="giường"
            columns={columnsOf(mayClose ? (row) => putBack.mutate(row) : null)}
            rows={rows}
            rowId={(row) => row.id}
            rowLabel={(row) => row.bedCode}
            status={list.isPending ? 'loading' : problem && rows.length === 0 ? 'error' : 'ready'}
            error={
              problem && (
                <ErrorState
                  title="Chưa tải được danh sách"
                  sentence={problem.message}
                  onRetry={() => void list.refetch()}
                />
              )
            }
            chips={
              <FilterChips
                chips={[
                  {
                    id: 'tinh-trang',
                    label: 'Tình trạng',
                    choices: [{ value: 'da-het', label: 'Đã dùng lại (lịch sử)' }],
                  },
                ]}
                values={values}
                onChange={setValues}
              />
            }
            hasMore={list.hasNextPage}
            loadingMore={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
            empty={
              <EmptyState icon={IconBedOff} title="Không có giường nào ở đây">
                {state === 'open' ? 'Mọi giường đang dùng được.' : 'Chưa có giường nào từng ngừng sử dụng.'}
              </EmptyState>
            }
          />
        </Panel>
      </div>
      <ClosePlace opened={isClosing} onClose={() => setIsClosing(false)} />
    </>
  )
}
