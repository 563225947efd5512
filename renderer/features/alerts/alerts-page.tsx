import { Button } from '@mantine/core'
import { IconPrinter, IconShieldCheck } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { ActiveAlert } from '#domain/contract/alerts.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { alertChip } from '#renderer/features/alerts/alert-chips.ts'
import { ALERT_LIST_KEYS, alertChipsOf, alertFilterOf } from '#renderer/features/alerts/alert-filters.ts'
import { ExportButton } from '#renderer/features/people/export-button.tsx'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { useChangedIds } from '#renderer/features/people/use-changed-ids.ts'
import { ZonesNav } from '#renderer/features/zones/zones-nav.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { PlaceText } from '#ui/person-line.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './alerts.module.css'

const PAGE = 100

const COLUMNS: readonly ListColumn<ActiveAlert>[] = [
  {
    id: 'name',
    header: 'Họ và tên',
    minWidth: 222,
    grow: 1,
    cell: (row) => (
      <PersonName fullName={row.name} birthYear={birthYearOf(row)} href={personHref(row.personId)} />
    ),
  },
  {
    id: 'alert',
    header: 'Cảnh báo',
    minWidth: 262,
    grow: 1,
    cell: ({ face }) => <ToneChip {...alertChip(face)} />,
  },
  {
    id: 'detail',
    header: 'Cần lưu ý',
    minWidth: 160,
    grow: 1.5,
    yields: 1,
    cell: ({ detail, isMasked }) => (
      <span className={classes.cut} title={detail ?? undefined}>
        {isMasked ? 'Hỏi y tế' : detail}
      </span>
    ),
  },
  {
    id: 'place',
    header: 'Khu · giường',
    minWidth: 170,
    yields: 2,
    cell: (row) => <PlaceText zone={row.zoneName} bed={row.bedCode} />,
  },
  { id: 'from', header: 'Từ ngày', minWidth: 92, yields: 4, cell: (row) => formatDay(row.fromOn) },
  {
    id: 'review',
    header: 'Xem lại',
    minWidth: 130,
    cell: ({ reviewOn, isReviewDue }) =>
      isReviewDue ? <ToneChip tone="late" text={formatDay(reviewOn)} /> : formatDay(reviewOn),
  },
  { id: 'by', header: 'Người ghi', minWidth: 140, yields: 3, cell: (row) => row.raisedBy },
]

/** Every alert that holds on people of the roll, the one to be reviewed first at the top. */
export function AlertsPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(ALERT_LIST_KEYS)
  const may = (permission: NonNullable<typeof desk>['permissions'][number]) =>
    desk?.permissions.includes(permission) ?? false
  const seesMedical = may('medical.read')
  const filter = alertFilterOf(values, seesMedical)
  const zones = useQuery({ ...api.places.zones.queryOptions({ input: {} }), enabled: may('places.read') })
  const count = useQuery({
    ...api.alerts.count.queryOptions({ input: filter }),
    placeholderData: keepPreviousData,
  })
  const list = useInfiniteQuery({
    ...api.alerts.active.infiniteOptions({
      input: (cursor: string | null) => ({ ...filter, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được cảnh báo')
  const { rows } = paged
  const changed = useChangedIds()
  const isFiltered = filter.faces.length + filter.zones.length > 0 || filter.reviewDue

  return (
    <>
      <PageHeader
        title="Cảnh báo"
        note={
          count.data &&
          `${formatNumber(count.data.alerts)} cảnh báo đang có hiệu lực, ${formatNumber(count.data.people)} học viên`
        }
      />
      <ZonesNav />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Cảnh báo đang có hiệu lực"
            noun="cảnh báo"
            columns={COLUMNS}
            {...paged}
            rowId={(row) => row.id}
            rowLabel={(row) => row.name}
            {...(count.data ? { total: count.data.alerts } : {})}
            chips={
              <FilterChips
                chips={alertChipsOf(zones.data?.zones ?? [], seesMedical)}
                values={values}
                onChange={setValues}
              />
            }
            tools={
              may('exports.run') && (
                <>
                  <ExportButton onExport={() => hub.alerts.export(filter)} />
                  <Button
                    variant="default"
                    leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
                    onClick={() => history.push(`/khu/canh-bao/in${window.location.search}`)}
                  >
                    In
                  </Button>
                </>
              )
            }
            onOpen={(row) => history.push(personHref(row.personId))}
            flashed={new Set(rows.filter(({ personId }) => changed.has(personId)).map(({ id }) => id))}
            empty={
              isFiltered ? (
                <EmptyState title="Không có cảnh báo nào khớp bộ lọc">Bỏ bớt bộ lọc.</EmptyState>
              ) : (
                <EmptyState icon={IconShieldCheck} title="Không có cảnh báo nào đang có hiệu lực">
                  Cảnh báo được ghi khi tiếp nhận hoặc ở trang của học viên, mục Tổng quan.
                </EmptyState>
              )
            }
          />
        </Panel>
      </div>
    </>
  )
}
