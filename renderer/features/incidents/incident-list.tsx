import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import type { IncidentLine } from '#domain/contract/incident-shapes.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useTickingNow } from '#renderer/features/visits/use-ticking-now.ts'
import { DataList } from '#ui/data-list.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { incidentColumns } from './incident-columns.tsx'
import { incidentHref, incidentName } from './incident-words.ts'
import classes from './incidents.module.css'

interface IncidentListProps {
  label: string
  list: UseInfiniteQueryResult<InfiniteData<{ rows: IncidentLine[] }>>
  total?: number
  chips?: ReactNode
  empty: ReactNode
}

/** A list of incidents of any length, the same on every page that has one. */
export function IncidentList({ label, list, total, chips, empty }: IncidentListProps) {
  const { history } = useRouter()
  // To the minute: the columns must not change with every tick.
  const now = `${useTickingNow().slice(0, 16)}:00Z`
  const columns = useMemo(() => incidentColumns(now), [now])
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const problem = list.error && toHubError(list.error)
  return (
    <div className={classes.fill}>
      <Panel flush>
        <DataList
          label={label}
          noun="vụ việc"
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={incidentName}
          {...(total === undefined ? {} : { total })}
          status={list.isPending ? 'loading' : problem && rows.length === 0 ? 'error' : 'ready'}
          error={
            problem && (
              <ErrorState
                title="Chưa tải được vụ việc"
                sentence={problem.message}
                onRetry={() => void list.refetch()}
              />
            )
          }
          chips={chips}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
          onOpen={(row) => history.push(incidentHref(row.id))}
          empty={empty}
        />
      </Panel>
    </div>
  )
}
