import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { OUTING_KIND_LABELS, OUTING_KINDS } from '#domain/goings-out/outing-kinds.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { choices } from '#ui/choices.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { Panel } from '#ui/panel.tsx'
import { outingColumns } from './outing-table.tsx'
import classes from './goings-out.module.css'

const PAGE = 50
const KEYS = ['viec'] as const
const CHIPS = [
  {
    id: 'viec',
    label: 'Loại',
    choices: choices(OUTING_KINDS, OUTING_KIND_LABELS),
  },
]

/** Every outing ever put on file, by planned departure, newest first. */
export function PastOutings({ onOpen }: { onOpen: (outingId: string) => void }) {
  const desk = useDesk()
  const [values, setValues] = useUrlFilters(KEYS)
  const kinds = OUTING_KINDS.filter((kind) => values['viec']?.includes(kind) ?? false)
  const list = useInfiniteQuery({
    ...api.goingsOut.history.infiniteOptions({
      input: (cursor: string | null) => ({ kinds, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const problem = list.error && toHubError(list.error)
  return (
    <div className={classes.fill}>
      <Panel flush>
        <DataList
          label="Tất cả việc ra ngoài"
          noun="việc"
          columns={outingColumns(desk?.now())}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={(row) => row.name}
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
          chips={<FilterChips chips={CHIPS} values={values} onChange={setValues} />}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
          onOpen={(row) => onOpen(row.id)}
          empty={
            <EmptyState title="Chưa có việc ra ngoài nào">Việc mới ghi ở nút “Ghi đơn, yêu cầu”.</EmptyState>
          }
        />
      </Panel>
    </div>
  )
}
