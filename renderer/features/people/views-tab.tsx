import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { actionLabel } from '#domain/audit/action-labels.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './person-page.module.css'

/** Who opened the file, when and at which desk. */
export function ViewsTab({ personId }: { personId: string }) {
  const looks = useInfiniteQuery(
    api.people.views.infiniteOptions({
      input: (cursor: string | null) => ({ id: personId, cursor }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  if (looks.isPending) return <PagePending />
  if (looks.error) {
    return (
      <ErrorState
        title="Chưa tải được danh sách người xem"
        sentence={toHubError(looks.error).message}
        onRetry={() => void looks.refetch()}
      />
    )
  }
  const views = looks.data.pages.flatMap((page) => page.views)
  if (views.length === 0) return <EmptyState title="Chưa có ai mở hồ sơ này" />
  return (
    <Panel title="Ai đã xem" flush>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>Lúc</th>
            <th>Người xem</th>
            <th>Việc</th>
            <th>Máy</th>
          </tr>
        </thead>
        <tbody>
          {views.map((view) => (
            <tr key={view.seq}>
              <td className={classes.nowrap}>{formatInstant(view.at)}</td>
              <td>{view.actorName}</td>
              <td>{actionLabel(view.action)}</td>
              <td>{view.desk}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {looks.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={looks.isFetchingNextPage}
            onClick={() => void looks.fetchNextPage()}
          >
            Xem thêm
          </Button>
        </div>
      )}
    </Panel>
  )
}
