import type { Problem } from '../errors.ts'
import { procedureRegime } from '../law/regime.ts'
import type { TermRegime, Track } from '../stay/track.ts'
import type { Day } from '../time/day.ts'
import { CONDUCT_EDITIONS } from './conduct-editions.ts'
import { ESCAPE_EDITIONS } from './escape-editions.ts'
import { EXIT_AND_HOUSE_EDITIONS } from './exit-and-house-editions.ts'
import {
  INCIDENT_EDITION_IDS,
  INCIDENT_EDITIONS,
  INCIDENT_FORM_LABELS,
  INCIDENT_FORMS,
} from './incident-editions.ts'
import type { DocumentRegister } from './registers.ts'

/** Documents the centre makes of a stay. */
export const STAY_FORMS = [
  'hand-over',
  'information-sheet',
  'rehab-plan',
  'deposit-receipt',
  'leave-application',
  'leave-decision',
  'leave-hand-over',
  'out-order',
  'out-hand-over',
  'suspension-proposal',
  'search-decision',
  'escape-notice',
  'reintegration-plan',
  'return-minutes',
  'council-minutes',
  'discipline-decision',
  'reward-decision',
] as const
export type StayForm = (typeof STAY_FORMS)[number]

/** Documents about the work of the house: of no stay. */
export const HOUSE_FORMS = ['campaign-report', 'cash-check'] as const
export type HouseForm = (typeof HOUSE_FORMS)[number]

/** Every document the centre makes. */
export const DOCUMENT_FORMS = [...STAY_FORMS, ...HOUSE_FORMS, ...INCIDENT_FORMS] as const
export type DocumentForm = (typeof DOCUMENT_FORMS)[number]

export const DOCUMENT_FORM_LABELS: Record<DocumentForm, string> = {
  'hand-over': 'Biên bản giao nhận',
  'information-sheet': 'Phiếu thu thập thông tin',
  'rehab-plan': 'Kế hoạch cai nghiện',
  'deposit-receipt': 'Biên nhận lưu ký',
  'leave-application': 'Đơn xin về chịu tang',
  'leave-decision': 'Quyết định cho về chịu tang',
  'leave-hand-over': 'Biên bản giao nhận chịu tang',
  'out-order': 'Quyết định tạm đưa ra khỏi cơ sở',
  'out-hand-over': 'Biên bản giao nhận trích xuất',
  'suspension-proposal': 'Đề nghị tạm đình chỉ',
  'search-decision': 'Quyết định truy tìm',
  'escape-notice': 'Thông báo bỏ trốn',
  'reintegration-plan': 'Kế hoạch tái hòa nhập',
  'return-minutes': 'Biên bản trả tiền, đồ lưu ký',
  'council-minutes': 'Biên bản họp hội đồng khen thưởng, kỷ luật',
  'discipline-decision': 'Quyết định kỷ luật',
  'reward-decision': 'Quyết định khen thưởng',
  'campaign-report': 'Báo cáo kết quả đợt hoạt động',
  'cash-check': 'Biên bản kiểm quỹ lưu ký',
  ...INCIDENT_FORM_LABELS,
}

/** Each wording of a form that ever held, named after its number; the name of its template too. */
export const EDITION_IDS = [
  'd163-42',
  'd163-31-tu-nguyen',
  'd163-31-lap-ho-so',
  'd116-40',
  'd116-37',
  'd163-17',
  'd116-19',
  'd163-18',
  'd116-20',
  'bien-nhan-luu-ky',
  'd163-48',
  'd116-48',
  'd163-49',
  'd116-49',
  'd163-23-chiu-tang',
  'd116-chiu-tang',
  'd163-47',
  'd116-45',
  'd163-42-trich-xuat',
  'd116-trich-xuat',
  'd163-46',
  'd116-43',
  'd163-43',
  'd116-truy-tim',
  'd163-thong-bao-bo-tron',
  'd116-thong-bao-bo-tron',
  'd163-19',
  'd116-21',
  'bien-ban-tra-luu-ky',
  'bao-cao-dot-hoat-dong',
  'bien-ban-kiem-quy',
  'bien-ban-hoi-dong',
  'qd-ky-luat',
  'qd-khen-thuong',
  ...INCIDENT_EDITION_IDS,
] as const
export type EditionId = (typeof EDITION_IDS)[number]

/** One wording of a form: where and while it holds, how it is numbered and who receives it. */
export interface FormEdition {
  id: EditionId
  form: DocumentForm
  /** Under which law's procedure it holds; null: under any. */
  regime: TermRegime | null
  tracks: readonly Track[]
  /** "Mẫu số 42"; null for a form of the house. */
  number: string | null
  title: string
  issuedWith: string | null
  source: string
  register: DocumentRegister
  /** Nơi nhận, before "Lưu: hồ sơ". */
  copies: readonly string[]
}

const D163 = 'Kèm theo Nghị định số 163/2026/NĐ-CP'
const D116 = 'Kèm theo Nghị định số 116/2021/NĐ-CP'
const EVERY_TRACK: readonly Track[] = ['compulsory', 'voluntary', 'held']

/** Số mẫu theo ngày làm thủ tục: D163/2026 từ 01/07/2026, D116/2021 trước đó. */
export const FORM_EDITIONS: readonly FormEdition[] = [
  {
    id: 'd163-42',
    form: 'hand-over',
    regime: 'R120',
    tracks: ['compulsory'],
    number: 'Mẫu số 42',
    title: 'Biên bản giao nhận người vào cơ sở cai nghiện ma túy công lập',
    issuedWith: D163,
    source: 'D163 Điều 108.1',
    register: 'minutes',
    copies: ['Bên giao (01 bản)', 'Bên nhận (01 bản)'],
  },
  {
    id: 'd163-31-tu-nguyen',
    form: 'hand-over',
    regime: 'R120',
    tracks: ['voluntary'],
    number: 'Mẫu số 31',
    title: 'Biên bản giao nhận hồ sơ, người cai nghiện ma túy tự nguyện',
    issuedWith: D163,
    source: 'D163 Điều 96',
    register: 'minutes',
    copies: ['Bên giao (01 bản)', 'Bên nhận (01 bản)'],
  },
  {
    id: 'd163-31-lap-ho-so',
    form: 'hand-over',
    regime: 'R120',
    tracks: ['held'],
    number: 'Mẫu số 31',
    title: 'Biên bản giao nhận hồ sơ, người được giao quản lý trong thời gian lập hồ sơ',
    issuedWith: D163,
    source: 'D163 Điều 98, 99',
    register: 'minutes',
    copies: ['Bên giao (01 bản)', 'Bên nhận (01 bản)'],
  },
  {
    id: 'd116-40',
    form: 'hand-over',
    regime: 'R73',
    tracks: ['compulsory'],
    number: 'Mẫu số 40',
    title: 'Biên bản giao nhận người vào cơ sở cai nghiện bắt buộc',
    issuedWith: D116,
    source: 'D116 Điều 55.2',
    register: 'minutes',
    copies: ['Bên giao (01 bản)', 'Bên nhận (01 bản)'],
  },
  {
    id: 'd116-37',
    form: 'hand-over',
    regime: 'R73',
    tracks: ['held'],
    number: 'Mẫu số 37',
    title: 'Biên bản giao nhận người được quản lý trong thời gian lập hồ sơ',
    issuedWith: D116,
    source: 'D116 Điều 46, 47',
    register: 'minutes',
    copies: ['Ủy ban nhân dân cấp xã', 'Cơ quan lập hồ sơ', 'Bên nhận (01 bản)'],
  },
  {
    id: 'd163-17',
    form: 'information-sheet',
    regime: 'R120',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 17',
    title: 'Phiếu thu thập thông tin người cai nghiện',
    issuedWith: D163,
    source: 'D163 Điều 84.2',
    register: 'sheets',
    copies: [],
  },
  {
    id: 'd116-19',
    form: 'information-sheet',
    regime: 'R73',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 19',
    title: 'Phiếu thu thập thông tin người cai nghiện',
    issuedWith: D116,
    source: 'D116 Điều 22',
    register: 'sheets',
    copies: [],
  },
  {
    id: 'd163-18',
    form: 'rehab-plan',
    regime: 'R120',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 18',
    title: 'Kế hoạch cai nghiện',
    issuedWith: D163,
    source: 'D163 Điều 84.4',
    register: 'plans',
    copies: ['Người cai nghiện', 'Tổ y tế; tổ quản lý học viên và giáo dục, dạy nghề'],
  },
  {
    id: 'd116-20',
    form: 'rehab-plan',
    regime: 'R73',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 20',
    title: 'Kế hoạch cai nghiện',
    issuedWith: D116,
    source: 'D116 Điều 22',
    register: 'plans',
    copies: ['Người cai nghiện', 'Bộ phận y tế; bộ phận quản lý học viên'],
  },
  {
    id: 'bien-nhan-luu-ky',
    form: 'deposit-receipt',
    regime: null,
    tracks: EVERY_TRACK,
    number: null,
    title: 'Biên nhận tiền, tài sản gửi lưu ký',
    issuedWith: null,
    source: 'D163 Điều 97.3, 120.3, 123.3; D116 Điều 69.3',
    register: 'receipts',
    copies: ['Người gửi (01 bản)', 'Tổ quản lý học viên (01 bản)'],
  },
  {
    id: 'd163-48',
    form: 'leave-application',
    regime: 'R120',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 48',
    title: 'Đơn xin về chịu tang',
    issuedWith: D163,
    source: 'D163 Điều 121.2a',
    register: 'applications',
    copies: [],
  },
  {
    id: 'd116-48',
    form: 'leave-application',
    regime: 'R73',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 48',
    title: 'Đơn xin về chịu tang',
    issuedWith: D116,
    source: 'D116 Điều 70.2a',
    register: 'applications',
    copies: [],
  },
  {
    id: 'd163-49',
    form: 'leave-decision',
    regime: 'R120',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 49',
    title: 'Quyết định về việc cho người cai nghiện về chịu tang',
    issuedWith: D163,
    source: 'D163 Điều 121.2b',
    register: 'decisions',
    copies: ['Gia đình', 'Ủy ban nhân dân cấp xã'],
  },
  {
    id: 'd116-49',
    form: 'leave-decision',
    regime: 'R73',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 49',
    title: 'Quyết định về việc cho người cai nghiện về chịu tang',
    issuedWith: D116,
    source: 'D116 Điều 70.2b',
    register: 'decisions',
    copies: ['Gia đình', 'Ủy ban nhân dân cấp xã'],
  },
  {
    id: 'd163-23-chiu-tang',
    form: 'leave-hand-over',
    regime: 'R120',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 23',
    title: 'Biên bản giao nhận người về chịu tang',
    issuedWith: D163,
    source: 'D163 Điều 121.3',
    register: 'minutes',
    copies: ['Gia đình (01 bản)'],
  },
  {
    id: 'd116-chiu-tang',
    form: 'leave-hand-over',
    regime: 'R73',
    tracks: EVERY_TRACK,
    number: null,
    title: 'Biên bản giao nhận người về chịu tang',
    issuedWith: null,
    source: 'D116 Điều 70.3',
    register: 'minutes',
    copies: ['Gia đình (01 bản)'],
  },
  {
    id: 'd163-47',
    form: 'out-order',
    regime: 'R120',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 47',
    title: 'Quyết định tạm thời đưa người ra khỏi cơ sở cai nghiện',
    issuedWith: D163,
    source: 'D163 Điều 111',
    register: 'decisions',
    copies: ['Cơ quan yêu cầu', 'Giám đốc Công an tỉnh', 'Cục C10'],
  },
  {
    id: 'd116-45',
    form: 'out-order',
    regime: 'R73',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 45',
    title: 'Quyết định tạm thời đưa người ra khỏi cơ sở cai nghiện',
    issuedWith: D116,
    source: 'D116 Điều 59',
    register: 'decisions',
    copies: ['Cơ quan yêu cầu'],
  },
  {
    id: 'd163-42-trich-xuat',
    form: 'out-hand-over',
    regime: 'R120',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 42',
    title: 'Biên bản giao nhận người tạm thời đưa ra khỏi cơ sở',
    issuedWith: D163,
    source: 'D163 Điều 111',
    register: 'minutes',
    copies: ['Bên giao (01 bản)', 'Bên nhận (01 bản)'],
  },
  {
    id: 'd116-trich-xuat',
    form: 'out-hand-over',
    regime: 'R73',
    tracks: EVERY_TRACK,
    number: null,
    title: 'Biên bản giao nhận người tạm thời đưa ra khỏi cơ sở',
    issuedWith: null,
    source: 'D116 Điều 59',
    register: 'minutes',
    copies: ['Bên giao (01 bản)', 'Bên nhận (01 bản)'],
  },
  {
    id: 'd163-46',
    form: 'suspension-proposal',
    regime: 'R120',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 46',
    title: 'Đề nghị tạm đình chỉ thi hành quyết định',
    issuedWith: D163,
    source: 'D163 Điều 110.2, 110.4',
    register: 'proposals',
    copies: ['Tòa án nhân dân khu vực hoặc Giám đốc Công an tỉnh'],
  },
  {
    id: 'd116-43',
    form: 'suspension-proposal',
    regime: 'R73',
    tracks: EVERY_TRACK,
    number: 'Mẫu số 43',
    title: 'Đề nghị tạm đình chỉ thi hành quyết định',
    issuedWith: D116,
    source: 'D116 Điều 58',
    register: 'proposals',
    copies: ['Tòa án nhân dân cấp huyện'],
  },
  ...ESCAPE_EDITIONS,
  ...EXIT_AND_HOUSE_EDITIONS,
  ...CONDUCT_EDITIONS,
  ...INCIDENT_EDITIONS,
]

const NO_HAND_OVER =
  'Trước 01/07/2026 việc nhận người cai nghiện tự nguyện không có mẫu biên bản giao nhận; ' +
  'dùng hợp đồng dịch vụ (Mẫu số 28, Nghị định 116/2021/NĐ-CP).'
const NO_SEARCH =
  'Trước 01/07/2026 cơ sở chỉ ra quyết định truy tìm người cai nghiện bắt buộc (INC-02, Nghị định 116/2021/NĐ-CP ' +
  'Điều 56.2); người tự nguyện, người được giao quản lý thì lập thông báo bỏ trốn (INC-03, INC-07).'

/**
 * The wording of a form for what is done on a day, or why there is none. Which law's number it bears follows the
 * day of the act, whatever law fixed the term: Mẫu 40 on 30/06/2026, Mẫu 42 on 01/07/2026 (D163 Điều 150).
 */
export function editionOn(form: DocumentForm, track: Track, on: Day): FormEdition | Problem {
  const regime = procedureRegime(on)
  const found = FORM_EDITIONS.find(
    (edition) =>
      edition.form === form &&
      (edition.regime === null || edition.regime === regime) &&
      edition.tracks.includes(track),
  )
  return (
    found ?? {
      code: 'no_form',
      message: form === 'search-decision' ? NO_SEARCH : NO_HAND_OVER,
      field: 'form',
    }
  )
}

/** The edition of an id. */
export function editionOf(id: EditionId): FormEdition {
  const found = FORM_EDITIONS.find((edition) => edition.id === id)
  if (!found) throw new RangeError(`no such edition: ${id}`)
  return found
}
