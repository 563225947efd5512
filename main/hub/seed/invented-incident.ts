import type { ExhibitKind, ExhibitRoute, ExhibitSubstance, ExhibitUnit } from '#domain/incidents/exhibit.ts'
import { askedQuestions, type GivenAnswer } from '#domain/incidents/form-path.ts'
import type { IncidentKind } from '#domain/incidents/incident-kinds.ts'
import type { IncidentState } from '#domain/incidents/incident-states.ts'
import type { AnswerNeed, KindForm } from '#domain/incidents/kind-form.ts'
import type { IncidentAction } from '#domain/incidents/transitions.ts'
import type { SeededRandom } from './seeded-random.ts'

/** What an invented incident is about. */
export interface IncidentStory {
  kind: IncidentKind
  /** Hour of the day it happens in. */
  hour: number
  place: string
  summary: string
  account: string
  decision: string
  /** Residents who take part, by role of the form. */
  roles: readonly string[]
  /** Roles that may come off hurt. */
  hurts: readonly string[]
}

type Told = Omit<IncidentStory, 'hour' | 'hurts'> & {
  hours: readonly [number, number]
  hurts?: readonly string[]
}

const STORIES: readonly Told[] = [
  {
    kind: 'fight',
    hours: [17, 20],
    place: 'Sân chung',
    summary: 'Hai học viên xô xát khi xếp hàng lấy cơm.',
    account: 'Hai người tranh chỗ khi lấy cơm, cãi nhau rồi đánh nhau. Cán bộ trực tách ra ngay.',
    decision: 'Nhắc nhở cả hai, chuyển phòng một người.',
    roles: ['attacker', 'victim'],
    hurts: ['victim'],
  },
  {
    kind: 'contraband',
    hours: [8, 16],
    place: 'Phòng nhận quà',
    summary: 'Phát hiện vật cấm giấu trong quà gửi.',
    account:
      'Khi kiểm tra quà thấy gói nhỏ giấu trong hộp bánh. Lập biên bản, niêm phong trước mặt người gửi.',
    decision: 'Tạm giữ vật, chuyển cơ quan Công an; hạn chế nhận quà một tháng.',
    roles: ['meant-for'],
  },
  {
    kind: 'disorder',
    hours: [19, 22],
    place: 'Dãy phòng',
    summary: 'Nhóm học viên la hét, đập cửa sau giờ tắt đèn.',
    account: 'Một nhóm la hét vì mất điện. Cán bộ giải thích, đến 22 giờ trật tự trở lại.',
    decision: 'Phê bình người cầm đầu trước khu.',
    roles: ['leader', 'took-part', 'took-part'],
  },
  {
    kind: 'injury',
    hours: [8, 15],
    place: 'Xưởng mộc',
    summary: 'Học viên bị thương ở tay khi lao động.',
    account: 'Trượt tay khi bào gỗ, bị thương ở tay. Y tế sơ cứu tại chỗ.',
    decision: 'Nhắc lại an toàn lao động, thay tấm chắn.',
    roles: ['injured'],
    hurts: ['injured'],
  },
  {
    kind: 'self-harm',
    hours: [1, 5],
    place: 'Phòng ở',
    summary: 'Học viên nói không muốn sống, bỏ ăn.',
    account: 'Người cùng phòng báo cán bộ trực. Đã bố trí người theo dõi sát và mời tư vấn.',
    decision: 'Theo dõi sát, tư vấn hằng ngày.',
    roles: ['self'],
  },
  {
    kind: 'grievance',
    hours: [9, 16],
    place: 'Phòng tiếp dân',
    summary: 'Gia đình đến cơ sở phản ánh việc xếp loại.',
    account: 'Gia đình không đồng ý kết quả xếp loại tháng, yêu cầu gặp lãnh đạo.',
    decision: 'Đã giải thích, gia đình đồng ý.',
    roles: ['complainant'],
  },
  {
    kind: 'other',
    hours: [7, 18],
    place: 'Kho đồ dùng',
    summary: 'Mất đồ dùng của học viên.',
    account: 'Kiểm tra tủ thấy thiếu đồ. Đã hỏi những người cùng phòng.',
    decision: 'Không xác định được; nhắc khóa tủ.',
    roles: ['involved'],
  },
  {
    kind: 'fire',
    hours: [11, 14],
    place: 'Nhà bếp',
    summary: 'Chập điện ở bếp, có khói.',
    account: 'Ổ cắm chập, bén vào giẻ lau. Dập bằng bình chữa cháy trong hai phút.',
    decision: 'Thay dây điện bếp, kiểm tra cả khu.',
    roles: [],
  },
  {
    kind: 'staff-misconduct',
    hours: [0, 4],
    place: 'Chốt trực',
    summary: 'Cán bộ bỏ vị trí trực ban đêm.',
    account: 'Kiểm tra đột xuất không thấy người trực ở chốt trong 40 phút.',
    decision: 'Kiểm điểm trước đơn vị.',
    roles: [],
  },
]

/** How often each story is told, by the order above: fights and contraband the most. */
const WEIGHTS: readonly number[] = [12, 10, 5, 5, 3, 2, 3, 1, 1]

/** The story of the i-th incident; the first ones go through all kinds, so that a small centre has each. */
export function storyOf(random: SeededRandom, i: number): IncidentStory {
  const told = STORIES[i < STORIES.length ? i : pickIndex(random)] ?? STORIES[0]
  if (told === undefined) throw new TypeError('no story')
  const { hours, ...story } = told
  return { ...story, hour: random.whole(hours[0], hours[1]), hurts: told.hurts ?? [] }
}

function pickIndex(random: SeededRandom): number {
  let left = random.next() * WEIGHTS.reduce((sum, weight) => sum + weight, 0)
  return Math.max(
    0,
    WEIGHTS.findIndex((weight) => (left -= weight) < 0),
  )
}

/** States of those still worked on, the newest first. */
const OPEN_STATES: readonly IncidentState[] = [
  'reported',
  'reported',
  'under-review',
  'needs-more',
  'under-review',
  'on-hold',
  'decided',
  'reopened',
]
/** How many of the newest are still worked on. */
export const OPEN_INCIDENTS = OPEN_STATES.length

/** The newest are still worked on, in every state; older ones are closed but for a duplicate and a mistake here and there. */
export function stateOf(i: number, count: number): IncidentState {
  const recent = OPEN_STATES[count - 1 - i]
  if (recent !== undefined) return recent
  if (i % 17 === 9) return 'duplicate'
  return i % 19 === 11 ? 'not-incident' : 'closed'
}

interface InventedStep {
  action: IncidentAction
  from: IncidentState
  to: IncidentState
  by: 'reporter' | 'manager' | 'head'
  comment: string | null
}

function step(
  action: IncidentAction,
  from: IncidentState,
  to: IncidentState,
  by: InventedStep['by'],
  comment: string | null = null,
): InventedStep {
  return { action, from, to, by, comment }
}

const SUBMIT = step('submit', 'draft', 'reported', 'reporter')
const TAKE_UP = step('take-up', 'reported', 'under-review', 'manager')
const DECIDE = step('decide', 'under-review', 'decided', 'head', 'Đồng ý với đề xuất.')
const NOTHING = step('mark-not-incident', 'reported', 'not-incident', 'manager', 'Báo nhầm.')

const STEPS: Record<IncidentState, readonly InventedStep[]> = {
  draft: [],
  reported: [SUBMIT],
  'under-review': [SUBMIT, TAKE_UP],
  'needs-more': [
    SUBMIT,
    TAKE_UP,
    step('return', 'under-review', 'needs-more', 'manager', 'Ghi rõ giờ và người làm chứng.'),
  ],
  'on-hold': [SUBMIT, TAKE_UP, step('hold', 'under-review', 'on-hold', 'manager', 'Chờ kết quả giám định.')],
  decided: [SUBMIT, TAKE_UP, DECIDE],
  closed: [SUBMIT, TAKE_UP, DECIDE, step('close', 'decided', 'closed', 'manager')],
  duplicate: [SUBMIT, step('mark-duplicate', 'reported', 'duplicate', 'manager')],
  'not-incident': [SUBMIT, NOTHING],
  reopened: [
    SUBMIT,
    NOTHING,
    step('reopen', 'not-incident', 'reopened', 'manager', 'Có thêm người làm chứng.'),
  ],
}

/** The steps that lead to a state. */
export function stepsTo(state: IncidentState): readonly InventedStep[] {
  return STEPS[state]
}

const DETAILS: Record<AnswerNeed, string> = {
  comment: 'Theo lời kể của người chứng kiến',
  day: '2026-01-15',
  time: '21:30',
  count: '3',
}

/** Answers to the form of a kind, all the way through. */
export function answersTo(form: KindForm, random: SeededRandom): GivenAnswer[] {
  const given: GivenAnswer[] = []
  for (;;) {
    const open = askedQuestions(form, given).find((one) => one.given === null)?.question
    const answer = open?.answers[random.whole(0, open.answers.length - 1)]
    if (open === undefined || answer === undefined) return given
    const detail = answer.needs === undefined ? null : DETAILS[answer.needs]
    given.push({ question: open.id, answer: answer.id, detail })
  }
}

interface InventedExhibit {
  kind: ExhibitKind
  substance: ExhibitSubstance | null
  route: ExhibitRoute
  description: string
  quantity: number
  unit: ExhibitUnit
}

const ROUTES = ['parcel', 'parcel', 'visit', 'over-wall', 'return', 'unknown'] as const
const SUBSTANCES = ['heroin', 'methamphetamine', 'unknown'] as const

/** What is found: drugs the most, then telephones and tobacco. */
export function exhibitOf(random: SeededRandom): InventedExhibit {
  const route = random.pick(ROUTES)
  if (random.chance(0.5)) {
    const substance = random.pick(SUBSTANCES)
    const quantity = random.whole(5, 120) / 100
    return { kind: 'drug', substance, route, description: 'Gói bột nghi là ma túy', quantity, unit: 'gram' }
  }
  if (random.chance(0.5)) {
    const description = 'Điện thoại di động, không có SIM'
    return { kind: 'phone', substance: null, route, description, quantity: 1, unit: 'piece' }
  }
  const quantity = random.whole(1, 5)
  return { kind: 'tobacco', substance: null, route, description: 'Bao thuốc lá', quantity, unit: 'packet' }
}
