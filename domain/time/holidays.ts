import type { Day } from './day.ts'

/** What a row of the holiday calendar says of its day. */
export const HOLIDAY_KINDS = ['holiday', 'day-off', 'swap-workday'] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]

export const HOLIDAY_KIND_LABELS: Record<HolidayKind, string> = {
  holiday: 'Ngày lễ, Tết',
  'day-off': 'Nghỉ bù, nghỉ hoán đổi',
  'swap-workday': 'Làm bù',
}

/** How sure a row is; `expected` marks days computed from the law before the year's plan is announced. */
type HolidayConfidence = 'verified' | 'secondary' | 'recalled' | 'expected'

/** One day of the calendar, as kept in the editable holiday table. */
export interface HolidayRow {
  day: Day
  kind: HolidayKind
  name: string
  source: string
  confidence: HolidayConfidence
}

/** The days that differ from the plain week (Monday to Friday worked), made from rows by {@link buildCalendar}. */
export interface HolidayCalendar {
  off: ReadonlySet<Day>
  worked: ReadonlySet<Day>
  /** Years that have at least one row: outside them only Saturdays and Sundays are known to be off. */
  years: ReadonlySet<number>
}

/** Makes a calendar from rows. Where two rows name one day the later wins, so that edits follow the defaults. */
export function buildCalendar(rows: readonly Pick<HolidayRow, 'day' | 'kind'>[]): HolidayCalendar {
  const kinds = new Map(rows.map((row) => [row.day, row.kind]))
  const off = new Set<Day>()
  const worked = new Set<Day>()
  const years = new Set<number>()
  for (const [day, kind] of kinds) {
    years.add(Number(day.slice(0, 4)))
    if (kind === 'swap-workday') worked.add(day)
    else off.add(day)
  }
  return { off, worked, years }
}

const LABOUR_CODE = 'Bộ luật Lao động 2019 Điều 112'
const COMPENSATION = 'Bộ luật Lao động 2019 Điều 111.3'
const NOTICE_2024 = 'Thông báo của Bộ LĐTBXH về nghỉ Tết, Quốc khánh năm 2024'
const NOTICE_2025 = 'Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024'
const NOTICE_2026 = 'Thông báo 9441/TB-BNV ngày 16/10/2025'
const CULTURE_DAY = 'Nghị quyết 28/2026/QH16 (từ 01/07/2026)'

type YearRow = readonly [day: Day, kind: HolidayKind, name: string, source?: string]

function year(confidence: HolidayConfidence, rows: readonly YearRow[]): HolidayRow[] {
  return rows.map(([day, kind, name, source]) => ({
    day,
    kind,
    name,
    source: source ?? (kind === 'holiday' ? LABOUR_CODE : COMPENSATION),
    confidence,
  }))
}

const DAYS_2022 = year('recalled', [
  ['2022-01-01', 'holiday', 'Tết Dương lịch'],
  ['2022-01-03', 'day-off', 'Nghỉ bù Tết Dương lịch'],
  ['2022-01-31', 'holiday', 'Tết Nguyên đán Nhâm Dần (29 tháng Chạp)'],
  ['2022-02-01', 'holiday', 'Tết Nguyên đán (mồng 1)'],
  ['2022-02-02', 'holiday', 'Tết Nguyên đán (mồng 2)'],
  ['2022-02-03', 'holiday', 'Tết Nguyên đán (mồng 3)'],
  ['2022-02-04', 'holiday', 'Tết Nguyên đán (mồng 4)'],
  ['2022-04-10', 'holiday', 'Giỗ Tổ Hùng Vương'],
  ['2022-04-11', 'day-off', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
  ['2022-04-30', 'holiday', 'Ngày Chiến thắng'],
  ['2022-05-01', 'holiday', 'Ngày Quốc tế lao động'],
  ['2022-05-02', 'day-off', 'Nghỉ bù Ngày Chiến thắng'],
  ['2022-05-03', 'day-off', 'Nghỉ bù Ngày Quốc tế lao động'],
  ['2022-09-01', 'holiday', 'Quốc khánh (ngày liền kề)'],
  ['2022-09-02', 'holiday', 'Quốc khánh'],
])

const DAYS_2023 = year('recalled', [
  ['2023-01-01', 'holiday', 'Tết Dương lịch'],
  ['2023-01-02', 'day-off', 'Nghỉ bù Tết Dương lịch'],
  ['2023-01-20', 'holiday', 'Tết Nguyên đán Quý Mão (29 tháng Chạp)'],
  ['2023-01-21', 'holiday', 'Tết Nguyên đán (30 tháng Chạp)'],
  ['2023-01-22', 'holiday', 'Tết Nguyên đán (mồng 1)'],
  ['2023-01-23', 'holiday', 'Tết Nguyên đán (mồng 2)'],
  ['2023-01-24', 'holiday', 'Tết Nguyên đán (mồng 3)'],
  ['2023-01-25', 'day-off', 'Nghỉ bù Tết Nguyên đán'],
  ['2023-01-26', 'day-off', 'Nghỉ bù Tết Nguyên đán'],
  ['2023-04-29', 'holiday', 'Giỗ Tổ Hùng Vương'],
  ['2023-04-30', 'holiday', 'Ngày Chiến thắng'],
  ['2023-05-01', 'holiday', 'Ngày Quốc tế lao động'],
  ['2023-05-02', 'day-off', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
  ['2023-05-03', 'day-off', 'Nghỉ bù Ngày Chiến thắng'],
  ['2023-09-01', 'holiday', 'Quốc khánh (ngày liền kề)'],
  ['2023-09-02', 'holiday', 'Quốc khánh'],
  ['2023-09-04', 'day-off', 'Nghỉ bù Quốc khánh'],
])

const DAYS_2024 = year('secondary', [
  ['2024-01-01', 'holiday', 'Tết Dương lịch'],
  ['2024-02-08', 'holiday', 'Tết Nguyên đán Giáp Thìn (29 tháng Chạp)', NOTICE_2024],
  ['2024-02-09', 'holiday', 'Tết Nguyên đán (30 tháng Chạp)', NOTICE_2024],
  ['2024-02-10', 'holiday', 'Tết Nguyên đán (mồng 1)', NOTICE_2024],
  ['2024-02-11', 'holiday', 'Tết Nguyên đán (mồng 2)', NOTICE_2024],
  ['2024-02-12', 'holiday', 'Tết Nguyên đán (mồng 3)', NOTICE_2024],
  ['2024-02-13', 'day-off', 'Nghỉ bù Tết Nguyên đán', NOTICE_2024],
  ['2024-02-14', 'day-off', 'Nghỉ bù Tết Nguyên đán', NOTICE_2024],
  ['2024-04-18', 'holiday', 'Giỗ Tổ Hùng Vương'],
  [
    '2024-04-29',
    'day-off',
    'Nghỉ hoán đổi với thứ Bảy 04/05/2024',
    'Thủ tướng đồng ý hoán đổi, tháng 4/2024',
  ],
  ['2024-04-30', 'holiday', 'Ngày Chiến thắng'],
  ['2024-05-01', 'holiday', 'Ngày Quốc tế lao động'],
  ['2024-05-04', 'swap-workday', 'Làm bù cho thứ Hai 29/04/2024', 'Thủ tướng đồng ý hoán đổi, tháng 4/2024'],
  ['2024-09-02', 'holiday', 'Quốc khánh', NOTICE_2024],
  ['2024-09-03', 'holiday', 'Quốc khánh (ngày liền kề)', NOTICE_2024],
])

const DAYS_2025 = year('secondary', [
  ['2025-01-01', 'holiday', 'Tết Dương lịch'],
  ['2025-01-27', 'holiday', 'Tết Nguyên đán Ất Tỵ (28 tháng Chạp)', NOTICE_2025],
  ['2025-01-28', 'holiday', 'Tết Nguyên đán (29 tháng Chạp)', NOTICE_2025],
  ['2025-01-29', 'holiday', 'Tết Nguyên đán (mồng 1)', NOTICE_2025],
  ['2025-01-30', 'holiday', 'Tết Nguyên đán (mồng 2)', NOTICE_2025],
  ['2025-01-31', 'holiday', 'Tết Nguyên đán (mồng 3)', NOTICE_2025],
  ['2025-04-07', 'holiday', 'Giỗ Tổ Hùng Vương'],
  ['2025-04-26', 'swap-workday', 'Làm bù cho thứ Sáu 02/05/2025', NOTICE_2025],
  ['2025-04-30', 'holiday', 'Ngày Chiến thắng'],
  ['2025-05-01', 'holiday', 'Ngày Quốc tế lao động'],
  ['2025-05-02', 'day-off', 'Nghỉ hoán đổi với thứ Bảy 26/04/2025', NOTICE_2025],
  ['2025-09-01', 'holiday', 'Quốc khánh (ngày liền kề)', NOTICE_2025],
  ['2025-09-02', 'holiday', 'Quốc khánh', NOTICE_2025],
])

const DAYS_2026 = year('secondary', [
  ['2026-01-01', 'holiday', 'Tết Dương lịch'],
  ['2026-01-02', 'day-off', 'Nghỉ hoán đổi với thứ Bảy 10/01/2026', 'Công văn 12729/VPCP-KGVX'],
  ['2026-01-10', 'swap-workday', 'Làm bù cho thứ Sáu 02/01/2026', 'Công văn 12729/VPCP-KGVX'],
  ['2026-02-16', 'holiday', 'Tết Nguyên đán Bính Ngọ (29 tháng Chạp)', NOTICE_2026],
  ['2026-02-17', 'holiday', 'Tết Nguyên đán (mồng 1)', NOTICE_2026],
  ['2026-02-18', 'holiday', 'Tết Nguyên đán (mồng 2)', NOTICE_2026],
  ['2026-02-19', 'holiday', 'Tết Nguyên đán (mồng 3)', NOTICE_2026],
  ['2026-02-20', 'holiday', 'Tết Nguyên đán (mồng 4)', NOTICE_2026],
  ['2026-04-26', 'holiday', 'Giỗ Tổ Hùng Vương'],
  ['2026-04-27', 'day-off', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
  ['2026-04-30', 'holiday', 'Ngày Chiến thắng'],
  ['2026-05-01', 'holiday', 'Ngày Quốc tế lao động'],
  ['2026-08-22', 'swap-workday', 'Làm bù cho thứ Hai 31/08/2026', NOTICE_2026],
  ['2026-08-31', 'day-off', 'Nghỉ hoán đổi với thứ Bảy 22/08/2026', NOTICE_2026],
  ['2026-09-01', 'holiday', 'Quốc khánh (ngày liền kề)', NOTICE_2026],
  ['2026-09-02', 'holiday', 'Quốc khánh', NOTICE_2026],
  ['2026-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', CULTURE_DAY],
])

// No plan for 2027 is known: statutory days from the lunar calendar, compensation by Điều 111.3, swaps unknown.
const DAYS_2027 = year('expected', [
  ['2027-01-01', 'holiday', 'Tết Dương lịch'],
  ['2027-02-05', 'holiday', 'Tết Nguyên đán Đinh Mùi (29 tháng Chạp)'],
  ['2027-02-06', 'holiday', 'Tết Nguyên đán (mồng 1)'],
  ['2027-02-07', 'holiday', 'Tết Nguyên đán (mồng 2)'],
  ['2027-02-08', 'holiday', 'Tết Nguyên đán (mồng 3)'],
  ['2027-02-09', 'holiday', 'Tết Nguyên đán (mồng 4)'],
  ['2027-02-10', 'day-off', 'Nghỉ bù Tết Nguyên đán'],
  ['2027-02-11', 'day-off', 'Nghỉ bù Tết Nguyên đán'],
  ['2027-04-16', 'holiday', 'Giỗ Tổ Hùng Vương'],
  ['2027-04-30', 'holiday', 'Ngày Chiến thắng'],
  ['2027-05-01', 'holiday', 'Ngày Quốc tế lao động'],
  ['2027-05-03', 'day-off', 'Nghỉ bù Ngày Quốc tế lao động'],
  ['2027-09-02', 'holiday', 'Quốc khánh'],
  ['2027-09-03', 'holiday', 'Quốc khánh (ngày liền kề)'],
  ['2027-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', CULTURE_DAY],
])

/** Public holidays, compensation and swap days of Viet Nam 2022-2027: the first content of the editable table. */
export const DEFAULT_HOLIDAYS: readonly HolidayRow[] = [
  ...DAYS_2022,
  ...DAYS_2023,
  ...DAYS_2024,
  ...DAYS_2025,
  ...DAYS_2026,
  ...DAYS_2027,
]
