import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { toHubError } from '#renderer/api/hub-error.ts'
import { ErrorState } from '#ui/error-state.tsx'

interface PagedList<Row> {
  /** Rows loaded so far, in the order of their pages. */
  rows: Row[]
  status: 'ready' | 'loading' | 'error'
  error: ReactNode
  hasMore: boolean
  loadingMore: boolean
  onMore: () => void
}

/** What a list shows of pages that come one after the other; `failed` is said where none came. */
export function pagedList<Row>(
  list: UseInfiniteQueryResult<InfiniteData<{ rows: Row[] }>>,
  failed: string,
): PagedList<Row> {
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const problem = list.error && toHubError(list.error)
  return {
    rows,
    status: list.isPending ? 'loading' : problem && rows.length === 0 ? 'error' : 'ready',
    error: problem && (
      <ErrorState title={failed} sentence={problem.message} onRetry={() => void list.refetch()} />
    ),
    hasMore: list.hasNextPage,
    loadingMore: list.isFetchingNextPage,
    onMore: () => void list.fetchNextPage(),
  }
}
