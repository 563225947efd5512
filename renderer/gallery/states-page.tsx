import { Button } from '@mantine/core'
import { inventedPerson, type InventedPerson } from '#renderer/gallery/invented-people.ts'
import { DataList, type DataListProps } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { OfflineBanner } from '#ui/offline-banner.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './gallery.module.css'

const FRAME: DataListProps<InventedPerson> = {
  label: 'Danh sách',
  noun: 'học viên',
  columns: [
    { id: 'name', header: 'Họ và tên', minWidth: 180, grow: 1, cell: (person) => person.fullName },
    { id: 'dossier', header: 'Số hồ sơ', minWidth: 90, cell: (person) => person.dossier },
  ],
  rows: [],
  rowId: (person) => person.id,
  rowLabel: (person) => person.fullName,
  empty: (
    <EmptyState title="Chưa có học viên nào" act={<Button>Nhập danh sách cũ</Button>}>
      Nhập danh sách Excel đang có, hoặc tiếp nhận từng người.
    </EmptyState>
  ),
}

/** A list while empty, loading, in error and filled; and what being offline looks like. */
export function StatesPage() {
  return (
    <>
      <PageHeader title="Bốn trạng thái của một danh sách" />
      <OfflineBanner since="2026-11-22T07:02:00.000Z" keepsDrafts />
      <div className={classes.columns}>
        <Panel title="Trống" flush>
          <div className={classes.box}>
            <DataList {...FRAME} label="Danh sách trống" />
          </div>
        </Panel>
        <Panel title="Đang tải" flush>
          <div className={classes.box}>
            <DataList {...FRAME} label="Danh sách đang tải" status="loading" />
          </div>
        </Panel>
        <Panel title="Lỗi" flush>
          <div className={classes.box}>
            <DataList
              {...FRAME}
              label="Danh sách lỗi"
              status="error"
              error={
                <ErrorState
                  title="Chưa tải được danh sách"
                  sentence="Máy chủ đang bận. Chờ vài giây rồi thử lại; chưa có gì bị mất."
                  requestId="7F3K-22"
                  onRetry={() => undefined}
                />
              }
            />
          </div>
        </Panel>
        <Panel title="Có người" flush>
          <div className={classes.box}>
            <DataList
              {...FRAME}
              label="Danh sách có người"
              rows={[1, 2, 3, 4, 5, 6, 7, 8, 9].map(inventedPerson)}
            />
          </div>
        </Panel>
      </div>
    </>
  )
}
