import type { Cell } from 'write-excel-file/node'
import type { SignedCount } from '#domain/contract/head-count.ts'
import { dayOf, formatTime } from '#domain/time/instant.ts'
import { dayCell, textCell } from '../workbook/cells.ts'
import { listWorkbook, type SheetColumn } from '../workbook/list-workbook.ts'

const heads = (value: number): Cell => ({ type: Number, value })

const COLUMNS: readonly SheetColumn<SignedCount>[] = [
  { header: 'STT', width: 6, cell: (_row, index) => heads(index + 1) },
  { header: 'Ngày', width: 12, cell: (row) => dayCell(dayOf(row.shiftAt)) },
  { header: 'Giao ca lúc', width: 12, cell: (row) => textCell(formatTime(row.shiftAt)) },
  { header: 'Khu', width: 20, cell: (row) => textCell(row.zoneName) },
  { header: 'Theo sổ', width: 10, cell: (row) => heads(row.computed) },
  { header: 'Đếm được', width: 10, cell: (row) => heads(row.counted) },
  { header: 'Thiếu', width: 8, cell: (row) => heads(row.missing) },
  { header: 'Thừa', width: 8, cell: (row) => heads(row.extra) },
  { header: 'Ca giao', width: 24, cell: (row) => textCell(row.givenBy) },
  { header: 'Ca nhận', width: 24, cell: (row) => textCell(row.receivedBy) },
  { header: 'Ký lúc', width: 10, cell: (row) => textCell(formatTime(row.signedAt)) },
]

/** Signed counts as a workbook. */
export function countsWorkbook(rows: readonly SignedCount[]): Promise<Buffer> {
  return listWorkbook('Điểm danh', COLUMNS, rows)
}
