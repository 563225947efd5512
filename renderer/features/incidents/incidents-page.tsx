import { IconShieldCheck } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { INCIDENT_LIST_KEYS, incidentChipsOf, incidentFilterOf } from './incident-filters.ts'
import { IncidentList } from './incident-list.tsx'
import { IncidentsNav } from './incidents-nav.tsx'
import { MyReportsPage } from './my-reports-page.tsx'
import { ReportAct } from './report-act.tsx'
import { StateStrip } from './state-strip.tsx'
import { UnfinishedReports } from './unfinished-reports.tsx'

const PAGE = 100

/** `/vu-viec`: the book of incidents; those who only report see what they reported. */
export function IncidentsPage() {
  const reads = useDesk()?.permissions.includes('incident.read') ?? false
  return reads ? <IncidentBook /> : <MyReportsPage />
}

function IncidentBook() {
  const now = useHubNow()
  const [values, setValues] = useUrlFilters(INCIDENT_LIST_KEYS)
  const filter = incidentFilterOf(values)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const list = useInfiniteQuery({
    ...api.incidents.list.infiniteOptions({
      input: (cursor: string | null) => ({ ...filter, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const total = list.data?.pages[0]?.total
  const people = list.data?.pages.flatMap(({ rows }) => rows.flatMap(({ who }) => who)) ?? []
  const isFiltered = Object.keys(values).length > 0
  return (
    <>
      <PageHeader
        title="Vụ việc"
        note={
          <>
            {total !== undefined &&
              `${formatNumber(total)} vụ việc ${isFiltered ? 'khớp bộ lọc' : 'đang mở'}`}
            <UnfinishedReports current={null} />
          </>
        }
        acts={<ReportAct />}
      />
      <IncidentsNav />
      <StateStrip filter={filter} now={now} />
      <IncidentList
        label="Sổ vụ việc"
        list={list}
        {...(total === undefined ? {} : { total })}
        chips={
          <FilterChips
            chips={incidentChipsOf(
              zones.data?.zones ?? [],
              values,
              (id) => people.find(({ personId }) => personId === id)?.name,
            )}
            values={values}
            onChange={setValues}
          />
        }
        empty={
          isFiltered ? (
            <EmptyState title="Không có vụ việc nào khớp bộ lọc">
              Bỏ bớt bộ lọc, hoặc chọn tình trạng “Tất cả, kể cả đã đóng”.
            </EmptyState>
          ) : (
            <EmptyState icon={IconShieldCheck} title="Không có vụ việc nào đang mở">
              Vụ việc mới được báo bằng nút “Báo vụ việc”. Vụ đã đóng: chọn tình trạng “Tất cả, kể cả đã
              đóng”.
            </EmptyState>
          )
        }
      />
    </>
  )
}
