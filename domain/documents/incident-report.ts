import { formatDay, formatMonth, type Day } from '../time/day.ts'
import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import { DOT_LINES, formatNumber, printable, type FormTags, type MergeFields } from './merge-fields.ts'

/** The tables of figures, in the order of the report and of the workbook; each with the heads of its columns. */
export const FIGURE_TABLES = {
  theo_loai: {
    label: 'Theo loại',
    columns: { ten: 'Loại vụ việc', so_vu: 'Kỳ này', ky_truoc: 'Kỳ trước', chenh: 'Tăng, giảm' },
  },
  dang_mo: {
    label: 'Đang mở',
    columns: {
      ten: 'Tình trạng',
      so_vu: 'Số vụ',
      moi: '0–2 ngày',
      tuan: '3–7 ngày',
      thang: '8–30 ngày',
      lau: 'Trên 30 ngày',
    },
  },
  thoi_gian: {
    label: 'Thời gian xử lý',
    columns: { ten: 'Vụ đã đóng', so_vu: 'Số vụ', mot_nua: 'Một nửa, giờ', phan_lon: '90%, giờ' },
  },
  theo_khu: {
    label: 'Theo khu',
    columns: { ten: 'Khu', so_vu: 'Số vụ', gio_nhieu: 'Giờ xảy ra nhiều nhất' },
  },
  theo_thu: {
    label: 'Theo thứ',
    columns: { ten: 'Thứ', so_vu: 'Số vụ', gio_nhieu: 'Giờ xảy ra nhiều nhất' },
  },
  theo_thang: { label: 'Theo tháng', columns: { ten: 'Tháng', so_vu: 'Số vụ' } },
  tron: { label: 'Bỏ trốn', columns: { ten: 'Bỏ trốn', so_vu: 'Số vụ', so_nguoi: 'Số người' } },
  thuong_tich: {
    label: 'Thương tích',
    columns: { ten: 'Thương tích', so_vu: 'Số vụ', so_nguoi: 'Số người' },
  },
  chat_cam: {
    label: 'Chất cấm',
    columns: { ten: 'Chất', duong: 'Đường vào', so_vu: 'Số vụ', luong: 'Lượng thu giữ' },
  },
  lap_lai: {
    label: 'Có mặt nhiều lần',
    columns: { ten: 'Họ và tên', so_vu: 'Số vụ', gan_nhat: 'Lần gần nhất' },
  },
} as const satisfies FormTags['lists']

export type FigureTableId = keyof typeof FIGURE_TABLES
export const FIGURE_TABLE_IDS = Object.keys(FIGURE_TABLES) as FigureTableId[]

/** Numbers, days and months (`YYYY-MM`) stay what they are for a spreadsheet; a change shows its sign. */
export type FigureCell = string | number | { change: number } | { day: Day } | { month: string }

/** Rows of one table, by the tags of its columns. */
type FigureRows<Table extends FigureTableId> = readonly Readonly<
  Record<keyof (typeof FIGURE_TABLES)[Table]['columns'], FigureCell>
>[]
export type FigureTables = { readonly [Table in FigureTableId]: FigureRows<Table> }

const OTHER_TAGS = {
  tu_ngay: 'Từ ngày',
  den_ngay: 'Đến ngày',
  pham_vi: 'Phạm vi thống kê',
  tong: 'Số vụ việc trong kỳ',
  tong_truoc: 'Số vụ việc kỳ trước',
  ky_truoc: 'Kỳ trước, từ ngày đến ngày',
  qua_han: 'Việc, thông báo quá hạn',
  da_dong: 'Thời gian từ khi báo đến khi đóng',
  khong_tinh: 'Vụ không tính',
  nhan_xet: 'Nhận xét, kiến nghị',
} as const

/** What the template of the periodic report may hold. */
export const INCIDENT_REPORT_TAGS = {
  fields: { ...LETTERHEAD_TAGS, ...OTHER_TAGS },
  lists: FIGURE_TABLES,
} as const satisfies FormTags

/** The template that ships with the program; the report bears no number, it is for the centre itself. */
export const INCIDENT_REPORT_TEMPLATE = 'thong-ke-vu-viec'

/** Figures of a period as the report tells them. */
export interface IncidentReportData {
  letterhead: LetterheadData
  period: { from: Day; to: Day }
  before: { from: Day; to: Day }
  /** What the figures are narrowed to, in words. */
  scope: string
  total: number
  totalBefore: number
  overdue: string
  closing: string
  leftOut: string
  tables: FigureTables
}

function cellText(value: FigureCell): string {
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'string') return printable(value)
  if ('change' in value) return `${value.change > 0 ? '+' : ''}${formatNumber(value.change)}`
  return 'day' in value ? formatDay(value.day) : formatMonth(value.month)
}

/** The texts of the report on the incidents of a period. A table without rows says so in one. */
export function incidentReportFields(data: IncidentReportData): MergeFields {
  const own: Record<keyof typeof OTHER_TAGS, string> = {
    tu_ngay: formatDay(data.period.from),
    den_ngay: formatDay(data.period.to),
    pham_vi: printable(data.scope),
    tong: formatNumber(data.total),
    tong_truoc: formatNumber(data.totalBefore),
    ky_truoc: `${formatDay(data.before.from)}–${formatDay(data.before.to)}`,
    qua_han: data.overdue,
    da_dong: data.closing,
    khong_tinh: data.leftOut,
    nhan_xet: DOT_LINES,
  }
  const lists = FIGURE_TABLE_IDS.map((id) => {
    const columns = Object.keys(FIGURE_TABLES[id].columns)
    const rows = (data.tables[id] as readonly Readonly<Record<string, FigureCell>>[]).map((row) =>
      Object.fromEntries(columns.map((column) => [column, cellText(row[column] ?? '')])),
    )
    const none = Object.fromEntries(columns.map((column) => [column, column === 'ten' ? 'Không có' : ' ']))
    return [id, rows.length > 0 ? rows : [none]] as const
  })
  return { ...letterheadFields(data.letterhead), ...own, ...Object.fromEntries(lists) }
}
