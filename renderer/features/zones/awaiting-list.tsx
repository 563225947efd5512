import { IconBed } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Lodger } from '#domain/contract/placement.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { alertChips } from '#renderer/features/alerts/alert-chips.ts'
import { birthYear } from '#renderer/features/zones/lodger-text.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import type { RowSelection } from '#ui/row-selection.ts'
import { AlertChips } from '#ui/person-line.tsx'
import { TrackChip } from '#ui/track-chip.tsx'
import classes from './zones.module.css'

const COLUMNS: readonly ListColumn<Lodger>[] = [
  {
    id: 'name',
    header: 'Họ và tên',
    minWidth: 180,
    grow: 1,
    cell: (person) => (
      <span>
        <b>{person.name}</b> <span className={classes.dim}>{birthYear(person)}</span>
      </span>
    ),
  },
  {
    id: 'track',
    header: 'Diện',
    minWidth: 116,
    yields: 2,
    cell: (person) => <TrackChip track={person.track} />,
  },
  {
    id: 'alerts',
    header: 'Cảnh báo',
    minWidth: 120,
    yields: 1,
    cell: (person) => <AlertChips alerts={alertChips(person.alerts)} />,
  },
  {
    id: 'since',
    header: 'Vào',
    minWidth: 86,
    yields: 3,
    cell: (person) => formatDay(dayOf(person.receivedAt)),
  },
]

export interface AwaitingListProps {
  /** Enter or click on somebody; absent for who may only look. */
  onOpen?: (stayId: string) => void
  /** Who is ticked, where several may be placed together. */
  ticked?: { selection: RowSelection; onSelect: (selection: RowSelection) => void }
}

/** Who is in the centre without a bed, by name. */
export function AwaitingList({ onOpen, ticked }: AwaitingListProps) {
  const [words, setWords] = useState('')
  const list = useInfiniteQuery(
    api.placement.awaiting.infiniteOptions({
      input: (cursor: string | null) => ({ cursor, limit: 200 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const people = useMemo(() => list.data?.pages.flatMap((page) => page.people) ?? [], [list.data])
  const needle = words.trim().toLocaleLowerCase('vi')
  const shown = people.filter(({ name }) => name.toLocaleLowerCase('vi').includes(needle))

  return (
    <DataList
      label="Chờ xếp giường"
      noun="người"
      columns={COLUMNS}
      rows={shown}
      rowId={(person) => person.stayId}
      rowLabel={(person) => person.name}
      rowHeight={34}
      {...(list.data && needle === '' ? { total: list.data.pages[0]?.total ?? people.length } : {})}
      status={list.isError ? 'error' : list.data ? 'ready' : 'loading'}
      error={
        list.isError && (
          <ErrorState
            title="Chưa tải được danh sách chờ"
            sentence={toHubError(list.error).message}
            onRetry={() => void list.refetch()}
          />
        )
      }
      filter={{ value: words, onChange: setWords, placeholder: 'Lọc theo tên' }}
      hasMore={list.hasNextPage}
      loadingMore={list.isFetchingNextPage}
      onMore={() => void list.fetchNextPage()}
      {...(onOpen ? { onOpen: (person: Lodger) => onOpen(person.stayId) } : {})}
      {...ticked}
      empty={
        needle === '' ? (
          <EmptyState icon={IconBed} title="Không có ai chờ xếp giường">
            Người vừa tiếp nhận hoặc vừa trở lại mà chưa có giường hiện ở đây.
          </EmptyState>
        ) : (
          <EmptyState title="Không có ai khớp tên đang lọc" />
        )
      }
    />
  )
}
