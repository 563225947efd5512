import type { Cell } from 'write-excel-file/node'
import type { BalanceLine, LedgerMoveLine } from '#domain/contract/ledger-shapes.ts'
import { LEDGER_ACCOUNT_LABELS, LEDGER_KIND_LABELS, MONEY_WAY_LABELS } from '#domain/deposit/ledger.ts'
import { dayOf, formatTime } from '#domain/time/instant.ts'
import { dayCell, textCell } from '../workbook/cells.ts'
import { listWorkbook, type SheetColumn } from '../workbook/list-workbook.ts'

/** Đồng as a number a spreadsheet adds up. */
function dongCell(value: number): Cell {
  return { type: Number, value, format: '#,##0' }
}

const MOVE_COLUMNS: readonly SheetColumn<LedgerMoveLine>[] = [
  { header: 'STT', width: 6, cell: (_row, index) => ({ type: Number, value: index + 1 }) },
  { header: 'Ngày', width: 12, cell: (row) => dayCell(dayOf(row.at)) },
  { header: 'Giờ', width: 8, cell: (row) => textCell(formatTime(row.at)) },
  { header: 'Phiếu', width: 14, cell: (row) => textCell(row.receipt) },
  { header: 'Học viên', width: 28, cell: (row) => textCell(row.person?.name ?? null) },
  { header: 'Việc', width: 26, cell: (row) => textCell(LEDGER_KIND_LABELS[row.kind]) },
  { header: 'Nợ', width: 26, cell: (row) => textCell(LEDGER_ACCOUNT_LABELS[row.debit]) },
  { header: 'Có', width: 26, cell: (row) => textCell(LEDGER_ACCOUNT_LABELS[row.credit]) },
  { header: 'Số tiền (đồng)', width: 16, cell: (row) => dongCell(row.amount) },
  { header: 'Hình thức', width: 22, cell: ({ way }) => textCell(way && MONEY_WAY_LABELS[way]) },
  { header: 'Người gửi, nhận', width: 22, cell: (row) => textCell(row.party) },
  { header: 'Nội dung', width: 32, cell: (row) => textCell(row.note) },
  { header: 'Đã hủy', width: 8, cell: (row) => textCell(row.isReversed ? 'đã hủy' : null) },
  { header: 'Người ghi', width: 22, cell: (row) => textCell(row.recordedBy) },
]

const BALANCE_COLUMNS: readonly SheetColumn<BalanceLine>[] = [
  { header: 'STT', width: 6, cell: (_row, index) => ({ type: Number, value: index + 1 }) },
  { header: 'Họ và tên', width: 28, cell: (row) => textCell(row.name) },
  { header: 'Năm sinh', width: 10, cell: (row) => textCell(row.birthOn?.slice(0, 4) ?? null) },
  { header: 'Khu', width: 16, cell: (row) => textCell(row.zoneName) },
  { header: 'Giường', width: 12, cell: (row) => textCell(row.bedCode) },
  { header: 'Ngày ra', width: 12, cell: ({ endedAt }) => dayCell(endedAt && dayOf(endedAt)) },
  { header: 'Tiền lưu ký (đồng)', width: 18, cell: (row) => dongCell(row.deposits) },
  { header: 'Tiền lao động giữ lại', width: 20, cell: (row) => dongCell(row.labour) },
  { header: 'Chờ trả', width: 16, cell: (row) => dongCell(row.held) },
]

const PERIOD_COLUMNS: readonly SheetColumn<LedgerMoveLine & { balance: number }>[] = [
  ...MOVE_COLUMNS.filter(({ header }) => header !== 'Học viên'),
  { header: 'Còn lại (đồng)', width: 16, cell: (row) => dongCell(row.balance) },
]

/** Entries of the ledger as an .xlsx workbook. */
export function movesWorkbook(rows: readonly LedgerMoveLine[]): Promise<Buffer> {
  return listWorkbook('Sổ lưu ký', MOVE_COLUMNS, rows)
}

/** What people have, as an .xlsx workbook. */
export function balancesWorkbook(rows: readonly BalanceLine[]): Promise<Buffer> {
  return listWorkbook('Số dư lưu ký', BALANCE_COLUMNS, rows)
}

/** One person's statement as an .xlsx workbook. */
export function periodWorkbook(rows: readonly (LedgerMoveLine & { balance: number })[]): Promise<Buffer> {
  return listWorkbook('Sao kê lưu ký', PERIOD_COLUMNS, rows)
}
