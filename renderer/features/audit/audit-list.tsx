import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ACTION_LABELS, actionLabel, actorLabel, factsText } from '#domain/audit/action-labels.ts'
import type { AuditLine } from '#domain/contract/audit.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { Panel } from '#ui/panel.tsx'
import classes from './audit.module.css'

const COLUMNS: readonly ListColumn<AuditLine>[] = [
  { id: 'seq', header: 'Số', minWidth: 64, align: 'right', yields: 1, cell: (line) => line.seq },
  { id: 'at', header: 'Lúc', minWidth: 130, cell: (line) => formatInstant(line.at) },
  {
    id: 'actor',
    header: 'Ai',
    minWidth: 130,
    grow: 1,
    cell: (line) => actorLabel(line.actor, line.actorName),
  },
  { id: 'action', header: 'Việc', minWidth: 190, grow: 1.4, cell: (line) => actionLabel(line.action) },
  {
    id: 'person',
    header: 'Học viên',
    minWidth: 150,
    grow: 1,
    cell: (line) =>
      line.personId !== null &&
      (line.personName === null ? (
        'hồ sơ đã hủy'
      ) : (
        <InnerLink href={`/nguoi/${line.personId}`} className={classes.link}>
          {line.personName}
        </InnerLink>
      )),
  },
  {
    id: 'facts',
    header: 'Chi tiết',
    minWidth: 160,
    grow: 2,
    yields: 2,
    cell: (line) => <span title={factsText(line.facts)}>{factsText(line.facts)}</span>,
  },
]
const TECHNICAL_COLUMNS = COLUMNS.filter((column) => column.id !== 'person')

const ACTION_CHIP = {
  id: 'viec',
  label: 'Việc',
  choices: Object.entries(ACTION_LABELS).map(([value, label]) => ({ value, label })),
}

/** The audit, newest first, page after page. */
export function AuditList({ part }: { part: 'all' | 'technical' }) {
  const [filters, setFilters] = useUrlFilters(['viec'])
  const actions = filters['viec'] ?? []
  const list = useInfiniteQuery({
    ...api.audit.list.infiniteOptions({
      input: (cursor: string | null) => ({ cursor, action: actions.at(-1) ?? null }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    enabled: part === 'all',
  })
  const technical = useInfiniteQuery({
    ...api.audit.technical.infiniteOptions({
      input: (cursor: string | null) => ({ cursor }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    enabled: part === 'technical',
  })
  const shown = part === 'all' ? list : technical
  const { fetchNextPage, error } = shown
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage])
  return (
    <Panel flush>
      <DataList
        label={part === 'all' ? 'Nhật ký' : 'Nhật ký kỹ thuật'}
        noun="mục"
        columns={part === 'all' ? COLUMNS : TECHNICAL_COLUMNS}
        rows={shown.data?.pages.flatMap((page) => page.lines) ?? []}
        rowId={(line) => String(line.seq)}
        rowLabel={(line) => `mục ${line.seq}`}
        rowHeight={34}
        status={shown.isPending ? 'loading' : error ? 'error' : 'ready'}
        error={
          error && (
            <ErrorState
              title="Chưa tải được nhật ký"
              sentence={toHubError(error).message}
              onRetry={() => void shown.refetch()}
            />
          )
        }
        hasMore={shown.hasNextPage}
        loadingMore={shown.isFetchingNextPage}
        onMore={onMore}
        chips={
          part === 'all' && (
            <FilterChips
              chips={[ACTION_CHIP]}
              values={filters}
              onChange={(next) => setFilters({ ...next, viec: next['viec']?.slice(-1) ?? [] })}
            />
          )
        }
        empty={<EmptyState title="Không có mục nào">Bỏ bộ lọc để xem tất cả.</EmptyState>}
      />
    </Panel>
  )
}
