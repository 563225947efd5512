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
import { OUTING_EDITIONS } from './outing-editions.ts'
import type { DocumentRegister } from './registers.ts'
import { STAY_EDITIONS } from './stay-editions.ts'

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
  'search-sheet',
  'escape-notice',
  'reintegration-plan',
  'return-minutes',
  'council-minutes',
  'discipline-decision',
  'discipline-change',
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
  'search-sheet': 'Phiếu ảnh truy tìm',
  'escape-notice': 'Thông báo bỏ trốn',
  'reintegration-plan': 'Kế hoạch tái hòa nhập',
  'return-minutes': 'Biên bản trả tiền, đồ lưu ký',
  'council-minutes': 'Biên bản họp hội đồng khen thưởng, kỷ luật',
  'discipline-decision': 'Quyết định kỷ luật',
  'discipline-change': 'Quyết định về việc thi hành kỷ luật',
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
  'phieu-anh-truy-tim',
  'd163-thong-bao-bo-tron',
  'd116-thong-bao-bo-tron',
  'd163-19',
  'd116-21',
  'bien-ban-tra-luu-ky',
  'bao-cao-dot-hoat-dong',
  'bien-ban-kiem-quy',
  'bien-ban-hoi-dong',
  'qd-ky-luat',
  'qd-thi-hanh-ky-luat',
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

/** Số mẫu theo ngày làm thủ tục: D163/2026 từ 01/07/2026, D116/2021 trước đó. */
export const FORM_EDITIONS: readonly FormEdition[] = [
  ...STAY_EDITIONS,
  ...OUTING_EDITIONS,
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
