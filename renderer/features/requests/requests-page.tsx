import { Button } from '@mantine/core'
import { IconChartBar, IconInbox, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { RequestLine } from '#domain/contract/requests.ts'
import { REQUEST_KIND_LABELS } from '#domain/requests/request-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { ExportButton } from '#renderer/features/people/export-button.tsx'
import { ReceiveRequest } from '#renderer/features/requests/receive-request.tsx'
import {
  REQUEST_LIST_KEYS,
  requestChipsOf,
  requestFilterOf,
  standingOf,
} from '#renderer/features/requests/request-words.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './requests.module.css'

const PAGE = 100

const COLUMNS: readonly ListColumn<RequestLine>[] = [
  { id: 'number', header: 'Số', minWidth: 84, cell: ({ number }) => number },
  {
    id: 'day',
    header: 'Ngày nhận',
    minWidth: 96,
    yields: 3,
    cell: ({ receivedAt }) => formatDay(dayOf(receivedAt)),
  },
  { id: 'who', header: 'Người gửi', minWidth: 180, grow: 0.8, cell: ({ who }) => who },
  { id: 'kind', header: 'Loại', minWidth: 140, cell: ({ kind }) => REQUEST_KIND_LABELS[kind] },
  {
    id: 'body',
    header: 'Nội dung',
    minWidth: 200,
    grow: 2,
    yields: 1,
    cell: ({ body, aboutStaff }) => (
      <span className={classes.cut} title={body}>
        {aboutStaff && <ToneChip tone="late" text="về cán bộ" quiet />} {body}
      </span>
    ),
  },
  { id: 'zone', header: 'Khu', minWidth: 150, yields: 4, cell: ({ zoneName }) => zoneName },
  {
    id: 'owner',
    header: 'Người giải quyết',
    minWidth: 150,
    yields: 2,
    cell: ({ ownerName }) => ownerName ?? 'chưa giao',
  },
  {
    id: 'state',
    header: 'Tình trạng',
    minWidth: 210,
    cell: (row) => <ToneChip {...standingOf(row)} />,
  },
]

/** The book of requests, wishes and grievances. */
export function RequestsPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(REQUEST_LIST_KEYS)
  const filter = requestFilterOf(values)
  const [isReceiving, setIsReceiving] = useState(false)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const counts = useQuery(api.requests.counts.queryOptions({ input: {} }))
  const list = useInfiniteQuery({
    ...api.requests.list.infiniteOptions({
      input: (cursor: string | null) => ({ ...filter, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được sổ đơn')
  const total = list.data?.pages[0]?.total
  return (
    <>
      <PageHeader
        title="Đơn, nguyện vọng"
        note={
          counts.data &&
          `${formatNumber(counts.data.open)} đang giải quyết · ${formatNumber(counts.data.late)} quá hạn · ${formatNumber(counts.data.mine)} giao cho tôi`
        }
        acts={
          <>
            {desk?.permissions.includes('exports.run') && (
              <ExportButton onExport={() => hub.requests.export(filter)} />
            )}
            <Button
              variant="default"
              leftSection={<IconChartBar size={16} stroke={1.75} aria-hidden />}
              onClick={() => history.push('/don/xu-huong')}
            >
              Xu hướng
            </Button>
            {desk?.permissions.includes('requests.log') && (
              <Button
                leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
                onClick={() => setIsReceiving(true)}
              >
                Nhận đơn
              </Button>
            )}
          </>
        }
      />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Sổ đơn, nguyện vọng"
            noun="đơn"
            columns={COLUMNS}
            {...paged}
            rowId={(row) => row.id}
            rowLabel={(row) => `Đơn ${row.number}`}
            {...(total === undefined ? {} : { total })}
            chips={
              <FilterChips
                chips={requestChipsOf(zones.data?.zones ?? [])}
                values={values}
                onChange={setValues}
              />
            }
            onOpen={(row) => history.push(`/don/${row.id}`)}
            empty={
              <EmptyState icon={IconInbox} title="Không có đơn nào ở đây">
                Đơn của học viên, nhóm, gia đình hoặc trong hộp thư được ghi bằng nút “Nhận đơn”.
              </EmptyState>
            }
          />
        </Panel>
      </div>
      <ReceiveRequest opened={isReceiving} onClose={() => setIsReceiving(false)} />
    </>
  )
}
