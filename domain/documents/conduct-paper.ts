import {
  CASE_FORM_LABELS,
  CASE_KIND_LABELS,
  VOTE_LABELS,
  type CaseForm,
  type CaseKind,
  type CouncilMember,
} from '../conduct-cases/case-kinds.ts'
import type { CaseState } from '../conduct-cases/case-states.ts'
import { countVotes, measureDays } from '../conduct-cases/judge-case.ts'
import { addDays, formatDay, type Day } from '../time/day.ts'
import { dayOf, formatTime, type Instant } from '../time/instant.ts'
import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import { DOT_LINES, numberedRows, shown, shownDay, type FormTags, type MergeFields } from './merge-fields.ts'
import {
  PERSON_TAGS,
  personFields,
  STAY_TAGS,
  stayFields,
  type PersonFacts,
  type StayFacts,
} from './person-facts.ts'

/** Texts the desk may fill in or change when a paper of discipline or reward is made. */
export const CONDUCT_ASKED = {
  noi_dung: 'Hành vi vi phạm hoặc thành tích',
  tu_ngay: 'Thi hành từ ngày',
  den_ngay: 'Đến hết ngày',
  dia_diem_hop: 'Nơi họp',
  chu_tri: 'Chủ trì',
  thu_ky: 'Thư ký',
  dien_bien: 'Diễn biến, kết luận',
  y_kien_khac: 'Ý kiến khác',
  thay_doi: 'Quyết định gì về việc thi hành',
  ly_do: 'Lý do',
} as const

/** Papers of discipline and reward. */
export const CONDUCT_PAPERS = [
  'council-minutes',
  'discipline-decision',
  'discipline-change',
  'reward-decision',
] as const
export type ConductForm = (typeof CONDUCT_PAPERS)[number]

function only(tags: readonly (keyof typeof CONDUCT_ASKED)[]): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map((tag) => [tag, CONDUCT_ASKED[tag]]))
}

/** What each of them asks for. */
export const CONDUCT_FORMS_ASKED: Record<ConductForm, Readonly<Record<string, string>>> = {
  'council-minutes': only([
    'noi_dung',
    'dia_diem_hop',
    'chu_tri',
    'thu_ky',
    'dien_bien',
    'tu_ngay',
    'den_ngay',
    'y_kien_khac',
  ]),
  'discipline-decision': only(['noi_dung', 'tu_ngay', 'den_ngay']),
  'discipline-change': only(['thay_doi', 'ly_do']),
  'reward-decision': only(['noi_dung']),
}

const OTHER_TAGS = {
  loai_vu: 'Kỷ luật hoặc khen thưởng',
  hinh_thuc: 'Hình thức',
  can_cu: 'Căn cứ điều luật của ngày ban hành',
  ngay_xay_ra: 'Ngày xảy ra',
  gio_hop: 'Giờ, ngày họp',
  so_dong_y: 'Số người đồng ý',
  so_khong_dong_y: 'Số người không đồng ý',
  so_khong_bieu_quyet: 'Số người không biểu quyết',
  thoi_han_thi_hanh: 'Thời gian thi hành',
  bien_ban_hop: 'Căn cứ biên bản họp hội đồng',
  quyet_dinh_ky_luat: 'Số, ngày của quyết định kỷ luật',
} as const

const OWN_TAGS = { ...CONDUCT_ASKED, ...OTHER_TAGS }

export const CONDUCT_PAPER_TAGS = {
  fields: { ...LETTERHEAD_TAGS, ...PERSON_TAGS, ...STAY_TAGS, ...OWN_TAGS },
  lists: {
    thanh_vien: {
      label: 'Thành viên hội đồng',
      columns: { stt: 'STT', ten: 'Họ và tên', chuc_vu: 'Chức vụ', bieu_quyet: 'Biểu quyết' },
    },
  },
} as const satisfies FormTags

/** What papers of a case of conduct say (D163 Điều 125, D116 Điều 71). */
export interface ConductPaperData {
  letterhead: LetterheadData
  person: PersonFacts
  stay: StayFacts
  kind: CaseKind
  form: CaseForm | null
  /** The article of the form on the day of the paper, written out. */
  article: string | null
  occurredOn: Day | null
  councilAt: Instant | null
  members: readonly CouncilMember[]
  fromOn: Day | null
  /** Last day of the measure; null for one without days. */
  toOn: Day | null
  /** Number and day of the decision; null while there is none. */
  decision: { number: string; on: Day } | null
  asked: Readonly<Record<keyof typeof CONDUCT_ASKED, string | null>>
}

/** The days a decision would name: as decided, or `days` from `on`. */
export function plannedDays(
  asked: { fromOn: Day | null; toOn: Day | null; days: number | null },
  on: Day,
): { fromOn: Day; toOn: Day | null } {
  const fromOn = asked.fromOn ?? on
  return { fromOn, toOn: asked.toOn ?? (asked.days === null ? null : addDays(fromOn, asked.days - 1)) }
}

/** How a measure stands, as far as a decision on carrying it out is about it. */
export interface MeasureStanding {
  state: CaseState
  number: string | null
  /** The later end decided already; null while it is not. */
  longerTo: Day | null
  endedOn: Day | null
}

/** What a decision on carrying out would say: revoked and ended early as they are, else that it lasts longer. */
export function changeWords({ state, number, longerTo, endedOn }: MeasureStanding): string {
  const which = `Quyết định số ${number ?? '………'}`
  if (state === 'revoked') return `Hủy ${which}`
  if (state === 'lifted')
    return `Chấm dứt việc thi hành ${which} trước thời hạn, kể từ ngày ${shownDay(endedOn)}`
  return `Kéo dài thời gian thi hành ${which} đến hết ngày ${shownDay(longerTo)}`
}

function meeting(at: Instant | null): string {
  if (at === null) return '…… giờ …… ngày …/…/……'
  return `${formatTime(at).replace(':', ' giờ ')} phút ngày ${formatDay(dayOf(at))}`
}

/** The texts of a paper of discipline or reward. */
export function conductPaperFields(data: ConductPaperData): MergeFields {
  const { asked, fromOn, toOn, councilAt, members } = data
  const votes = countVotes(members)
  const two = (count: number) => (members.length === 0 ? '……' : String(count).padStart(2, '0'))
  const span =
    fromOn === null || data.kind === 'reward'
      ? 'kể từ ngày ký'
      : toOn === null
        ? `từ ngày ${formatDay(fromOn)}`
        : `${measureDays(fromOn, toOn)} ngày, từ ngày ${shown(asked.tu_ngay)} đến hết ngày ${shown(asked.den_ngay)}`
  const own: Record<keyof typeof OWN_TAGS, string> = {
    noi_dung: shown(asked.noi_dung, DOT_LINES),
    tu_ngay: shown(asked.tu_ngay),
    den_ngay: shown(asked.den_ngay),
    dia_diem_hop: shown(asked.dia_diem_hop),
    chu_tri: shown(asked.chu_tri),
    thu_ky: shown(asked.thu_ky),
    dien_bien: shown(asked.dien_bien, DOT_LINES),
    y_kien_khac: shown(asked.y_kien_khac, DOT_LINES),
    thay_doi: shown(asked.thay_doi),
    ly_do: shown(asked.ly_do),
    quyet_dinh_ky_luat:
      data.decision === null
        ? '……………… ngày …/…/……'
        : `${data.decision.number} ngày ${formatDay(data.decision.on)}`,
    loai_vu: CASE_KIND_LABELS[data.kind].toLocaleLowerCase('vi'),
    hinh_thuc: shown(data.form && CASE_FORM_LABELS[data.form].toLocaleLowerCase('vi')),
    can_cu: shown(data.article),
    ngay_xay_ra: shownDay(data.occurredOn),
    gio_hop: meeting(councilAt),
    so_dong_y: two(votes.for),
    so_khong_dong_y: two(votes.against),
    so_khong_bieu_quyet: two(votes.abstain),
    thoi_han_thi_hanh: span,
    bien_ban_hop:
      councilAt === null
        ? 'Xét đề nghị của tổ quản lý học viên;'
        : `Căn cứ biên bản họp hội đồng khen thưởng, kỷ luật ngày ${formatDay(dayOf(councilAt))};`,
  }
  return {
    ...letterheadFields(data.letterhead),
    ...personFields(data.person),
    ...stayFields(data.stay),
    ...own,
    thanh_vien: numberedRows(
      members.map(({ name, title, vote }) => ({
        ten: name,
        chuc_vu: title,
        bieu_quyet: vote === null ? '' : VOTE_LABELS[vote],
      })),
      ['ten', 'chuc_vu', 'bieu_quyet'],
    ),
  }
}
