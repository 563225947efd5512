import type { ReintegrationAnswers, ReintegrationField } from '../care/plan.ts'
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

/** Texts the desk may fill in or change when the plan for going back is printed. */
export const REINTEGRATION_ASKED = {
  nguoi_lap: 'Người lập kế hoạch',
  nguoi_don: 'Người đón khi ra về',
  ghi_chu: 'Ghi chú',
} as const

const ANSWER_TAGS = {
  noi_ve: 'Nơi cư trú sau khi ra về',
  gia_dinh: 'Gia đình, người đón và giúp đỡ',
  viec_lam_du_kien: 'Học nghề, việc làm dự kiến',
  suc_khoe_tiep_theo: 'Sức khỏe, điều trị tiếp theo',
  nguy_co: 'Nguy cơ tái nghiện và cách phòng',
  can_ho_tro: 'Cần địa phương hỗ trợ',
  nguyen_vong: 'Nguyện vọng của người cai nghiện',
} as const

const FIELD_OF: Record<keyof typeof ANSWER_TAGS, ReintegrationField> = {
  noi_ve: 'residence',
  gia_dinh: 'family',
  viec_lam_du_kien: 'work',
  suc_khoe_tiep_theo: 'health',
  nguy_co: 'risk',
  can_ho_tro: 'support',
  nguyen_vong: 'wishes',
}

export const REINTEGRATION_TAGS = {
  fields: { ...LETTERHEAD_TAGS, ...PERSON_TAGS, ...STAY_TAGS, ...ANSWER_TAGS, ...REINTEGRATION_ASKED },
  lists: {},
} as const satisfies FormTags

export interface ReintegrationPaperData {
  letterhead: LetterheadData
  person: PersonFacts
  stay: StayFacts
  answers: ReintegrationAnswers
  author: string | null
  fetchedBy: string | null
  remarks: string | null
}

/** The texts of the plan for going back to the community (Mẫu 19, D163 Điều 88; Mẫu 21, D116 Điều 26). */
export function reintegrationPaperFields(data: ReintegrationPaperData): MergeFields {
  const own: Record<keyof typeof REINTEGRATION_ASKED, string> = {
    nguoi_lap: shown(data.author),
    nguoi_don: shown(data.fetchedBy),
    ghi_chu: shown(data.remarks, DOT_LINES),
  }
  return {
    ...letterheadFields(data.letterhead),
    ...personFields(data.person),
    ...stayFields(data.stay),
    ...Object.fromEntries(
      Object.entries(FIELD_OF).map(([tag, field]) => [tag, shown(data.answers[field], DOT_LINES)]),
    ),
    ...own,
  }
}
