import type { Day } from '../time/day.ts'
import { shown } from './merge-fields.ts'

/** The centre as it is named on the day of a document. */
interface CentreOnDay {
  name: string
  superiorBody: string | null
  headTitle: string
  headName: string | null
  court: string | null
  /** Địa danh: the province's own name, "Lạng Sơn". */
  placeName: string | null
}

export interface LetterheadData {
  /** Null while the number is not given yet. */
  fullNumber: string | null
  on: Day
  centre: CentreOnDay
  /** "Mẫu số 42"; null for a form of the house. */
  formNumber: string | null
  /** The decree the form came with. */
  issuedWith: string | null
  title: string
  /** Nơi nhận, without dashes. */
  copies: readonly string[]
}

export const LETTERHEAD_TAGS = {
  co_quan_chu_quan: 'Cơ quan chủ quản (chữ hoa)',
  ten_co_so: 'Tên cơ sở (chữ hoa)',
  ten_co_so_thuong: 'Tên cơ sở (chữ thường)',
  so_ky_hieu: 'Số và ký hiệu văn bản',
  dia_danh_ngay: 'Địa danh và ngày tháng năm',
  ngay_lap: 'Ngày lập văn bản',
  mau_so: 'Mẫu số và văn bản ban hành mẫu',
  ten_van_ban: 'Tên văn bản',
  chuc_danh_nguoi_ky: 'Chức danh người ký (chữ hoa)',
  nguoi_ky: 'Họ tên người ký',
  noi_nhan: 'Nơi nhận',
} as const

/** `Lạng Sơn, ngày 05 tháng 11 năm 2026`: days below 10 and months 1, 2 with a nought before them (NĐ 30/2020). */
export function placeAndDay(placeName: string | null, on: Day): string {
  const month = Number(on.slice(5, 7))
  const monthText = month < 3 ? on.slice(5, 7) : String(month)
  return `${shown(placeName, '………………')}, ngày ${on.slice(8, 10)} tháng ${monthText} năm ${on.slice(0, 4)}`
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi')
}

/** Texts of the heading, the signer's block and Nơi nhận, as they hold on the document's day. */
export function letterheadFields(data: LetterheadData): Record<keyof typeof LETTERHEAD_TAGS, string> {
  const { centre, on } = data
  const copies = [...data.copies.map((copy) => `- ${copy};`), '- Lưu: hồ sơ.']
  return {
    co_quan_chu_quan: upper(shown(centre.superiorBody, '………………………')),
    ten_co_so: upper(shown(centre.name)),
    ten_co_so_thuong: shown(centre.name),
    so_ky_hieu: data.fullNumber ?? '……/…………',
    dia_danh_ngay: placeAndDay(centre.placeName, on),
    ngay_lap: `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`,
    mau_so:
      data.formNumber === null
        ? ' '
        : `${data.formNumber}${data.issuedWith === null ? '' : `\n(${data.issuedWith})`}`,
    ten_van_ban: shown(data.title),
    chuc_danh_nguoi_ky: upper(shown(centre.headTitle)),
    nguoi_ky: shown(centre.headName, ' '),
    noi_nhan: copies.map((copy) => shown(copy)).join('\n'),
  }
}
