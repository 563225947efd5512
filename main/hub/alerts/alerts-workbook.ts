import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { ALERT_KINDS, ALERT_SEVERITY_LABELS } from '#domain/alerts/alert-codes.ts'
import type { ActiveAlert } from '#domain/contract/alerts.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { dayCell, textCell } from '../workbook/cells.ts'

const COLUMNS: readonly {
  header: string
  width: number
  cell: (row: ActiveAlert, index: number) => Cell
}[] = [
  { header: 'STT', width: 6, cell: (_row, index) => ({ type: Number, value: index + 1 }) },
  { header: 'Họ và tên', width: 28, cell: (row) => textCell(row.name) },
  { header: 'Năm sinh', width: 10, cell: (row) => textCell(row.birthOn?.slice(0, 4) ?? null) },
  { header: 'Diện', width: 16, cell: (row) => textCell(TRACK_LABELS[row.track]) },
  { header: 'Khu', width: 16, cell: (row) => textCell(row.zoneName) },
  { header: 'Giường', width: 12, cell: (row) => textCell(row.bedCode) },
  { header: 'Cảnh báo', width: 34, cell: ({ face }) => textCell(ALERT_KINDS[face].label) },
  {
    header: 'Mức',
    width: 8,
    cell: ({ face }) => textCell(ALERT_SEVERITY_LABELS[ALERT_KINDS[face].severity]),
  },
  { header: 'Nội dung', width: 44, cell: (row) => textCell(row.detail) },
  { header: 'Từ ngày', width: 12, cell: (row) => dayCell(row.fromOn) },
  { header: 'Đến ngày', width: 12, cell: (row) => dayCell(row.toOn) },
  { header: 'Xem lại', width: 12, cell: (row) => dayCell(row.reviewOn) },
  { header: 'Người ghi', width: 24, cell: (row) => textCell(row.raisedBy) },
]

/** Active alerts as an .xlsx workbook, masked as they came. */
export function alertsWorkbook(rows: readonly ActiveAlert[]): Promise<Buffer> {
  return writeXlsxFile(
    [
      COLUMNS.map(({ header }) => ({ type: String, value: header, fontWeight: 'bold' as const })),
      ...rows.map((row, index) => COLUMNS.map(({ cell }) => cell(row, index))),
    ],
    { sheet: 'Cảnh báo', columns: COLUMNS.map(({ width }) => ({ width })), stickyRowsCount: 1 },
  ).toBuffer()
}
