import type { SweepLine } from '#domain/contract/sweep.ts'
import { SWEEP_KIND_LABELS } from '#domain/placement/sweep-kinds.ts'
import { dayOf } from '#domain/time/instant.ts'
import { dayCell, textCell } from '../workbook/cells.ts'
import { listWorkbook, type SheetColumn } from '../workbook/list-workbook.ts'

const COLUMNS: readonly SheetColumn<SweepLine>[] = [
  { header: 'STT', width: 6, cell: (_row, index) => ({ type: Number, value: index + 1 }) },
  { header: 'Vi phạm', width: 34, cell: (row) => textCell(SWEEP_KIND_LABELS[row.kind]) },
  { header: 'Mức', width: 14, cell: (row) => textCell(row.isHard ? 'Không được phép' : 'Cần lý do') },
  { header: 'Học viên', width: 28, cell: (row) => textCell(row.name) },
  { header: 'Khu', width: 16, cell: (row) => textCell(row.zoneName) },
  { header: 'Chỗ', width: 14, cell: (row) => textCell(row.placeCode) },
  { header: 'Nội dung', width: 70, cell: (row) => textCell(row.sentence) },
  { header: 'Thấy từ', width: 12, cell: (row) => dayCell(dayOf(row.firstSeenAt)) },
  { header: 'Thấy lần cuối', width: 14, cell: (row) => dayCell(dayOf(row.lastSeenAt)) },
  { header: 'Người ghi nhận', width: 24, cell: (row) => textCell(row.acknowledgedBy) },
  { header: 'Lý do', width: 40, cell: (row) => textCell(row.acknowledgeReason) },
  { header: 'Hết', width: 12, cell: (row) => dayCell(row.resolvedAt && dayOf(row.resolvedAt)) },
]

/** What the sweeps found, as a workbook. */
export function sweepWorkbook(rows: readonly SweepLine[]): Promise<Buffer> {
  return listWorkbook('Rà soát chỗ ở', COLUMNS, rows)
}
