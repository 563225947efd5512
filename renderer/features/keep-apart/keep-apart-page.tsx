import { IconUsersMinus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { ListedPair } from '#domain/contract/keep-apart.ts'
import {
  KEEP_APART_GROUND_LABELS,
  KEEP_APART_LEVEL_LABELS,
  KEEP_APART_ROLE_LABELS,
} from '#domain/placement/keep-apart.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { PAIR_LIST_KEYS, pairChipsOf, pairFilterOf } from '#renderer/features/keep-apart/pair-filters.ts'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { ZonesNav } from '#renderer/features/zones/zones-nav.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './keep-apart.module.css'

const PAGE = 100

function Side({ side }: { side: ListedPair['one'] }) {
  const place = [side.zoneName, side.bedCode].filter(Boolean).join(' · ') || 'không có giường'
  const role = side.role === 'unknown' ? '' : ` · ${KEEP_APART_ROLE_LABELS[side.role].toLowerCase()}`
  return (
    <span className={classes.two}>
      <PersonName fullName={side.name} birthYear={birthYearOf(side)} href={personHref(side.personId)} />
      <span className={classes.place} title={place + role}>
        {place}
        {role}
      </span>
    </span>
  )
}

function scopeText(pair: ListedPair): string {
  return [
    KEEP_APART_LEVEL_LABELS[pair.level],
    ...(pair.inClass ? ['không cùng lớp'] : []),
    ...(pair.inVisit ? ['không cùng buổi thăm'] : []),
  ].join(', ')
}

const COLUMNS: readonly ListColumn<ListedPair>[] = [
  { id: 'one', header: 'Người thứ nhất', minWidth: 226, grow: 1, cell: ({ one }) => <Side side={one} /> },
  {
    id: 'other',
    header: 'Người thứ hai',
    minWidth: 226,
    grow: 1,
    cell: ({ other }) => <Side side={other} />,
  },
  {
    id: 'scope',
    header: 'Mức',
    minWidth: 160,
    grow: 0.6,
    cell: (pair) => <span className={classes.scope}>{scopeText(pair)}</span>,
  },
  {
    id: 'reason',
    header: 'Căn cứ, lý do',
    minWidth: 180,
    grow: 1.4,
    yields: 1,
    cell: ({ ground, reason }) => (
      <span className={classes.cut} title={reason}>
        {KEEP_APART_GROUND_LABELS[ground]}: {reason}
      </span>
    ),
  },
  {
    id: 'since',
    header: 'Từ ngày',
    minWidth: 92,
    yields: 3,
    cell: ({ openedAt }) => formatDay(dayOf(openedAt)),
  },
  {
    id: 'state',
    header: 'Tình trạng',
    minWidth: 180,
    cell: (pair) =>
      pair.closedAt !== null ? (
        <ToneChip tone="ended" text={`Đã đóng ${formatDay(dayOf(pair.closedAt))}`} />
      ) : pair.isViolated ? (
        <ToneChip tone="late" text="Đang ở quá gần nhau" />
      ) : pair.isReviewDue ? (
        <ToneChip tone="soon" text="Đến hạn xem lại" />
      ) : (
        <ToneChip
          tone="ok"
          text={pair.reviewOn === null ? 'Đang tách' : `Xem lại ${formatDay(pair.reviewOn)}`}
        />
      ),
  },
]

/** Every pair kept apart, with where both are and what is due. */
export function KeepApartPage() {
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(PAIR_LIST_KEYS)
  const filter = pairFilterOf(values)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const count = useQuery({
    ...api.keepApart.count.queryOptions({ input: filter }),
    placeholderData: keepPreviousData,
  })
  const list = useInfiniteQuery({
    ...api.keepApart.all.infiniteOptions({
      input: (cursor: string | null) => ({ ...filter, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap((page) => page.pairs) ?? []
  const problem = list.error && toHubError(list.error)
  return (
    <>
      <PageHeader title="Không xếp chung" note={count.data && `${formatNumber(count.data.pairs)} cặp`} />
      <ZonesNav />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Các cặp không xếp chung"
            noun="cặp"
            columns={COLUMNS}
            rows={rows}
            rowHeight={60}
            rowId={(row) => row.id}
            rowLabel={(row) => `${row.one.name} và ${row.other.name}`}
            {...(count.data ? { total: count.data.pairs } : {})}
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
            chips={
              <FilterChips
                chips={pairChipsOf(zones.data?.zones ?? [])}
                values={values}
                onChange={setValues}
              />
            }
            hasMore={list.hasNextPage}
            loadingMore={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
            onOpen={(row) => history.push(personHref(row.one.personId))}
            empty={
              <EmptyState icon={IconUsersMinus} title="Không có cặp nào khớp bộ lọc">
                Cặp không xếp chung được ghi ở trang của học viên, mục Tổng quan, hoặc khi tiếp nhận.
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </>
  )
}
