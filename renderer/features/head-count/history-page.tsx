import { Checkbox, Select } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { SignedCount } from '#domain/contract/head-count.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { CountNav } from '#renderer/features/head-count/count-nav.tsx'
import { differenceWord } from '#renderer/features/head-count/count-words.ts'
import { ExportButton } from '#renderer/features/people/export-button.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { MiniChart } from '#ui/mini-chart.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './head-count.module.css'

const PAGE = 60
const DAYS = 30

function sheetHref({ id }: SignedCount): string {
  return `/diem-danh/phieu/${id}`
}

const COLUMNS: readonly ListColumn<SignedCount>[] = [
  {
    id: 'shift',
    header: 'Giao ca lúc',
    minWidth: 150,
    cell: (row) => <InnerLink href={sheetHref(row)}>{formatInstant(row.shiftAt)}</InnerLink>,
  },
  { id: 'zone', header: 'Khu', minWidth: 130, grow: 1, cell: (row) => row.zoneName },
  { id: 'counted', header: 'Đếm', minWidth: 60, cell: (row) => formatNumber(row.counted) },
  { id: 'computed', header: 'Sổ', minWidth: 60, cell: (row) => formatNumber(row.computed) },
  {
    id: 'difference',
    header: 'Kết quả',
    minWidth: 180,
    cell: (row) => {
      const word = differenceWord(row.missing, row.extra)
      return <ToneChip {...word} quiet={word.tone === 'ok'} />
    },
  },
  { id: 'giver', header: 'Ca giao', minWidth: 150, yields: 2, cell: (row) => row.givenBy },
  { id: 'receiver', header: 'Ca nhận', minWidth: 150, yields: 1, cell: (row) => row.receivedBy },
]

/** Signed counts, newest first, with how they differed over thirty days. */
export function HistoryPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const [zoneId, setZoneId] = useState<string | null>(null)
  const [onlyVariance, setOnlyVariance] = useState(false)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const trend = useQuery(api.headCount.trend.queryOptions({ input: { zoneId, days: DAYS } }))
  const list = useInfiniteQuery({
    ...api.headCount.history.infiniteOptions({
      input: (cursor: string | null) => ({ zoneId, onlyVariance, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được')
  return (
    <>
      <PageHeader
        title="Các lần điểm danh"
        acts={
          desk?.permissions.includes('exports.run') && (
            <ExportButton onExport={() => hub.headCount.export({ zoneId, onlyVariance })} />
          )
        }
      />
      <CountNav />
      <div className={classes.trend}>
        <Panel>
          <MiniChart
            title={`Lệch khi điểm danh, ${DAYS} ngày`}
            kind="bar"
            axisLabel="Ngày"
            height={120}
            series={[{ label: 'Thiếu' }, { label: 'Thừa' }]}
            points={(trend.data?.points ?? []).map(({ day, missing, extra }) => ({
              label: formatDay(day).slice(0, 5),
              values: [missing, extra],
            }))}
          />
        </Panel>
        <Panel flush>
          <DataList
            label="Các lần điểm danh đã ký"
            noun="lần điểm danh"
            columns={COLUMNS}
            {...paged}
            rowId={(row) => row.id}
            rowLabel={(row) => `${row.zoneName} ${formatInstant(row.shiftAt)}`}
            tools={
              <>
                <Select
                  aria-label="Khu"
                  placeholder="Mọi khu"
                  clearable
                  data={(zones.data?.zones ?? []).map(({ id, name, code }) => ({
                    value: id,
                    label: name || `Khu ${code}`,
                  }))}
                  value={zoneId}
                  onChange={setZoneId}
                />
                <Checkbox
                  label="Chỉ lần lệch"
                  checked={onlyVariance}
                  onChange={(event) => setOnlyVariance(event.currentTarget.checked)}
                />
              </>
            }
            onOpen={(row) => history.push(sheetHref(row))}
            empty={
              <EmptyState title={onlyVariance ? 'Không có lần nào lệch' : 'Chưa có lần điểm danh nào đã ký'}>
                {onlyVariance
                  ? 'Bỏ bộ lọc để xem mọi lần.'
                  : 'Đếm theo phòng ở mục Điểm danh rồi hai ca cùng ký.'}
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </>
  )
}
