import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { IncidentStatistics } from '#domain/contract/incident-statistics.ts'
import { FIGURE_TABLE_IDS, FIGURE_TABLES } from '#domain/documents/incident-report.ts'
import { HOURS, WEEKDAY_LABELS } from '#domain/incidents/statistics.ts'
import { textCell } from '../workbook/cells.ts'
import { figureTables } from './figure-tables.ts'

const FIRST_WIDTH = 32
const WIDTH = 18
const HOUR_WIDTH = 5

function head(value: string): Cell {
  return { type: String, value, fontWeight: 'bold' }
}

function cellOf(value: string | number | undefined): Cell {
  return typeof value === 'number' ? { type: Number, value } : textCell(value ?? null)
}

function sheetOf(sheet: string, data: SheetData, widths: readonly number[]) {
  return { sheet, data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 }
}

/** A sheet of the heat map: a row per zone or weekday, a column per hour. */
function heatSheet(
  sheet: string,
  rows: readonly { name: string; count: number; hours: readonly { hour: number; count: number }[] }[],
) {
  const heads = [sheet, ...HOURS.map(String), 'Cộng'].map(head)
  const lines = rows.map(({ name, count, hours }) => [
    textCell(name),
    ...HOURS.map((hour) => cellOf(hours.find((one) => one.hour === hour)?.count ?? 0)),
    cellOf(count),
  ])
  return sheetOf(sheet, [heads, ...lines], [FIRST_WIDTH, ...HOURS.map(() => HOUR_WIDTH), WIDTH])
}

/** The figures of a period as an .xlsx workbook: what was asked, then a sheet per table. */
export function figuresWorkbook(
  figures: IncidentStatistics,
  facts: readonly (readonly [label: string, value: string | number])[],
): Promise<Buffer> {
  const tables = figureTables(figures)
  const weekdays = figures.weekdays.map((row) => ({ ...row, name: WEEKDAY_LABELS[row.weekday - 1] ?? '' }))
  return writeXlsxFile([
    sheetOf(
      'Tổng hợp',
      [
        [head('Số liệu'), head('Giá trị')],
        ...facts.map(([label, value]) => [textCell(label), cellOf(value)]),
      ],
      [FIRST_WIDTH, 3 * WIDTH],
    ),
    ...FIGURE_TABLE_IDS.map((id) => {
      const columns = Object.entries<string>(FIGURE_TABLES[id].columns)
      const rows = tables[id] as readonly Readonly<Record<string, string | number>>[]
      const data = [
        columns.map(([, label]) => head(label)),
        ...rows.map((row) => columns.map(([tag]) => cellOf(row[tag]))),
      ]
      return sheetOf(FIGURE_TABLES[id].label, data, [FIRST_WIDTH, ...columns.slice(1).map(() => WIDTH)])
    }),
    heatSheet('Khu theo giờ', figures.zones),
    heatSheet('Thứ theo giờ', weekdays),
  ]).toBuffer()
}
