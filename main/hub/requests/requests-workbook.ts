import type { RequestLine } from '#domain/contract/requests.ts'
import {
  REQUEST_CHANNEL_LABELS,
  REQUEST_KIND_LABELS,
  REQUEST_STATE_LABELS,
  REQUEST_TOPIC_LABELS,
} from '#domain/requests/request-kinds.ts'
import { dayOf } from '#domain/time/instant.ts'
import { dayCell, textCell } from '../workbook/cells.ts'
import { listWorkbook, type SheetColumn } from '../workbook/list-workbook.ts'

const COLUMNS: readonly SheetColumn<RequestLine>[] = [
  { header: 'STT', width: 6, cell: (_row, index) => ({ type: Number, value: index + 1 }) },
  { header: 'Số', width: 12, cell: (row) => textCell(row.number) },
  { header: 'Ngày nhận', width: 12, cell: (row) => dayCell(dayOf(row.receivedAt)) },
  { header: 'Người gửi', width: 28, cell: (row) => textCell(row.who) },
  { header: 'Khu', width: 16, cell: (row) => textCell(row.zoneName) },
  { header: 'Cách nhận', width: 20, cell: (row) => textCell(REQUEST_CHANNEL_LABELS[row.channel]) },
  { header: 'Loại', width: 18, cell: (row) => textCell(REQUEST_KIND_LABELS[row.kind]) },
  { header: 'Về việc', width: 22, cell: (row) => textCell(REQUEST_TOPIC_LABELS[row.topic]) },
  { header: 'Nội dung', width: 60, cell: (row) => textCell(row.body) },
  { header: 'Người giải quyết', width: 24, cell: (row) => textCell(row.ownerName) },
  { header: 'Hạn', width: 12, cell: (row) => dayCell(row.dueOn) },
  { header: 'Tình trạng', width: 20, cell: (row) => textCell(REQUEST_STATE_LABELS[row.state]) },
  { header: 'Quá hạn', width: 10, cell: (row) => textCell(row.isLate ? 'quá hạn' : null) },
]

/** The book of requests as a workbook. */
export function requestsWorkbook(rows: readonly RequestLine[]): Promise<Buffer> {
  return listWorkbook('Đơn, nguyện vọng', COLUMNS, rows)
}
