import {
  DEATH_PROOF_LABELS,
  MOURNED_RELATION_LABELS,
  OUTING_KIND_LABELS,
  type DeathProof,
  type MournedRelation,
  type OutingKind,
} from '../goings-out/outing-kinds.ts'
import { formatDay } from '../time/day.ts'
import { dayOf, formatTime, type Instant } from '../time/instant.ts'
import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import { DOT_LINES, shown, type FormTags, type MergeFields } from './merge-fields.ts'
import {
  PERSON_TAGS,
  personFields,
  STAY_TAGS,
  stayFields,
  type PersonFacts,
  type StayFacts,
} from './person-facts.ts'

/** Texts the desk may fill in or change when a paper of an outing is made. */
export const OUTING_ASKED = {
  nguoi_lam_don: 'Người làm đơn',
  noi_den: 'Nơi đến',
  ly_do: 'Lý do',
  nguoi_di_cung: 'Người đi cùng, áp giải',
  ben_nhan_ho_ten: 'Bên nhận: họ tên',
  ben_nhan_chuc_vu: 'Bên nhận: chức vụ hoặc quan hệ',
  ben_giao_ho_ten: 'Bên giao: họ tên',
  y_kien_khac: 'Ý kiến khác',
} as const

const OTHER_TAGS = {
  loai_ra_ngoai: 'Loại ra ngoài',
  nguoi_chet: 'Họ tên người chết',
  quan_he: 'Người chết là ai của học viên',
  giay_to_kem: 'Giấy tờ kèm đơn',
  co_quan_yeu_cau: 'Cơ quan yêu cầu',
  so_van_ban_yeu_cau: 'Số, ngày văn bản yêu cầu',
  di_luc: 'Đi lúc',
  ve_luc: 'Hẹn về lúc',
  ngay_di_duong: 'Ngày đi đường',
} as const

const OWN_TAGS = { ...OUTING_ASKED, ...OTHER_TAGS }

export const OUTING_PAPER_TAGS = {
  fields: { ...LETTERHEAD_TAGS, ...PERSON_TAGS, ...STAY_TAGS, ...OWN_TAGS },
  lists: {},
} as const satisfies FormTags

/** What papers of going out say, whatever the form (D163 Điều 110, 111, 121; D116 Điều 58, 59, 70). */
export interface OutingPaperData {
  letterhead: LetterheadData
  person: PersonFacts
  stay: StayFacts
  kind: OutingKind | null
  deceased: string | null
  relation: MournedRelation | null
  proof: DeathProof | null
  requestBody: string | null
  requestNumber: string | null
  leaveAt: Instant | null
  returnAt: Instant | null
  travelDays: number | null
  applicant: string | null
  destination: string | null
  reason: string | null
  escort: string | null
  receiver: string | null
  receiverTitle: string | null
  handingOver: string | null
  remarks: string | null
}

function moment(at: Instant | null): string {
  if (at === null) return '…… giờ …… ngày …/…/……'
  return `${formatTime(at).replace(':', ' giờ ')} phút ngày ${formatDay(dayOf(at))}`
}

/** The texts of a paper of going out. */
export function outingPaperFields(data: OutingPaperData): MergeFields {
  const own: Record<keyof typeof OWN_TAGS, string> = {
    nguoi_lam_don: shown(data.applicant),
    noi_den: shown(data.destination),
    ly_do: shown(data.reason, DOT_LINES),
    nguoi_di_cung: shown(data.escort),
    ben_nhan_ho_ten: shown(data.receiver),
    ben_nhan_chuc_vu: shown(data.receiverTitle),
    ben_giao_ho_ten: shown(data.handingOver),
    y_kien_khac: shown(data.remarks, DOT_LINES),
    loai_ra_ngoai: shown(data.kind && OUTING_KIND_LABELS[data.kind].toLocaleLowerCase('vi')),
    nguoi_chet: shown(data.deceased),
    quan_he: shown(data.relation && MOURNED_RELATION_LABELS[data.relation].toLocaleLowerCase('vi')),
    giay_to_kem: shown(data.proof && DEATH_PROOF_LABELS[data.proof]),
    co_quan_yeu_cau: shown(data.requestBody),
    so_van_ban_yeu_cau: shown(data.requestNumber),
    di_luc: moment(data.leaveAt),
    ve_luc: moment(data.returnAt),
    ngay_di_duong: data.travelDays === null ? '……' : String(data.travelDays).padStart(2, '0'),
  }
  return {
    ...letterheadFields(data.letterhead),
    ...personFields(data.person),
    ...stayFields(data.stay),
    ...own,
  }
}
