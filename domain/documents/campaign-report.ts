import { sumCampaign, type Heads } from '../care/campaign.ts'
import type { Day } from '../time/day.ts'
import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import {
  DOT_LINES,
  formatNumber,
  numberedRows,
  shown,
  shownDay,
  type FormTags,
  type MergeFields,
} from './merge-fields.ts'

/** Texts the desk may fill in or change when a campaign is reported on paper. */
export const CAMPAIGN_ASKED = {
  ket_qua: 'Kết quả chung',
  ton_tai: 'Khó khăn, tồn tại',
  kien_nghi: 'Kiến nghị',
} as const

const OTHER_TAGS = {
  ten_dot: 'Tên đợt',
  tu_ngay: 'Từ ngày',
  den_ngay: 'Đến ngày',
  muc_tieu: 'Mục tiêu',
  so_ke_hoach: 'Số hoạt động theo kế hoạch',
  so_thuc_hien: 'Số hoạt động đã thực hiện',
  luot_hoc_vien: 'Lượt học viên',
  luot_can_bo: 'Lượt cán bộ',
  luot_khach: 'Lượt khách',
  so_anh: 'Số ảnh lưu kèm',
} as const

const COLUMNS = {
  stt: 'Số thứ tự',
  ngay: 'Ngày',
  ten: 'Hoạt động',
  noi: 'Nơi, người phụ trách',
  so_nguoi: 'Học viên, cán bộ, khách',
  ket_qua: 'Kết quả',
} as const

export const CAMPAIGN_REPORT_TAGS = {
  fields: { ...LETTERHEAD_TAGS, ...CAMPAIGN_ASKED, ...OTHER_TAGS },
  lists: { hoat_dong: { label: 'Các hoạt động', columns: COLUMNS } },
} as const satisfies FormTags

/** A campaign with what was held in it, as its report tells. */
export interface CampaignReportData {
  letterhead: LetterheadData
  name: string
  fromOn: Day
  toOn: Day
  goal: string
  activities: readonly (Heads & {
    heldOn: Day
    title: string
    place: string | null
    leader: string | null
    isHeld: boolean
    result: string | null
  })[]
  photos: number
  result: string | null
  shortfalls: string | null
  proposals: string | null
}

/** The texts of a campaign's report. */
export function campaignReportFields(data: CampaignReportData): MergeFields {
  const sums = sumCampaign(data.activities)
  const own: Record<keyof typeof CAMPAIGN_ASKED | keyof typeof OTHER_TAGS, string> = {
    ten_dot: shown(data.name),
    tu_ngay: shownDay(data.fromOn),
    den_ngay: shownDay(data.toOn),
    muc_tieu: shown(data.goal, DOT_LINES),
    so_ke_hoach: formatNumber(sums.planned),
    so_thuc_hien: formatNumber(sums.held),
    luot_hoc_vien: formatNumber(sums.residents),
    luot_can_bo: formatNumber(sums.staff),
    luot_khach: formatNumber(sums.guests),
    so_anh: formatNumber(data.photos),
    ket_qua: shown(data.result, DOT_LINES),
    ton_tai: shown(data.shortfalls, DOT_LINES),
    kien_nghi: shown(data.proposals, DOT_LINES),
  }
  return {
    ...letterheadFields(data.letterhead),
    ...own,
    hoat_dong: numberedRows(
      data.activities.map((one) => ({
        ngay: shownDay(one.heldOn),
        ten: one.title,
        noi: [one.place, one.leader].filter((text) => text !== null).join('\n'),
        so_nguoi: one.isHeld
          ? [one.residents, one.staff, one.guests].map((heads) => formatNumber(heads ?? 0)).join(' / ')
          : 'không thực hiện',
        ket_qua: one.result,
      })),
      ['ngay', 'ten', 'noi', 'so_nguoi', 'ket_qua'],
    ),
  }
}
