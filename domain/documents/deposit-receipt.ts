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

/** Texts the desk may fill in or change when the receipt is made. */
export const DEPOSIT_ASKED = {
  nguoi_gui: 'Người gửi',
  nguoi_nhan: 'Người nhận gửi',
  ghi_chu: 'Ghi chú',
} as const

const OTHER_TAGS = {
  so_tien: 'Số tiền (đồng)',
  so_tien_chu: 'Số tiền bằng chữ',
  so_phieu_thu: 'Số phiếu thu lưu ký',
  so_niem_phong: 'Số niêm phong các túi',
} as const

export const DEPOSIT_RECEIPT_TAGS = {
  fields: {
    ...LETTERHEAD_TAGS,
    ...PERSON_TAGS,
    ...STAY_TAGS,
    ...DEPOSIT_ASKED,
    ...OTHER_TAGS,
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
  /** `PTLK 12/2026`, as the ledger numbers them. */
  ledgerReceipts: string | null
  seals: string | null
  items: readonly { name: string; quantity: string | null; description: string | null }[]
  remarks: string | null
}

/** The texts of a receipt. */
export function depositReceiptFields(data: DepositReceiptData): MergeFields {
  const own: Record<keyof typeof DEPOSIT_ASKED | keyof typeof OTHER_TAGS, string> = {
    so_tien: data.amount === null ? '………………' : formatNumber(data.amount),
    so_tien_chu: data.amount === null ? shown(null) : amountInWords(data.amount),
    nguoi_gui: shown(data.depositor),
    nguoi_nhan: shown(data.receiver),
    so_phieu_thu: shown(data.ledgerReceipts),
    so_niem_phong: shown(data.seals),
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
