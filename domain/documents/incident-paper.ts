import { formatDay } from '../time/day.ts'
import { dayOf, formatInstant, formatTime, type Instant } from '../time/instant.ts'
import { FORMS_OF_ONE, type IncidentForm } from './incident-editions.ts'
import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import {
  DOT_LINES,
  DOTS,
  formatNumber,
  numberedRows,
  shown,
  shownNumber,
  type FormTags,
  type MergeFields,
} from './merge-fields.ts'
import {
  clock,
  PERSON_TAGS,
  personFields,
  STAY_TAGS,
  stayFields,
  type PersonFacts,
  type StayFacts,
} from './person-facts.ts'

/** Texts the desk may fill in on papers of an incident. */
const TYPED = {
  kinh_gui: 'Kính gửi',
  noi_lap: 'Nơi lập',
  nguoi_lap: 'Người lập, người ghi',
  nguoi_chung_kien: 'Người chứng kiến',
  nguoi_chung_kien_2: 'Người chứng kiến thứ hai',
  nguoi_co_vat: 'Người có đồ vật',
  ben_giao_ho_ten: 'Bên giao: họ tên',
  ben_giao_chuc_vu: 'Bên giao: chức vụ',
  ben_nhan_ho_ten: 'Bên nhận: họ tên',
  ben_nhan_chuc_vu: 'Bên nhận: chức vụ',
  ben_nhan_don_vi: 'Bên nhận: đơn vị',
  ly_do: 'Lý do bàn giao',
  bien_phap: 'Biện pháp đã làm, xử lý',
  kien_nghi: 'Đề nghị',
  don_vi_thi_hanh: 'Nơi thi hành',
  noi_chet: 'Nơi chết',
  nguyen_nhan: 'Nguyên nhân chết',
  noi_mai_tang: 'Nơi mai táng',
  y_kien_khac: 'Ý kiến khác',
} as const
type TypedTag = keyof typeof TYPED

function typed(...tags: readonly TypedTag[]): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map((tag) => [tag, TYPED[tag]]))
}

/** What the desk may type for each paper of an incident. */
export const INCIDENT_ASKED: Record<IncidentForm, Readonly<Record<string, string>>> = {
  'incident-minutes': typed('noi_lap', 'nguoi_lap', 'nguoi_chung_kien', 'bien_phap', 'y_kien_khac'),
  'injury-minutes': typed('noi_lap', 'nguoi_lap', 'nguoi_chung_kien', 'y_kien_khac'),
  'seizure-minutes': typed('noi_lap', 'nguoi_lap', 'nguoi_co_vat', 'nguoi_chung_kien', 'y_kien_khac'),
  'exhibit-hand-over': typed(
    'noi_lap',
    'ben_giao_ho_ten',
    'ben_giao_chuc_vu',
    'ben_nhan_ho_ten',
    'ben_nhan_chuc_vu',
    'ben_nhan_don_vi',
    'ly_do',
    'y_kien_khac',
  ),
  'incident-statement': typed('noi_lap', 'nguoi_lap'),
  'incident-account': typed('kinh_gui'),
  'incident-decision': typed('bien_phap', 'don_vi_thi_hanh'),
  'incident-report': typed('kinh_gui', 'bien_phap', 'kien_nghi'),
  'death-notice': typed('kinh_gui', 'noi_chet', 'nguyen_nhan', 'kien_nghi'),
  'family-absent-minutes': typed(
    'noi_lap',
    'nguoi_lap',
    'nguoi_chung_kien',
    'nguoi_chung_kien_2',
    'noi_mai_tang',
    'y_kien_khac',
  ),
}

const RECORDED = {
  so_vu_viec: 'Số vụ việc',
  loai_vu_viec: 'Loại vụ việc',
  xay_ra_luc: 'Giờ, ngày xảy ra',
  ngay_xay_ra: 'Ngày xảy ra',
  noi_xay_ra: 'Nơi xảy ra',
  bao_luc: 'Lúc báo',
  nguoi_bao: 'Người báo',
  noi_dung: 'Báo cáo ban đầu',
  dien_bien: 'Diễn biến và bổ sung đã ký',
  thuong_tich: 'Người bị thương (không có nội dung y tế)',
  ket_luan: 'Kết luận của Trưởng cơ sở',
  ket_luan_luc: 'Lúc kết luận',
  vai_tro: 'Vai trò trong vụ việc',
  loi_khai: 'Lời khai đã ghi',
  can_cu: 'Căn cứ điều luật của ngày xảy ra',
  bao_gia_dinh_luc: 'Lúc báo gia đình',
  so_gio_cho: 'Số giờ chờ gia đình (INC-15)',
} as const

const OWN_TAGS = { ...TYPED, ...RECORDED }

const LISTS = {
  nguoi: {
    label: 'Những người có liên quan',
    columns: { stt: 'STT', ten: 'Họ và tên', vai_tro: 'Vai trò', noi_o: 'Khu, giường', xu_ly: 'Xử lý' },
  },
  vat: {
    label: 'Đồ vật thu giữ',
    columns: {
      stt: 'STT',
      ten: 'Tên, đặc điểm',
      so_luong: 'Số lượng, đơn vị',
      thay_o: 'Thấy lúc, ở đâu, của ai',
      niem_phong: 'Số niêm phong',
      nguoi_giu: 'Người giữ',
    },
  },
  chuoi: {
    label: 'Chuỗi giao nhận',
    columns: {
      stt: 'STT',
      vat: 'Vật',
      luc: 'Lúc, việc',
      giao: 'Người giao',
      nhan: 'Người nhận',
      niem_phong: 'Số niêm phong',
    },
  },
  thuong: {
    label: 'Thương tích đã khám',
    columns: {
      stt: 'STT',
      ten: 'Họ và tên',
      luc: 'Khám lúc, ai khám',
      ket_qua: 'Tình trạng',
      xu_tri: 'Xử trí',
    },
  },
} as const

/** Papers about the incident as a whole. */
const WHOLE_TAGS: FormTags = { fields: { ...LETTERHEAD_TAGS, ...OWN_TAGS }, lists: LISTS }
/** Papers about one person of it. */
const ONE_TAGS: FormTags = {
  fields: { ...LETTERHEAD_TAGS, ...PERSON_TAGS, ...STAY_TAGS, ...OWN_TAGS },
  lists: LISTS,
}

const OF_ONE: readonly IncidentForm[] = FORMS_OF_ONE

/** What a template of a paper of an incident may hold. */
export function incidentTags(form: IncidentForm): FormTags {
  return OF_ONE.includes(form) ? ONE_TAGS : WHOLE_TAGS
}

export interface IncidentPaperData {
  letterhead: LetterheadData
  number: string | null
  /** Null where whoever makes the paper may not know it. */
  kind: string | null
  occurredAt: Instant
  isApproximate: boolean
  where: string | null
  reportedAt: Instant
  reportedBy: string
  summary: string
  /** The signed account in order; statements are not of it. */
  accounts: readonly { label: string; body: string; by: string; at: Instant }[]
  people: readonly { name: string; role: string; place: string | null; outcome: string | null }[]
  /** That somebody was hurt, in words; what was found is of the medical paper alone. */
  injuries: readonly string[]
  examined: readonly { name: string; at: string; found: string; treatment: string | null }[]
  exhibits: readonly {
    what: string
    quantity: number
    unit: string
    found: string
    seal: string | null
    holder: string
  }[]
  chain: readonly {
    exhibit: string
    what: string
    from: string | null
    to: string
    seal: string | null
  }[]
  decision: string | null
  decidedAt: Instant | null
  /** The article the paper rests on. */
  ground: string | null
  /** Whom a paper about one person names; null for papers about the whole. */
  one: {
    name: string
    role: string
    statement: string | null
    facts: { person: PersonFacts; stay: StayFacts } | null
  } | null
  familyToldAt: Instant | null
  /** After how many hours a family that did not come is no longer waited for (INC-15). */
  familyHours: number | null
  typed: Readonly<Record<string, string | null>>
}

/** `14 giờ 05 phút ngày 22/11/2026`, with a word before it where the moment is a guess. */
function moment(at: Instant | null, isApproximate = false): string {
  if (at === null) return '…… giờ …… phút ngày …/…/……'
  return `${isApproximate ? 'khoảng ' : ''}${clock(formatTime(at))} ngày ${formatDay(dayOf(at))}`
}

/** Somebody without a record here: the name, and dots for what is written in by hand. */
function nameOnly(name: string): Record<string, string> {
  const blank = Object.keys({ ...PERSON_TAGS, ...STAY_TAGS }).map((tag) => [tag, DOTS])
  return {
    ...Object.fromEntries(blank),
    ho_ten: shown(name),
    ho_ten_hoa: shown(name).toLocaleUpperCase('vi'),
  }
}

function personPart(one: IncidentPaperData['one']): Record<string, string> {
  if (one === null) return {}
  if (one.facts === null) return nameOnly(one.name)
  return { ...personFields(one.facts.person), ...stayFields(one.facts.stay) }
}

/** The texts of a paper of an incident. */
export function incidentPaperFields(data: IncidentPaperData): MergeFields {
  const text = (tag: TypedTag, blank?: string) => shown(data.typed[tag], blank)
  const own: Record<keyof typeof OWN_TAGS, string> = {
    kinh_gui: text('kinh_gui'),
    noi_lap: text('noi_lap'),
    nguoi_lap: text('nguoi_lap'),
    nguoi_chung_kien: text('nguoi_chung_kien'),
    nguoi_chung_kien_2: text('nguoi_chung_kien_2'),
    nguoi_co_vat: text('nguoi_co_vat'),
    ben_giao_ho_ten: text('ben_giao_ho_ten'),
    ben_giao_chuc_vu: text('ben_giao_chuc_vu'),
    ben_nhan_ho_ten: text('ben_nhan_ho_ten'),
    ben_nhan_chuc_vu: text('ben_nhan_chuc_vu'),
    ben_nhan_don_vi: text('ben_nhan_don_vi'),
    ly_do: text('ly_do'),
    bien_phap: text('bien_phap', DOT_LINES),
    kien_nghi: text('kien_nghi', DOT_LINES),
    don_vi_thi_hanh: text('don_vi_thi_hanh'),
    noi_chet: text('noi_chet'),
    nguyen_nhan: text('nguyen_nhan'),
    noi_mai_tang: text('noi_mai_tang'),
    y_kien_khac: text('y_kien_khac', DOT_LINES),
    so_vu_viec: shown(data.number),
    loai_vu_viec: shown(data.kind),
    xay_ra_luc: moment(data.occurredAt, data.isApproximate),
    ngay_xay_ra: formatDay(dayOf(data.occurredAt)),
    noi_xay_ra: shown(data.where),
    bao_luc: moment(data.reportedAt),
    nguoi_bao: shown(data.reportedBy),
    noi_dung: shown(data.summary),
    dien_bien: shown(
      data.accounts
        .map(({ label, body, by, at }) => `${label} (${by} ký ${formatInstant(at)}): ${body}`)
        .join('\n'),
      DOT_LINES,
    ),
    thuong_tich: shown(data.injuries.join('\n'), 'Không ghi nhận người bị thương.'),
    ket_luan: shown(data.decision, DOT_LINES),
    ket_luan_luc: moment(data.decidedAt),
    vai_tro: shown(data.one?.role),
    loi_khai: shown(data.one?.statement, Array.from({ length: 9 }, () => DOT_LINES).join('\n')),
    can_cu: shown(data.ground),
    bao_gia_dinh_luc: moment(data.familyToldAt),
    so_gio_cho: shownNumber(data.familyHours),
  }
  return {
    ...letterheadFields(data.letterhead),
    ...personPart(data.one),
    ...own,
    nguoi: numberedRows(
      data.people.map(({ name, role, place, outcome }) => ({
        ten: name,
        vai_tro: role,
        noi_o: place,
        xu_ly: outcome,
      })),
      ['ten', 'vai_tro', 'noi_o', 'xu_ly'],
    ),
    vat: numberedRows(
      data.exhibits.map(({ what, quantity, unit, found, seal, holder }) => ({
        ten: what,
        so_luong: `${formatNumber(quantity)} ${unit}`,
        thay_o: found,
        niem_phong: seal,
        nguoi_giu: holder,
      })),
      ['ten', 'so_luong', 'thay_o', 'niem_phong', 'nguoi_giu'],
    ),
    chuoi: numberedRows(
      data.chain.map(({ exhibit, what, from, to, seal }) => ({
        vat: exhibit,
        luc: what,
        giao: from,
        nhan: to,
        niem_phong: seal,
      })),
      ['vat', 'luc', 'giao', 'nhan', 'niem_phong'],
    ),
    thuong: numberedRows(
      data.examined.map(({ name, at, found, treatment }) => ({
        ten: name,
        luc: at,
        ket_qua: found,
        xu_tri: treatment,
      })),
      ['ten', 'luc', 'ket_qua', 'xu_tri'],
    ),
  }
}
