import type { TermRegime } from '../stay/track.ts'
import type { Day } from '../time/day.ts'
import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import { DOT_LINES, printable, shown, shownDay, type FormTags, type MergeFields } from './merge-fields.ts'
import {
  PERSON_TAGS,
  personFields,
  STAY_TAGS,
  stayFields,
  type PersonFacts,
  type StayFacts,
} from './person-facts.ts'

/** Texts the desk may fill in or change when the plan is made. */
export const REHAB_PLAN_ASKED = {
  muc_tieu: 'Mục tiêu',
  nguoi_lap: 'Người lập kế hoạch',
  ghi_chu: 'Ghi chú',
} as const

export const REHAB_PLAN_TAGS = {
  fields: { ...LETTERHEAD_TAGS, ...PERSON_TAGS, ...STAY_TAGS, ...REHAB_PLAN_ASKED },
  lists: {
    giai_doan: {
      label: 'Các giai đoạn',
      columns: {
        stt: 'Số thứ tự',
        ten: 'Giai đoạn',
        noi_dung: 'Nội dung',
        thoi_gian: 'Thời gian',
        phu_trach: 'Người phụ trách',
        danh_gia: 'Đánh giá',
      },
    },
  },
} as const satisfies FormTags

/** One of the five stages as planned; what is null is written in by hand. */
interface PlannedStage {
  content: string | null
  from: Day | null
  to: Day | null
  staff: string | null
  rating: string | null
}

export interface RehabPlanData {
  letterhead: LetterheadData
  person: PersonFacts
  stay: StayFacts
  goal: string | null
  author: string | null
  remarks: string | null
  /** In the order of the stages; missing ones are printed empty. */
  stages: readonly PlannedStage[]
}

/** The five stages (D163 Điều 84-88; D116 Điều 22-26), each with how long it must last under R120. */
const STAGES: readonly { name: string; length: string }[] = [
  { name: 'Tiếp nhận, phân loại', length: 'không quá 02 ngày' },
  {
    name: 'Điều trị cắt cơn, giải độc, điều trị các rối loạn tâm thần, điều trị các bệnh lý khác',
    length: 'ít nhất 10 ngày',
  },
  { name: 'Giáo dục, tư vấn, phục hồi hành vi, nhân cách', length: 'ít nhất 03 tháng' },
  { name: 'Lao động trị liệu, học nghề', length: 'sau giai đoạn 2 đến hết thời hạn' },
  { name: 'Chuẩn bị tái hòa nhập cộng đồng', length: '30 ngày trước khi hết thời hạn' },
]

/** The texts of a plan. R73 sets no least length of a stage, so none is printed under it. */
export function rehabPlanFields(data: RehabPlanData, regime: TermRegime): MergeFields {
  const own: Record<keyof typeof REHAB_PLAN_ASKED, string> = {
    muc_tieu: shown(data.goal, DOT_LINES),
    nguoi_lap: shown(data.author),
    ghi_chu: shown(data.remarks, DOT_LINES),
  }
  return {
    ...letterheadFields(data.letterhead),
    ...personFields(data.person),
    ...stayFields(data.stay),
    ...own,
    giai_doan: STAGES.map((stage, at) => {
      const planned = data.stages[at]
      const span = `Từ ${shownDay(planned?.from)}\nđến ${shownDay(planned?.to)}`
      return {
        stt: String(at + 1),
        ten: stage.name,
        noi_dung: printable(planned?.content ?? '') || ' ',
        thoi_gian: regime === 'R120' ? `${span}\n(${stage.length})` : span,
        phu_trach: printable(planned?.staff ?? '') || ' ',
        danh_gia: printable(planned?.rating ?? '') || '□ Tốt\n□ Đạt\n□ Không đạt',
      }
    }),
  }
}
