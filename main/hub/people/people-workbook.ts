import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node'
import { ALERT_KINDS } from '#domain/alerts/alert-codes.ts'
import type { PersonRow } from '#domain/contract/person-shapes.ts'
import { CUSTODY_EVENT_LABELS, CUSTODY_STATE_LABELS, OUT_KIND_LABELS } from '#domain/custody/event-kinds.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { dayOf } from '#domain/time/instant.ts'
import { dayCell, textCell } from '../workbook/cells.ts'

interface WorkbookColumn {
  header: string
  width: number
  cell: (row: PersonRow, index: number) => Cell
}

function dayOfInstant(value: string | null): Cell {
  return dayCell(value === null ? null : dayOf(value))
}

function birth(row: PersonRow): Cell {
  if (row.birthOn === null) return null
  if (row.birthPrecision === 'day') return dayCell(row.birthOn)
  const [year = '', month = ''] = row.birthOn.split('-')
  return row.birthPrecision === 'month' ? textCell(`${month}/${year}`) : { type: Number, value: Number(year) }
}

function stateText(row: PersonRow): string {
  if (row.endedKind !== null) return CUSTODY_EVENT_LABELS[row.endedKind]
  if (row.isSuspended) return 'Tạm đình chỉ'
  return row.outKind === null ? CUSTODY_STATE_LABELS[row.state] : OUT_KIND_LABELS[row.outKind]
}

const PERSON_COLUMNS: readonly WorkbookColumn[] = [
  { header: 'STT', width: 6, cell: (_row, index) => ({ type: Number, value: index + 1 }) },
  { header: 'Họ và tên', width: 28, cell: (row) => textCell(row.name) },
  { header: 'Ngày sinh', width: 12, cell: birth },
  { header: 'Giới tính', width: 10, cell: (row) => textCell(SEX_LABELS[row.sex]) },
  { header: 'Diện', width: 16, cell: (row) => textCell(row.track && TRACK_LABELS[row.track]) },
  {
    header: 'Lần cai nghiện',
    width: 14,
    cell: (row) => (row.ordinal === null ? null : { type: Number, value: row.ordinal }),
  },
]

const ON_ROLL_COLUMNS: readonly WorkbookColumn[] = [
  ...PERSON_COLUMNS,
  { header: 'Khu', width: 16, cell: (row) => textCell(row.zoneName) },
  { header: 'Giường', width: 12, cell: (row) => textCell(row.bedCode) },
  { header: 'Trạng thái', width: 22, cell: (row) => textCell(stateText(row)) },
  { header: 'Ngày vào', width: 12, cell: (row) => dayOfInstant(row.receivedAt) },
  {
    header: 'Cảnh báo',
    width: 34,
    cell: (row) => textCell(row.alerts.map((face) => ALERT_KINDS[face].label).join('; ')),
  },
  { header: 'Hết thời hạn', width: 13, cell: (row) => dayCell(row.endOn) },
]

const PAST_COLUMNS: readonly WorkbookColumn[] = [
  ...PERSON_COLUMNS,
  { header: 'Ngày vào', width: 12, cell: (row) => dayOfInstant(row.receivedAt) },
  { header: 'Ngày ra', width: 12, cell: (row) => dayOfInstant(row.endedAt) },
  { header: 'Kết thúc', width: 26, cell: (row) => textCell(stateText(row)) },
]

/** The rows of a people list as an .xlsx workbook: dates are dates, texts are texts. */
export function peopleWorkbook(rows: readonly PersonRow[], group: 'on-roll' | 'past'): Promise<Buffer> {
  const columns = group === 'past' ? PAST_COLUMNS : ON_ROLL_COLUMNS
  const data: SheetData = [
    columns.map(({ header }) => ({ type: String, value: header, fontWeight: 'bold' })),
    ...rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
  ]
  return writeXlsxFile(data, {
    sheet: group === 'past' ? 'Đã ra' : 'Trong danh sách',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
}
