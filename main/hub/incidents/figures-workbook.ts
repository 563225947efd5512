import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { IncidentStatistics } from '#domain/contract/incident-statistics.ts'
import { FIGURE_TABLE_IDS, FIGURE_TABLES, type FigureCell } from '#domain/documents/incident-report.ts'
import {
  EXHIBIT_ROUTE_LABELS,
  EXHIBIT_SUBSTANCE_LABELS,
  EXHIBIT_UNIT_LABELS,
} from '#domain/incidents/exhibit.ts'
import { HOURS, WEEKDAY_LABELS } from '#domain/incidents/statistics.ts'
import { dayCell, textCell } from '../workbook/cells.ts'
import { filterArrows } from '../workbook/filter-arrows.ts'
import { figureTables } from './figure-tables.ts'

const FIRST_WIDTH = 32
const WIDTH = 18
const HOUR_WIDTH = 5

interface Sheet {
  sheet: string
  data: SheetData
  columns: { width: number }[]
  stickyRowsCount: number
  orientation: 'landscape'
}

function head(value: string): Cell {
  return { type: String, value, fontWeight: 'bold' }
}

function cellOf(value: FigureCell | undefined): Cell {
  if (typeof value === 'number') return { type: Number, value }
  if (typeof value !== 'object') return textCell(value ?? null)
  if ('change' in value) return { type: Number, value: value.change, format: '+0;-0;0' }
  if ('day' in value) return dayCell(value.day)
  return { type: Date, value: new Date(`${value.month}-01T00:00:00Z`), format: 'mm/yyyy' }
}

function sheetOf(
  sheet: string,
  heads: readonly string[],
  rows: readonly (readonly (FigureCell | undefined)[])[],
  widths: (column: number) => number,
): Sheet {
  return {
    sheet,
    data: [heads.map(head), ...rows.map((row) => row.map(cellOf))],
    columns: heads.map((_, column) => ({ width: widths(column) })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}

const tableWidths = (column: number) => (column === 0 ? FIRST_WIDTH : WIDTH)
const heatWidths = (column: number) =>
  column === 0 ? FIRST_WIDTH : column <= HOURS.length ? HOUR_WIDTH : WIDTH

/** A sheet of the heat map: a row per zone or weekday, a column per hour. */
function heatSheet(
  sheet: string,
  rows: readonly { name: string; count: number; hours: readonly { hour: number; count: number }[] }[],
): Sheet {
  const lines = rows.map(({ name, count, hours }) => [
    name,
    ...HOURS.map((hour) => hours.find((one) => one.hour === hour)?.count ?? 0),
    count,
  ])
  return sheetOf(sheet, [sheet, ...HOURS.map(String), 'Cộng'], lines, heatWidths)
}

/** How much was found, each amount a number in a unit of its own: units do not add up. */
function amountsSheet({ contraband }: IncidentStatistics): Sheet {
  const rows = contraband.flatMap(({ substance, route, amounts }) =>
    amounts.map(({ unit, quantity }) => [
      EXHIBIT_SUBSTANCE_LABELS[substance],
      EXHIBIT_ROUTE_LABELS[route],
      quantity,
      EXHIBIT_UNIT_LABELS[unit],
    ]),
  )
  return sheetOf('Lượng thu giữ', ['Chất', 'Đường vào', 'Lượng', 'Đơn vị'], rows, tableWidths)
}

/** The figures of a period as an .xlsx workbook: what was asked, then a sheet per table. */
export function figuresWorkbook(
  figures: IncidentStatistics,
  facts: readonly (readonly [label: string, value: FigureCell])[],
): Promise<Buffer> {
  const tables = figureTables(figures)
  const weekdays = figures.weekdays.map((row) => ({ ...row, name: WEEKDAY_LABELS[row.weekday - 1] ?? '' }))
  const sheets: Sheet[] = [
    sheetOf('Tổng hợp', ['Số liệu', 'Giá trị'], facts, (column) => FIRST_WIDTH * (column + 1)),
    ...FIGURE_TABLE_IDS.map((id) => {
      const columns = Object.entries<string>(FIGURE_TABLES[id].columns)
      const rows = tables[id] as readonly Readonly<Record<string, FigureCell>>[]
      const heads = columns.map(([, label]) => label)
      const lines = rows.map((row) => columns.map(([tag]) => row[tag]))
      return sheetOf(FIGURE_TABLES[id].label, heads, lines, tableWidths)
    }),
    amountsSheet(figures),
    heatSheet('Khu theo giờ', figures.zones),
    heatSheet('Thứ theo giờ', weekdays),
  ]
  const sizes = sheets.map(({ data, columns }) => ({ rows: data.length, columns: columns.length }))
  return writeXlsxFile(sheets, { features: [filterArrows(sizes)] }).toBuffer()
}
