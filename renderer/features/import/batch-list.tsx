import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { ImportBatchLine } from '#domain/contract/imports.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { BATCH_STATE_WORDS, batchHref } from '#renderer/features/import/import-words.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './import.module.css'

const COLUMNS: readonly ListColumn<ImportBatchLine>[] = [
  { id: 'at', header: 'Lúc', minWidth: 130, cell: (batch) => formatInstant(batch.startedAt) },
  {
    id: 'file',
    header: 'Tệp',
    minWidth: 180,
    grow: 2,
    cell: (batch) => (
      <InnerLink className={classes.link} href={batchHref(batch.id)} title={batch.fileName}>
        {batch.fileName}
      </InnerLink>
    ),
  },
  { id: 'by', header: 'Người nhập', minWidth: 120, grow: 1, yields: 2, cell: (batch) => batch.startedBy },
  {
    id: 'state',
    header: 'Kết quả',
    minWidth: 150,
    cell: (batch) => <ToneChip {...BATCH_STATE_WORDS[batch.state]} />,
  },
  {
    id: 'imported',
    header: 'Đã vào',
    minWidth: 64,
    align: 'right',
    cell: (batch) => formatNumber(batch.imported, 0),
  },
  {
    id: 'rejected',
    header: 'Lỗi',
    minWidth: 52,
    align: 'right',
    yields: 1,
    cell: (batch) => formatNumber(batch.rejected, 0),
  },
  {
    id: 'undecided',
    header: 'Trùng chờ chọn',
    minWidth: 112,
    align: 'right',
    cell: (batch) => (batch.state === 'undone' ? '' : formatNumber(batch.undecided, 0)),
  },
]

/** Imports so far. */
export function BatchList() {
  const router = useRouter()
  const batches = useQuery(api.imports.batches.queryOptions({ input: {} }))
  const rows = batches.data?.batches ?? []
  return (
    <div className={classes.fill}>
      <Panel flush title="Các lần nhập">
        <DataList
          label="Các lần nhập danh sách"
          noun="lần nhập"
          columns={COLUMNS}
          rows={rows}
          rowId={(batch) => batch.id}
          rowLabel={(batch) => batch.fileName}
          total={rows.length}
          status={batches.isPending ? 'loading' : batches.error ? 'error' : 'ready'}
          error={
            batches.error && (
              <ErrorState
                title="Chưa đọc được các lần nhập"
                sentence={toHubError(batches.error).message}
                onRetry={() => void batches.refetch()}
              />
            )
          }
          onOpen={(batch) => router.history.push(batchHref(batch.id))}
          empty={
            <EmptyState title="Chưa nhập danh sách nào">
              Chọn tệp ở trên; chạy thử không ghi gì vào cơ sở dữ liệu.
            </EmptyState>
          }
        />
      </Panel>
    </div>
  )
}
