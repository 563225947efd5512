import { VISIT_KIND_LABELS, VISIT_STATE_LABELS } from '#domain/contacts/contact-codes.ts'
import type { Visit } from '#domain/contract/visit-shapes.ts'
import { RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { dayOf, formatTime } from '#domain/time/instant.ts'
import { dayCell, textCell } from '../workbook/cells.ts'
import { listWorkbook, type SheetColumn } from '../workbook/list-workbook.ts'

const COLUMNS: readonly SheetColumn<Visit>[] = [
  { header: 'STT', width: 6, cell: (_row, index) => ({ type: Number, value: index + 1 }) },
  { header: 'Ngày', width: 12, cell: (row) => dayCell(dayOf(row.startsAt)) },
  { header: 'Giờ', width: 14, cell: (row) => textCell(hoursOf(row)) },
  { header: 'Họ tên học viên', width: 26, cell: (row) => textCell(row.name) },
  { header: 'Khu', width: 14, cell: (row) => textCell(row.zoneName) },
  { header: 'Người thăm (quan hệ)', width: 46, cell: (row) => textCell(guestText(row)) },
  { header: 'Hình thức', width: 22, cell: (row) => textCell(VISIT_KIND_LABELS[row.kind]) },
  { header: 'Phòng', width: 16, cell: (row) => textCell(row.roomName) },
  {
    header: 'Tiền gửi lưu ký (đồng)',
    width: 20,
    cell: (row) => (row.money === null ? null : { type: Number, value: row.money, format: '#,##0' }),
  },
  {
    header: 'Vật cấm phát hiện',
    width: 18,
    cell: (row) => (row.finds === 0 ? null : { type: Number, value: row.finds }),
  },
  { header: 'Kết quả', width: 14, cell: (row) => textCell(VISIT_STATE_LABELS[row.state]) },
  {
    header: 'Ghi chú',
    width: 40,
    cell: (row) => textCell([row.allowReason, row.extendReason, row.outcome].filter(Boolean).join('; ')),
  },
]

function hoursOf({ startsAt, startedAt, endedAt }: Visit): string {
  const from = formatTime(startedAt ?? startsAt)
  return endedAt === null ? from : `${from}-${formatTime(endedAt)}`
}

function guestText({ guests }: Visit): string {
  return guests.map(({ name, relation }) => `${name} (${RELATION_LABELS[relation].toLowerCase()})`).join('; ')
}

/** The register of visits (Sổ theo dõi thăm gặp và gửi tiền, đồ lưu ký) as a workbook. */
export function visitsWorkbook(rows: readonly Visit[]): Promise<Buffer> {
  return listWorkbook('Thăm gặp', COLUMNS, rows)
}
