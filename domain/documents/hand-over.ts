import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import { DOT_LINES, numberedRows, shown, type FormTags, type MergeFields } from './merge-fields.ts'
import {
  clock,
  PERSON_TAGS,
  personFields,
  STAY_TAGS,
  stayFields,
  type PersonFacts,
  type StayFacts,
} from './person-facts.ts'

/** Somebody who hands over or receives. */
interface HandOverParty {
  name: string | null
  title: string | null
  unit: string | null
}

/** What the record of handing over holds: parties, health, papers, belongings (D163 Điều 108.1; D116 Điều 55.2). */
export interface HandOverData {
  letterhead: LetterheadData
  person: PersonFacts
  stay: StayFacts
  place: string | null
  handingOver: HandOverParty
  receiving: HandOverParty
  health: string | null
  papers: readonly { name: string; numberAndDay: string | null; sheets: string | null }[]
  belongings: readonly { name: string; quantity: string | null; condition: string | null }[]
  remarks: string | null
}

/** Texts the desk may fill in or change when the record is made. */
export const HAND_OVER_ASKED = {
  noi_lap: 'Nơi lập biên bản',
  ben_giao_ho_ten: 'Bên giao: họ tên',
  ben_giao_chuc_vu: 'Bên giao: chức vụ',
  ben_giao_don_vi: 'Bên giao: đơn vị',
  ben_nhan_ho_ten: 'Bên nhận: họ tên',
  ben_nhan_chuc_vu: 'Bên nhận: chức vụ',
  tinh_trang_suc_khoe: 'Tình trạng sức khỏe',
  y_kien_khac: 'Ý kiến khác',
} as const

const OTHER_TAGS = {
  ben_nhan_don_vi: 'Bên nhận: đơn vị',
  gio_lap: 'Giờ lập biên bản',
  so_luong_giay_to: 'Số lượng giấy tờ trong hồ sơ',
} as const

const OWN_TAGS = { ...HAND_OVER_ASKED, ...OTHER_TAGS }

export const HAND_OVER_TAGS = {
  fields: { ...LETTERHEAD_TAGS, ...PERSON_TAGS, ...STAY_TAGS, ...OWN_TAGS },
  lists: {
    giay_to: {
      label: 'Giấy tờ trong hồ sơ',
      columns: { stt: 'Số thứ tự', ten: 'Tên giấy tờ', so_ngay: 'Số, ngày', so_to: 'Số tờ' },
    },
    do_dung: {
      label: 'Tư trang, đồ dùng cá nhân',
      columns: { stt: 'Số thứ tự', ten: 'Tên', so_luong: 'Số lượng', tinh_trang: 'Tình trạng, niêm phong' },
    },
  },
} as const satisfies FormTags

/** The texts of a hand-over record. */
export function handOverFields(data: HandOverData): MergeFields {
  const own: Record<keyof typeof OWN_TAGS, string> = {
    noi_lap: shown(data.place),
    gio_lap: clock(data.stay.receivedTime),
    ben_giao_ho_ten: shown(data.handingOver.name),
    ben_giao_chuc_vu: shown(data.handingOver.title),
    ben_giao_don_vi: shown(data.handingOver.unit),
    ben_nhan_ho_ten: shown(data.receiving.name),
    ben_nhan_chuc_vu: shown(data.receiving.title),
    ben_nhan_don_vi: shown(data.receiving.unit),
    tinh_trang_suc_khoe: shown(data.health, DOT_LINES),
    y_kien_khac: shown(data.remarks, DOT_LINES),
    so_luong_giay_to: data.papers.length === 0 ? '……' : String(data.papers.length).padStart(2, '0'),
  }
  return {
    ...letterheadFields(data.letterhead),
    ...personFields(data.person),
    ...stayFields(data.stay),
    ...own,
    giay_to: numberedRows(
      data.papers.map((paper) => ({ ten: paper.name, so_ngay: paper.numberAndDay, so_to: paper.sheets })),
      ['ten', 'so_ngay', 'so_to'],
    ),
    do_dung: numberedRows(
      data.belongings.map((thing) => ({
        ten: thing.name,
        so_luong: thing.quantity,
        tinh_trang: thing.condition,
      })),
      ['ten', 'so_luong', 'tinh_trang'],
    ),
  }
}
