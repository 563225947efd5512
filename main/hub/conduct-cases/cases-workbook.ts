import { CASE_FORM_LABELS, CASE_KIND_LABELS } from '#domain/conduct-cases/case-kinds.ts'
import { CASE_STATE_LABELS } from '#domain/conduct-cases/case-states.ts'
import type { CaseLine } from '#domain/contract/conduct-case-shapes.ts'
import { dayOf } from '#domain/time/instant.ts'
import { dayCell, textCell } from '../workbook/cells.ts'
import { listWorkbook, type SheetColumn } from '../workbook/list-workbook.ts'

const COLUMNS: readonly SheetColumn<CaseLine>[] = [
  { header: 'STT', width: 6, cell: (_row, index) => ({ type: Number, value: index + 1 }) },
  { header: 'Số vụ', width: 12, cell: (row) => textCell(row.no) },
  { header: 'Ngày đề xuất', width: 13, cell: (row) => dayCell(dayOf(row.proposedAt)) },
  { header: 'Học viên', width: 28, cell: (row) => textCell(row.name) },
  { header: 'Khu', width: 16, cell: (row) => textCell(row.zoneName) },
  { header: 'Loại', width: 14, cell: (row) => textCell(CASE_KIND_LABELS[row.kind]) },
  { header: 'Ngày xảy ra', width: 12, cell: (row) => dayCell(row.occurredOn) },
  { header: 'Nội dung', width: 60, cell: (row) => textCell(row.ground) },
  { header: 'Hình thức', width: 26, cell: (row) => textCell(CASE_FORM_LABELS[row.form]) },
  { header: 'Số quyết định', width: 18, cell: (row) => textCell(row.number) },
  { header: 'Ngày quyết định', width: 15, cell: (row) => dayCell(row.decidedOn) },
  { header: 'Từ ngày', width: 12, cell: (row) => dayCell(row.fromOn) },
  { header: 'Đến hết ngày', width: 13, cell: (row) => dayCell(row.toOn) },
  { header: 'Tình trạng', width: 26, cell: (row) => textCell(CASE_STATE_LABELS[row.state]) },
]

/** The book of discipline and reward as a workbook. */
export function casesWorkbook(rows: readonly CaseLine[]): Promise<Buffer> {
  return listWorkbook('Kỷ luật, khen thưởng', COLUMNS, rows)
}
