import { IDENTITY_KIND_LABELS, type IdentityKind } from '../identity/identity-kinds.ts'
import { formatBirth, type BirthText } from '../people/birth.ts'
import { SEX_LABELS, type Sex } from '../people/sex.ts'
import type { Track } from '../stay/track.ts'
import type { Day } from '../time/day.ts'
import { shown, shownDay, shownNumber } from './merge-fields.ts'

/** Who a document is about. */
export interface PersonFacts {
  name: string
  alias: string | null
  birth: BirthText | null
  sex: Sex
  ethnicity: string | null
  occupation: string | null
  education: string | null
  paper: { kind: IdentityKind; number: string; issuedOn: Day | null; issuedBy: string | null } | null
  permanentAddress: string | null
  currentAddress: string | null
}

/** The stay a document belongs to. */
export interface StayFacts {
  track: Track
  dossierNumber: string | null
  ordinal: number
  decisionNumber: string | null
  decisionOn: Day | null
  decisionIssuer: string | null
  termMonths: number | null
  startOn: Day | null
  endOn: Day | null
  receivedOn: Day | null
  /** `HH:MM` in Viet Nam. */
  receivedTime: string | null
}

/** How the tracks are called inside a sentence. */
const TRACK_WORDS: Record<Track, string> = {
  compulsory: 'cai nghiện ma túy bắt buộc',
  voluntary: 'cai nghiện ma túy tự nguyện',
  held: 'được giao quản lý trong thời gian lập hồ sơ',
}

export const PERSON_TAGS = {
  ho_ten: 'Họ và tên',
  ho_ten_hoa: 'Họ và tên (chữ hoa)',
  ten_khac: 'Tên gọi khác',
  ngay_sinh: 'Ngày, tháng, năm sinh',
  gioi_tinh: 'Giới tính',
  dan_toc: 'Dân tộc',
  nghe_nghiep: 'Nghề nghiệp',
  hoc_van: 'Trình độ học vấn',
  loai_giay_to: 'Loại giấy tờ tùy thân',
  so_giay_to: 'Số giấy tờ tùy thân',
  ngay_cap: 'Ngày cấp giấy tờ',
  noi_cap: 'Nơi cấp giấy tờ',
  noi_thuong_tru: 'Nơi thường trú',
  noi_o_hien_tai: 'Nơi ở hiện tại',
} as const

export const STAY_TAGS = {
  dien: 'Diện',
  ma_ho_so: 'Số hồ sơ',
  lan_cai_nghien: 'Lần cai nghiện thứ',
  so_quyet_dinh: 'Số quyết định',
  ngay_quyet_dinh: 'Ngày quyết định',
  co_quan_quyet_dinh: 'Cơ quan ra quyết định',
  thoi_han: 'Thời hạn (tháng)',
  ngay_bat_dau: 'Ngày bắt đầu tính thời hạn',
  ngay_het_han: 'Ngày hết thời hạn',
  ngay_tiep_nhan: 'Ngày tiếp nhận',
  gio_tiep_nhan: 'Giờ tiếp nhận',
} as const

/** What a document says of the person. */
export function personFields(person: PersonFacts): Record<keyof typeof PERSON_TAGS, string> {
  const { paper } = person
  return {
    ho_ten: shown(person.name),
    ho_ten_hoa: shown(person.name).toLocaleUpperCase('vi'),
    ten_khac: shown(person.alias),
    ngay_sinh: person.birth === null ? shownDay(null) : formatBirth(person.birth),
    gioi_tinh: SEX_LABELS[person.sex],
    dan_toc: shown(person.ethnicity),
    nghe_nghiep: shown(person.occupation),
    hoc_van: shown(person.education),
    loai_giay_to: paper === null ? 'CC/CCCD/CMND/HC' : IDENTITY_KIND_LABELS[paper.kind],
    so_giay_to: shown(paper?.number),
    ngay_cap: shownDay(paper?.issuedOn),
    noi_cap: shown(paper?.issuedBy),
    noi_thuong_tru: shown(person.permanentAddress),
    noi_o_hien_tai: shown(person.currentAddress),
  }
}

/** What a document says of the stay. */
export function stayFields(stay: StayFacts): Record<keyof typeof STAY_TAGS, string> {
  return {
    dien: TRACK_WORDS[stay.track],
    ma_ho_so: shown(stay.dossierNumber),
    lan_cai_nghien: String(stay.ordinal),
    so_quyet_dinh: shown(stay.decisionNumber),
    ngay_quyet_dinh: shownDay(stay.decisionOn),
    co_quan_quyet_dinh: shown(stay.decisionIssuer),
    thoi_han: shownNumber(stay.termMonths, 'tháng'),
    ngay_bat_dau: shownDay(stay.startOn),
    ngay_het_han: shownDay(stay.endOn),
    ngay_tiep_nhan: shownDay(stay.receivedOn),
    gio_tiep_nhan: clock(stay.receivedTime),
  }
}

/** `08:05` → `08 giờ 05 phút`. */
export function clock(time: string | null): string {
  return time === null ? '…… giờ …… phút' : `${time.slice(0, 2)} giờ ${time.slice(3, 5)} phút`
}
