import { IconNotes } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { IncidentList } from './incident-list.tsx'
import { IncidentsNav } from './incidents-nav.tsx'
import { ReportAct } from './report-act.tsx'
import { UnfinishedReports } from './unfinished-reports.tsx'

const PAGE = 100

/** `/vu-viec/toi-bao`: what the reader reported, also where the incident itself is closed to him or her. */
export function MyReportsPage() {
  const list = useInfiniteQuery(
    api.incidents.mine.infiniteOptions({
      input: (cursor: string | null) => ({ cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  return (
    <>
      <PageHeader title="Vụ việc tôi báo" note={<UnfinishedReports current={null} />} acts={<ReportAct />} />
      <IncidentsNav />
      <IncidentList
        label="Vụ việc tôi báo"
        list={list}
        empty={
          <EmptyState icon={IconNotes} title="Bạn chưa báo vụ việc nào">
            Thấy vụ việc thì báo ngay bằng nút “Báo vụ việc”; chưa đủ thông tin vẫn báo được.
          </EmptyState>
        }
      />
    </>
  )
}
