import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportAssessment, ImportRowFilter, ImportRowLine } from '#domain/contract/imports.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { repairText, rowFilters, VERDICT_WORDS } from '#renderer/features/import/import-words.ts'
import { RowDetails } from '#renderer/features/import/row-details.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './import.module.css'

const PAGE = 200

function saidOf(row: ImportRowLine): { lead: string; rest: string } {
  const { duplicate } = row
  const repaired = row.repaired.map(repairText)
  const said = [
    ...row.reasons.map((reason) =>
      reason.value ? `${reason.message} (${reason.column}: ${reason.value})` : reason.message,
    ),
    ...(duplicate
      ? [
          duplicate.of === null
            ? 'Có thể là người đã có trong cơ sở.'
            : `Giống dòng ${duplicate.of} của danh sách.`,
        ]
      : []),
    ...row.warnings.map((warning) => warning.message),
    ...repaired,
  ]
  return { lead: said[0] ?? '', rest: said.slice(1).join(' ') }
}

const COLUMNS: readonly ListColumn<ImportRowLine>[] = [
  { id: 'row', header: 'Dòng', minWidth: 52, align: 'right', cell: (row) => formatNumber(row.row, 0) },
  {
    id: 'name',
    header: 'Họ và tên',
    minWidth: 170,
    grow: 1,
    cell: (row) =>
      row.verdict === 'skipped' ? (
        <span className={classes.dimmed}>{row.name}</span>
      ) : (
        <b>{row.name || <span className={classes.dimmed}>không có tên</span>}</b>
      ),
  },
  {
    id: 'verdict',
    header: 'Kết quả',
    minWidth: 160,
    cell: (row) => <ToneChip {...VERDICT_WORDS[row.verdict]} quiet={row.verdict === 'importable'} />,
  },
  {
    id: 'said',
    header: 'Vì sao, đã sửa gì',
    minWidth: 240,
    grow: 3,
    cell: (row) => {
      const { lead, rest } = saidOf(row)
      return (
        <span className={classes.twoLines} title={[lead, rest].filter(Boolean).join('\n')}>
          {lead}
          {rest && <span className={classes.dimmed}> {rest}</span>}
        </span>
      )
    },
  },
]

/** Every row of the list with its verdict, by page, with the counts as filters. */
export function DryRunRows({ found }: { found: ImportAssessment }) {
  const [filter, setFilter] = useState<ImportRowFilter>(found.rejected > 0 ? 'rejected' : 'all')
  const [text, setText] = useState('')
  const [needle] = useDebouncedValue(text.trim(), 150)
  const [opened, setOpened] = useState<ImportRowLine | null>(null)
  const pages = useInfiniteQuery(
    api.imports.rows.infiniteOptions({
      input: (offset: number) => ({ uploadId: found.uploadId, filter, text: needle, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, _all, offset) => (offset + PAGE < last.total ? offset + PAGE : undefined),
    }),
  )
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const total = pages.data?.pages[0]?.total

  return (
    <div className={classes.fill}>
      <Panel flush>
        <DataList
          label="Kết quả chạy thử từng dòng"
          noun="dòng"
          columns={COLUMNS}
          rows={rows}
          rowId={(row) => String(row.row)}
          rowLabel={(row) => `Dòng ${row.row}`}
          rowHeight={48}
          {...(total === undefined ? {} : { total })}
          status={pages.isPending ? 'loading' : pages.error ? 'error' : 'ready'}
          error={
            pages.error && (
              <ErrorState
                title="Chưa đọc được kết quả chạy thử"
                sentence={toHubError(pages.error).message}
                onRetry={() => void pages.refetch()}
              />
            )
          }
          filter={{ value: text, onChange: setText, placeholder: 'Lọc theo tên, số dòng' }}
          chips={<RowFilters found={found} chosen={filter} onChoose={setFilter} />}
          hasMore={pages.hasNextPage}
          loadingMore={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
          onOpen={setOpened}
          empty={
            <EmptyState title="Không có dòng nào như vậy">Chọn nhóm khác hoặc sửa chữ đang lọc.</EmptyState>
          }
        />
      </Panel>
      <RowDetails row={opened} onClose={() => setOpened(null)} />
    </div>
  )
}

function RowFilters(props: {
  found: ImportAssessment
  chosen: ImportRowFilter
  onChoose: (filter: ImportRowFilter) => void
}) {
  return (
    <fieldset className={classes.filters} aria-label="Nhóm dòng">
      {rowFilters(props.found).map(({ filter, label, count }) => (
        <button
          key={filter}
          type="button"
          className={classes.filter}
          aria-pressed={filter === props.chosen}
          onClick={() => props.onChoose(filter)}
        >
          {label} <b>{formatNumber(count, 0)}</b>
        </button>
      ))}
    </fieldset>
  )
}
