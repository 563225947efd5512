import type { Day } from '../time/day.ts'
import { amountInWords } from './amount-in-words.ts'
import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import { DOT_LINES, formatNumber, shown, shownDay, type FormTags, type MergeFields } from './merge-fields.ts'
import { clock } from './person-facts.ts'

/** Texts the desk may fill in or change when the minutes of counting the box are made. */
export const CASH_CHECK_ASKED = { y_kien_khac: 'Ý kiến, kết luận' } as const

const OTHER_TAGS = {
  ngay_kiem: 'Ngày kiểm quỹ',
  gio_kiem: 'Giờ kiểm quỹ',
  dau_ky: 'Tồn đầu kỳ (đồng)',
  thu: 'Thu trong kỳ (đồng)',
  chi: 'Chi trong kỳ (đồng)',
  phai_co: 'Phải có theo sổ (đồng)',
  dem_duoc: 'Đếm được (đồng)',
  dem_duoc_chu: 'Đếm được bằng chữ',
  chenh_lech: 'Chênh lệch',
  giai_thich: 'Giải thích chênh lệch',
  nguoi_kiem: 'Người kiểm quỹ',
  nguoi_cung_kiem: 'Người cùng kiểm',
} as const

export const CASH_CHECK_TAGS = {
  fields: { ...LETTERHEAD_TAGS, ...CASH_CHECK_ASKED, ...OTHER_TAGS },
  lists: {
    menh_gia: {
      label: 'Các loại tiền',
      columns: { loai: 'Mệnh giá', so_to: 'Số tờ', thanh_tien: 'Thành tiền' },
    },
  },
} as const satisfies FormTags

/** Notes in use, in đồng: their counts are written in by hand. */
const NOTES = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500] as const

/** A count of the cash box against the book. Amounts in whole đồng. */
export interface CashCheckData {
  letterhead: LetterheadData
  day: Day
  /** `HH:MM` in Viet Nam. */
  time: string
  opening: number
  received: number
  paid: number
  counted: number
  explanation: string | null
  countedBy: string
  witness: string
  remarks: string | null
}

function differenceText(difference: number): string {
  if (difference === 0) return 'Khớp sổ'
  return `${difference < 0 ? 'Thiếu' : 'Thừa'} ${formatNumber(Math.abs(difference))} đồng`
}

/** The texts of the minutes of counting the cash box. */
export function cashCheckFields(data: CashCheckData): MergeFields {
  const computed = data.opening + data.received - data.paid
  const difference = data.counted - computed
  const own: Record<keyof typeof CASH_CHECK_ASKED | keyof typeof OTHER_TAGS, string> = {
    ngay_kiem: shownDay(data.day),
    gio_kiem: clock(data.time),
    dau_ky: formatNumber(data.opening),
    thu: formatNumber(data.received),
    chi: formatNumber(data.paid),
    phai_co: formatNumber(computed),
    dem_duoc: formatNumber(data.counted),
    dem_duoc_chu: amountInWords(data.counted),
    chenh_lech: differenceText(difference),
    giai_thich: difference === 0 ? 'Không' : shown(data.explanation, DOT_LINES),
    nguoi_kiem: shown(data.countedBy),
    nguoi_cung_kiem: shown(data.witness),
    y_kien_khac: shown(data.remarks, DOT_LINES),
  }
  return {
    ...letterheadFields(data.letterhead),
    ...own,
    menh_gia: NOTES.map((note) => ({ loai: formatNumber(note), so_to: ' ', thanh_tien: ' ' })),
  }
}
