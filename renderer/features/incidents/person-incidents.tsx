import { Button } from '@mantine/core'
import { IconPlus, IconShieldCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PersonPicture } from '#renderer/features/incident-statistics/person-picture.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { IncidentList } from './incident-list.tsx'
import { incidentFilterOf } from './incident-filters.ts'
import { reportHref } from './report-link.tsx'
import classes from './incidents.module.css'

const PAGE = 50
const ALL_STATES = incidentFilterOf({ 'tinh-trang': ['tat-ca'] })

/** Incidents somebody stands in, as far as the reader may see them. */
export function PersonIncidents({ personId }: { personId: string }) {
  const { history } = useRouter()
  const mayReport = useDesk()?.permissions.includes('incident.report') ?? false
  const list = useInfiniteQuery(
    api.incidents.list.infiniteOptions({
      input: (cursor: string | null) => ({ ...ALL_STATES, personId, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const total = list.data?.pages[0]?.total
  return (
    <div className={classes.stack}>
      {mayReport && (
        <div className={classes.row}>
          <Button
            size="compact-md"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => history.push(reportHref({ origin: 'person', originId: personId, personId }))}
          >
            Báo vụ việc có người này
          </Button>
        </div>
      )}
      <PersonPicture personId={personId} />
      <div className={classes.tall}>
        <IncidentList
          label="Vụ việc có người này"
          list={list}
          {...(total === undefined ? {} : { total })}
          empty={
            <EmptyState icon={IconShieldCheck} title="Chưa có vụ việc nào">
              Vụ việc có tên người này hiện ở đây, kể cả đã đóng.
            </EmptyState>
          }
        />
      </div>
    </div>
  )
}
