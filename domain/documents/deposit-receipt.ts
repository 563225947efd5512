import { amountInWords } from './amount-in-words.ts'
import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import { formatNumber, numberedRows, shown, type FormTags, type MergeFields } from './merge-fields.ts'
import {
  PERSON_TAGS,
  personFields,
  STAY_TAGS,
  stayFields,
  type PersonFacts,
  type StayFacts,
} from './person-facts.ts'

export const DEPOSIT_ASKED = {
  so_tien: 'Số tiền (đồng)',
  nguoi_gui: 'Người gửi',
  nguoi_nhan: 'Người nhận gửi',
  so_niem_phong: 'Số túi niêm phong',
  ghi_chu: 'Ghi chú',
} as const

export const DEPOSIT_RECEIPT_TAGS = {
  fields: {
    ...LETTERHEAD_TAGS,
    ...PERSON_TAGS,
    ...STAY_TAGS,
    ...DEPOSIT_ASKED,
    so_tien_chu: 'Số tiền bằng chữ',
  },
  lists: {
    tai_san: {
      label: 'Tài sản gửi',
      columns: { stt: 'Số thứ tự', ten: 'Tên tài sản', so_luong: 'Số lượng', dac_diem: 'Đặc điểm' },
    },
  },
} as const satisfies FormTags

/** Money and things given into the centre's keeping (D163 Điều 97.3, 120.3). */
export interface DepositReceiptData {
  letterhead: LetterheadData
  person: PersonFacts
  stay: StayFacts
  /** Whole đồng; null when no money was given. */
  amount: number | null
  depositor: string | null
  receiver: string | null
  seal: string | null
  items: readonly { name: string; quantity: string | null; description: string | null }[]
  remarks: string | null
}

/** `1.205.000`, `1205000 đ` → 1205000; undefined for what is no amount of đồng. */
export function parseAmount(typed: string): number | undefined {
  const digits = typed.replace(/[\s.,]|đ(ồng)?$/giu, '')
  if (!/^\d{1,12}$/.test(digits)) return undefined
  return Number(digits)
}

/** The texts of a receipt. */
export function depositReceiptFields(data: DepositReceiptData): MergeFields {
  const own: Record<keyof typeof DEPOSIT_ASKED | 'so_tien_chu', string> = {
    so_tien: data.amount === null ? '………………' : formatNumber(data.amount),
    so_tien_chu: data.amount === null ? shown(null) : amountInWords(data.amount),
    nguoi_gui: shown(data.depositor),
    nguoi_nhan: shown(data.receiver),
    so_niem_phong: shown(data.seal),
    ghi_chu: shown(data.remarks),
  }
  return {
    ...letterheadFields(data.letterhead),
    ...personFields(data.person),
    ...stayFields(data.stay),
    ...own,
    tai_san: numberedRows(
      data.items.map((item) => ({ ten: item.name, so_luong: item.quantity, dac_diem: item.description })),
      ['ten', 'so_luong', 'dac_diem'],
    ),
  }
}
