import { sightingText, type Sighting } from '../incidents/last-sightings.ts'
import { formatInstant, type Instant } from '../time/instant.ts'
import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import {
  DOT_LINES,
  numberedRows,
  shown,
  shownNumber,
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

/** The papers of an escape. */
export const ESCAPE_FORMS = ['search-decision', 'search-sheet', 'escape-notice'] as const
export type EscapeForm = (typeof ESCAPE_FORMS)[number]

const SEARCHED_ASKED = {
  trang_phuc: 'Trang phục khi bỏ trốn',
  huong_di: 'Hướng đi, phương tiện',
  nhan_dang: 'Vóc dáng, tóc, giọng nói',
  noi_co_the_den: 'Nơi có thể đến',
} as const

/** Texts the desk may fill in or change when a paper of an escape is made. */
export const ESCAPE_ASKED = {
  'search-decision': { ...SEARCHED_ASKED, y_kien_khac: 'Nội dung khác' },
  'search-sheet': SEARCHED_ASKED,
  'escape-notice': {
    kinh_gui: 'Kính gửi',
    ...SEARCHED_ASKED,
    dien_bien: 'Diễn biến',
    y_kien_khac: 'Nội dung khác',
  },
} as const satisfies Record<EscapeForm, Readonly<Record<string, string>>>

/** Where the photo goes; without one, words in its place. */
export const PHOTO_TAG = 'anh'

const OTHER_TAGS = {
  [PHOTO_TAG]: 'Ảnh',
  thoi_gian_bo_tron: 'Thời gian bỏ trốn',
  noi_bo_tron: 'Bỏ trốn từ đâu',
  thay_lan_cuoi: 'Thấy lần cuối',
  chieu_cao: 'Chiều cao (cm)',
  can_nang: 'Cân nặng (kg)',
  dau_hieu: 'Dấu hiệu riêng',
  can_cu: 'Căn cứ ra quyết định',
  so_vu_viec: 'Số vụ việc',
} as const

const OWN_TAGS = { ...ESCAPE_ASKED['escape-notice'], ...OTHER_TAGS }

/** What a paper of an escape may hold: what Mẫu 43 asks for (INC-09, D163 Phụ lục V), and the last sightings. */
export const ESCAPE_PAPER_TAGS = {
  fields: { ...LETTERHEAD_TAGS, ...PERSON_TAGS, ...STAY_TAGS, ...OWN_TAGS },
  lists: {
    than_nhan: {
      label: 'Quan hệ gia đình, xã hội',
      columns: {
        stt: 'STT',
        ten: 'Họ và tên',
        quan_he: 'Quan hệ',
        nam_sinh: 'Năm sinh',
        noi_o: 'Nơi ở, điện thoại',
      },
    },
    lan_thay: {
      label: 'Những lần thấy sau cùng',
      columns: { stt: 'STT', luc: 'Lúc, ở đâu, ai thấy' },
    },
  },
} as const satisfies FormTags

export interface EscapePaperData {
  letterhead: LetterheadData
  person: PersonFacts
  stay: StayFacts
  /** Null where no escape is on file: its places are left to be written on. */
  escapedAt: Instant | null
  fromWhere: string | null
  lastSeenAt: Instant | null
  heightCm: number | null
  weightKg: number | null
  /** Marks in words: `hình xăm ở cánh tay phải (rồng)`. */
  marks: readonly string[]
  relatives: readonly { name: string; relation: string; birthYear: string | null; contact: string | null }[]
  sightings: readonly Sighting[]
  /** Article of the decision. */
  ground: string | null
  incidentNumber: string | null
  to: string | null
  clothes: string | null
  direction: string | null
  looks: string | null
  likelyPlaces: string | null
  account: string | null
  remarks: string | null
}

/** The texts of the search decision and of the notice of an escape. */
export function escapePaperFields(data: EscapePaperData): MergeFields {
  const moment = (at: Instant | null) => (at === null ? '…… giờ …… ngày …/…/……' : formatInstant(at))
  const own: Record<keyof typeof OWN_TAGS, string> = {
    [PHOTO_TAG]: 'Dán ảnh',
    kinh_gui: shown(data.to),
    trang_phuc: shown(data.clothes),
    huong_di: shown(data.direction),
    nhan_dang: shown(data.looks),
    noi_co_the_den: shown(data.likelyPlaces),
    dien_bien: shown(data.account, DOT_LINES),
    y_kien_khac: shown(data.remarks, DOT_LINES),
    thoi_gian_bo_tron: moment(data.escapedAt),
    noi_bo_tron: shown(data.fromWhere),
    thay_lan_cuoi: moment(data.lastSeenAt),
    chieu_cao: shownNumber(data.heightCm),
    can_nang: shownNumber(data.weightKg),
    dau_hieu: shown(data.marks.join('; ')),
    can_cu: shown(data.ground),
    so_vu_viec: shown(data.incidentNumber),
  }
  return {
    ...letterheadFields(data.letterhead),
    ...personFields(data.person),
    ...stayFields(data.stay),
    ...own,
    than_nhan: numberedRows(
      data.relatives.map(({ name, relation, birthYear, contact }) => ({
        ten: name,
        quan_he: relation,
        nam_sinh: birthYear,
        noi_o: contact,
      })),
      ['ten', 'quan_he', 'nam_sinh', 'noi_o'],
    ),
    lan_thay: numberedRows(
      data.sightings.map((one) => ({ luc: sightingText(one) })),
      ['luc'],
    ),
  }
}
