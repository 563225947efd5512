import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { PersonRow } from '#domain/contract/person-shapes.ts'
import { CUSTODY_EVENT_LABELS, CUSTODY_STATE_LABELS, OUT_KIND_LABELS } from '#domain/custody/event-kinds.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { dayOf } from '#domain/time/instant.ts'

interface WorkbookColumn {
  header: string
  width: number
  cell: (row: PersonRow, index: number) => Cell
}

/** Text stays text whatever it begins with: a cell of type string is never taken for a formula. */
function text(value: string | null): Cell {
  return value === null || value === '' ? null : { type: String, value }
}

function day(value: string | null): Cell {
  return value === null ? null : { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'dd/mm/yyyy' }
}

function dayOfInstant(value: string | null): Cell {
  return day(value === null ? null : dayOf(value))
}

function birth(row: PersonRow): Cell {
  if (row.birthOn === null) return null
  if (row.birthPrecision === 'day') return day(row.birthOn)
  const [year = '', month = ''] = row.birthOn.split('-')
  return row.birthPrecision === 'month' ? text(`${month}/${year}`) : { type: Number, value: Number(year) }
}

function stateText(row: PersonRow): string {
  if (row.endedKind !== null) return CUSTODY_EVENT_LABELS[row.endedKind]
  if (row.isSuspended) return 'Tạm đình chỉ'
  return row.outKind === null ? CUSTODY_STATE_LABELS[row.state] : OUT_KIND_LABELS[row.outKind]
}

const PERSON_COLUMNS: readonly WorkbookColumn[] = [
  { header: 'STT', width: 6, cell: (_row, index) => ({ type: Number, value: index + 1 }) },
  { header: 'Họ và tên', width: 28, cell: (row) => text(row.name) },
  { header: 'Ngày sinh', width: 12, cell: birth },
  { header: 'Giới tính', width: 10, cell: (row) => text(SEX_LABELS[row.sex]) },
  { header: 'Diện', width: 16, cell: (row) => text(row.track && TRACK_LABELS[row.track]) },
  {
    header: 'Lần cai nghiện',
    width: 14,
    cell: (row) => (row.ordinal === null ? null : { type: Number, value: row.ordinal }),
  },
]

const ON_ROLL_COLUMNS: readonly WorkbookColumn[] = [
  ...PERSON_COLUMNS,
  { header: 'Khu', width: 16, cell: (row) => text(row.zoneName) },
  { header: 'Giường', width: 12, cell: (row) => text(row.bedCode) },
  { header: 'Trạng thái', width: 22, cell: (row) => text(stateText(row)) },
  { header: 'Ngày vào', width: 12, cell: (row) => dayOfInstant(row.receivedAt) },
  { header: 'Hết thời hạn', width: 13, cell: (row) => day(row.endOn) },
]

const PAST_COLUMNS: readonly WorkbookColumn[] = [
  ...PERSON_COLUMNS,
  { header: 'Ngày vào', width: 12, cell: (row) => dayOfInstant(row.receivedAt) },
  { header: 'Ngày ra', width: 12, cell: (row) => dayOfInstant(row.endedAt) },
  { header: 'Kết thúc', width: 26, cell: (row) => text(stateText(row)) },
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
