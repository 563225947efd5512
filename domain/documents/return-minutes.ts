import { amountInWords } from './amount-in-words.ts'
import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import {
  DOT_LINES,
  formatNumber,
  numberedRows,
  shown,
  type FormTags,
  type MergeFields,
} from './merge-fields.ts'
import {
  PERSON_TAGS,
  personFields,
  STAY_TAGS,
  stayFields,
  type PersonFacts,
  type StayFacts,
} from './person-facts.ts'

/** Texts the desk may fill in or change when the minutes of giving back are made. */
export const RETURN_ASKED = {
  nguoi_giao: 'Người trả',
  nguoi_nhan: 'Người nhận',
  nguoi_chung_kien: 'Người chứng kiến',
  cap_khi_ra: 'Cấp khi ra: tiền tàu xe, tiền ăn, quần áo',
  y_kien_khac: 'Ý kiến của người nhận',
} as const

const OTHER_TAGS = {
  tien_luu_ky: 'Tiền lưu ký (đồng)',
  tien_lao_dong: 'Tiền lao động giữ lại (đồng)',
  tong_tien: 'Tổng số tiền trả (đồng)',
  tong_tien_chu: 'Tổng số tiền bằng chữ',
  so_phieu_chi: 'Số phiếu chi lưu ký',
} as const

export const RETURN_MINUTES_TAGS = {
  fields: { ...LETTERHEAD_TAGS, ...PERSON_TAGS, ...STAY_TAGS, ...RETURN_ASKED, ...OTHER_TAGS },
  lists: {
    tai_san: {
      label: 'Tài sản trả lại',
      columns: {
        stt: 'Số thứ tự',
        ten: 'Tên tài sản',
        so_luong: 'Số lượng',
        niem_phong: 'Niêm phong số',
        tinh_trang: 'Tình trạng',
      },
    },
  },
} as const satisfies FormTags

/** What is given back on leaving (DIS-06: D163 Điều 97.3, 118.2c, 123.3; D116 Điều 62.4). Amounts in whole đồng. */
export interface ReturnMinutesData {
  letterhead: LetterheadData
  person: PersonFacts
  stay: StayFacts
  deposits: number
  labour: number
  /** `PCLK 12/2026`, once the money was paid. */
  receipts: string | null
  items: readonly { name: string; quantity: string; seal: string; condition: string | null }[]
  giver: string | null
  receiver: string | null
  witness: string | null
  issued: string | null
  remarks: string | null
}

/** The texts of the minutes of giving back. */
export function returnMinutesFields(data: ReturnMinutesData): MergeFields {
  const total = data.deposits + data.labour
  const own: Record<keyof typeof RETURN_ASKED | keyof typeof OTHER_TAGS, string> = {
    tien_luu_ky: formatNumber(data.deposits),
    tien_lao_dong: formatNumber(data.labour),
    tong_tien: formatNumber(total),
    tong_tien_chu: amountInWords(total),
    so_phieu_chi: shown(data.receipts),
    nguoi_giao: shown(data.giver),
    nguoi_nhan: shown(data.receiver),
    nguoi_chung_kien: shown(data.witness),
    cap_khi_ra: shown(data.issued, DOT_LINES),
    y_kien_khac: shown(data.remarks, DOT_LINES),
  }
  return {
    ...letterheadFields(data.letterhead),
    ...personFields(data.person),
    ...stayFields(data.stay),
    ...own,
    tai_san: numberedRows(
      data.items.map(({ name, quantity, seal, condition }) => ({
        ten: name,
        so_luong: quantity,
        niem_phong: seal,
        tinh_trang: condition,
      })),
      ['ten', 'so_luong', 'niem_phong', 'tinh_trang'],
    ),
  }
}
