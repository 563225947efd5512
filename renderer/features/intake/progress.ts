import type { IntakeForm } from '#renderer/features/intake/intake-form.ts'
import type { Problems } from '#renderer/features/intake/intake-store.ts'

export const STEP_IDS = [
  'who',
  'match',
  'papers',
  'term',
  'home',
  'looks',
  'things',
  'sheet',
  'health',
  'alerts',
  'bed',
] as const
export type StepId = (typeof STEP_IDS)[number]

export const STEP_LABELS: Record<StepId, string> = {
  who: 'Ai đến',
  match: 'Đối chiếu',
  papers: 'Hồ sơ giấy tờ',
  term: 'Quyết định, thời hạn',
  home: 'Nơi cư trú',
  looks: 'Nhận dạng',
  things: 'Đồ dùng, lưu ký',
  sheet: 'Phiếu thông tin',
  health: 'Sức khỏe ban đầu',
  alerts: 'Cảnh báo',
  bed: 'Giường',
}

/** How a part stands: `missing` must come before saving, `later` may follow. */
export interface Step {
  id: StepId
  state: 'done' | 'missing' | 'later' | 'wrong'
  note: string
}

/** What the screen knows beside the form. */
export interface Surroundings {
  /** Candidates nobody has decided about. */
  open: number
  checklist: readonly { code: string; title: string; isRequired: boolean; isDecision: boolean }[]
  missingDays: number
  mayMedical: boolean
}

const PATHS: Record<StepId, readonly string[]> = {
  who: ['person.fields', 'papers', 'stay.track', 'reception', 'expectedId'],
  match: ['person', 'stay.ordinal', 'stay.ordinalReason'],
  papers: ['dossier', 'stay.hasNoResidence'],
  term: ['stay'],
  home: ['addresses'],
  looks: ['photo', 'marks', 'sheet.body.heightCm', 'sheet.body.weightKg'],
  things: ['belongings', 'deposit'],
  sheet: ['sheet', 'relatives'],
  health: ['firstCheck'],
  alerts: ['alerts'],
  bed: ['bed', 'keepApart'],
}

/** The part of the form that a path of a refusal lies in: the longest beginning wins. */
function stepOf(path: string): StepId | undefined {
  const fits = STEP_IDS.flatMap((id) =>
    PATHS[id].flatMap((start) => (path === start || path.startsWith(`${start}.`) ? [{ id, start }] : [])),
  )
  return fits.toSorted((a, b) => b.start.length - a.start.length)[0]?.id
}

function missingWho({ name, sex, track }: IntakeForm): string[] {
  return [
    ...(name.trim() === '' ? ['họ tên'] : []),
    ...(sex === null ? ['giới tính'] : []),
    ...(track === null ? ['diện'] : []),
  ]
}

/** Required papers about which nothing sufficient is said. */
function unansweredPapers(form: IntakeForm, checklist: Surroundings['checklist']): string[] {
  const decided = form.track !== 'held' && form.decisionNumber.trim() !== ''
  return checklist
    .filter(({ code, isRequired, isDecision }) => {
      if (!isRequired || (isDecision && decided)) return false
      const answer = form.dossier[code]
      return answer?.state !== 'received' && (answer?.reason ?? null) === null
    })
    .map(({ code }) => code)
}

function papersStep(form: IntakeForm, around: Surroundings): Omit<Step, 'id'> {
  if (form.track === null) return { state: 'missing', note: 'chọn diện trước' }
  const unanswered = unansweredPapers(form, around.checklist).length
  if (unanswered > 0) return { state: 'missing', note: `${unanswered} giấy chưa ghi nhận` }
  const awaited = Object.values(form.dossier).filter(
    ({ state }) => state === 'missing' || state === 'invalid',
  )
  return awaited.length > 0
    ? { state: 'later', note: `${awaited.length} giấy bổ sung trong ${around.missingDays} ngày` }
    : { state: 'done', note: 'đủ' }
}

function termStep(form: IntakeForm): Omit<Step, 'id'> {
  if (form.track === 'held') {
    return form.heldFrom === null
      ? { state: 'later', note: 'chưa có ngày giao quản lý' }
      : { state: 'done', note: 'đang lập hồ sơ' }
  }
  if (form.decisionNumber.trim() === '' && form.decisionOn === null)
    return { state: 'later', note: 'chưa có quyết định' }
  const lacks = [
    ...(form.decisionNumber.trim() === '' ? ['số'] : []),
    ...(form.decisionOn === null ? ['ngày'] : []),
    ...(form.decisionIssuer.trim() === '' ? ['nơi ban hành'] : []),
    ...(form.startOn === null ? ['ngày bắt đầu'] : []),
  ]
  return lacks.length > 0
    ? { state: 'missing', note: `thiếu ${lacks.join(', ')}` }
    : { state: 'done', note: 'xong' }
}

function stateOf(id: StepId, form: IntakeForm, around: Surroundings): Omit<Step, 'id'> {
  const later = (isDone: boolean, note: string): Omit<Step, 'id'> =>
    isDone ? { state: 'done', note: 'xong' } : { state: 'later', note }
  switch (id) {
    case 'who': {
      const missing = missingWho(form)
      if (missing.length > 0) return { state: 'missing', note: `thiếu ${missing.join(', ')}` }
      return later(form.birth.trim() !== '', 'chưa có ngày sinh')
    }
    case 'match': {
      if (around.open > 0) return { state: 'missing', note: `${around.open} người cần đối chiếu` }
      return form.ordinal === null || form.ordinalReason.trim() === ''
        ? { state: 'missing', note: 'xác nhận lần cai nghiện' }
        : { state: 'done', note: `lần thứ ${form.ordinal}` }
    }
    case 'papers':
      return papersStep(form, around)
    case 'term':
      return termStep(form)
    case 'home':
      return later(
        form.addresses.some(({ communeCode }) => communeCode !== null) || form.hasNoResidence,
        'chưa rõ xã',
      )
    case 'looks':
      return later(form.photoFileId !== null, 'chưa có ảnh')
    case 'things':
      return later(
        form.bags.length + form.kept.length > 0 || (form.money ?? 0) > 0,
        'không ghi đồ dùng, tiền',
      )
    case 'sheet':
      return later(form.sheet.substances.length > 0, 'ghi tiếp sau được')
    case 'health':
      return around.mayMedical
        ? later(form.check.conclusion.trim() !== '', 'chưa khám')
        : { state: 'later', note: 'y tế ghi' }
    case 'alerts':
      return form.alerts.length > 0
        ? { state: 'done', note: `${form.alerts.length} cảnh báo` }
        : { state: 'later', note: 'không ghi cảnh báo' }
    case 'bed':
      return later(form.bed !== null, 'chưa chọn giường')
  }
}

/** Every part of the form in order with what it lacks. */
export function stepsOf(form: IntakeForm, problems: Problems, around: Surroundings): Step[] {
  const wrong = new Set(Object.keys(problems).map(stepOf))
  return STEP_IDS.map((id) =>
    wrong.has(id) ? { id, state: 'wrong', note: 'cần sửa' } : { id, ...stateOf(id, form, around) },
  )
}
