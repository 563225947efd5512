import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { actionLabel } from '#domain/audit/action-labels.ts'
import type { HistoryEntry } from '#domain/contract/person-shapes.ts'
import { fieldLabel, fieldValueText } from '#domain/people/person-fields.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './person-page.module.css'

/** Every change of the file: when, who, from what to what. */
export function HistoryTab({ personId }: { personId: string }) {
  const history = useInfiniteQuery(
    api.people.history.infiniteOptions({
      input: (cursor: string | null) => ({ id: personId, cursor }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  if (history.isPending) return <PagePending />
  if (history.error) {
    return (
      <ErrorState
        title="Chưa tải được lịch sử"
        sentence={toHubError(history.error).message}
        onRetry={() => void history.refetch()}
      />
    )
  }
  const entries = history.data.pages.flatMap((page) => page.entries)
  if (entries.length === 0) {
    return <EmptyState title="Chưa có thay đổi nào">Hồ sơ còn nguyên như lúc lập.</EmptyState>
  }
  return (
    <Panel title="Lịch sử thay đổi" flush>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>Lúc</th>
            <th>Người làm</th>
            <th>Việc</th>
            <th>Thay đổi</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td className={classes.nowrap}>{formatInstant(entry.at)}</td>
              <td>{entry.actorName}</td>
              <td>{actionLabel(entry.action)}</td>
              <td>
                <Changes fields={entry.fields} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {history.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            Xem thêm
          </Button>
        </div>
      )}
    </Panel>
  )
}

function Changes({ fields }: { fields: HistoryEntry['fields'] }) {
  if (fields.length === 0) return null
  return (
    <ul className={classes.changes}>
      {fields.map(({ entity, field, before, after }) => (
        <li key={`${entity}.${field}`}>
          <span className={classes.dim}>{fieldLabel(entity, field)}: </span>
          <del>{fieldValueText(field, before)}</del> → <ins>{fieldValueText(field, after)}</ins>
        </li>
      ))}
    </ul>
  )
}
