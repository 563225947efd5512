import type { Problem } from '../errors.ts'
import type { Track } from '../stay/track.ts'
import { addDays, addMonths, formatDay, type Day } from '../time/day.ts'
import { checklistFor, checklistOn, type ChecklistPerson, type DossierState } from './checklist.ts'

/** Why a person is received although a paper is missing or not in order. */
export const MISSING_REASONS = [
  'sent-later',
  'not-issued',
  'wrong-content',
  'lost',
  'urgent',
  'other',
] as const
export type MissingReason = (typeof MISSING_REASONS)[number]

export const MISSING_REASON_LABELS: Record<MissingReason, string> = {
  'sent-later': 'Cơ quan bàn giao sẽ gửi sau',
  'not-issued': 'Cơ quan có thẩm quyền chưa ban hành',
  'wrong-content': 'Nội dung sai, chờ bản sửa',
  lost: 'Thất lạc, chờ cấp lại',
  urgent: 'Tiếp nhận gấp theo chỉ đạo',
  other: 'Lý do khác (ghi rõ)',
}

/** What the desk says of one paper. */
export interface DossierAnswer {
  code: string
  state: DossierState
  number: string | null
  issuedOn: Day | null
  reason: MissingReason | null
  note: string | null
}

/** A paper of the list as it is to be filed. */
export interface JudgedItem {
  code: string
  title: string
  state: DossierState
  /** Day by which the missing paper is to come; null when nothing is awaited. */
  dueOn: Day | null
}

export interface JudgedDossier {
  items: JudgedItem[]
  /** What forbids receiving: a required paper is missing and nobody said why. */
  problems: Problem[]
  /** What is odd and does not forbid. */
  warnings: Problem[]
}

/**
 * Judges the papers of a person received on a day. Nobody is turned away for a missing paper: whoever receives says
 * why, and it is due `missingDays` calendar days later (a choice of the centre, no text fixes it). A paper the desk
 * says nothing about counts as missing when required, as not needed otherwise.
 */
export function judgeDossier(
  track: Track,
  receivedOn: Day,
  person: ChecklistPerson,
  answers: readonly DossierAnswer[],
  missingDays: number,
): JudgedDossier {
  const rows = checklistOn(track, receivedOn).rows
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const items = checklistFor(track, receivedOn, person).map((item): JudgedItem => {
    const answer = answers.find(({ code }) => code === item.code)
    const state = stateOf(answer?.state, item.isRequired)
    const isAwaited = state === 'missing' || state === 'invalid'
    const field = `dossier.${item.code}`
    if (isAwaited && item.isRequired && (answer?.reason ?? null) === null) {
      const message = `Thiếu “${item.title}”. Ghi lý do tiếp nhận khi chưa có giấy này.`
      problems.push({ code: 'paper-missing', message, field })
    }
    if (isAwaited && answer?.reason === 'other' && (answer.note ?? '') === '') {
      const message = `Ghi rõ lý do chưa có “${item.title}”.`
      problems.push({ code: 'reason-unsaid', message, field })
    }
    if (answer) warnings.push(...doubts(answer, state, item.title, receivedOn, validMonths(rows, item.code)))
    return {
      code: item.code,
      title: item.title,
      state,
      dueOn: isAwaited ? addDays(receivedOn, missingDays) : null,
    }
  })
  for (const answer of answers) {
    if (items.some(({ code }) => code === answer.code)) continue
    const message = 'Có giấy tờ không thuộc danh mục của diện này. Tải lại danh mục rồi chọn lại.'
    problems.push({ code: 'paper-unknown', message, field: `dossier.${answer.code}` })
  }
  return { items, problems, warnings }
}

/** `required` is what the list says; what stands in the file is that it has come, or not. */
function stateOf(said: DossierState | undefined, isRequired: boolean): DossierState {
  if (said === undefined || said === 'required') return isRequired ? 'missing' : 'not-needed'
  return said === 'not-needed' && isRequired ? 'missing' : said
}

function validMonths(
  rows: readonly { code: string; validMonths?: number }[],
  code: string,
): number | undefined {
  return rows.find((row) => row.code === code)?.validMonths
}

function doubts(
  answer: DossierAnswer,
  state: DossierState,
  title: string,
  receivedOn: Day,
  months: number | undefined,
): Problem[] {
  const field = `dossier.${answer.code}`
  if (state !== 'received' || answer.issuedOn === null) return []
  if (answer.issuedOn > receivedOn) {
    const message = `“${title}” ghi ngày ${formatDay(answer.issuedOn)}, sau ngày tiếp nhận. Xem lại giấy.`
    return [{ code: 'issued-after-reception', message, field }]
  }
  if (months !== undefined && addMonths(answer.issuedOn, months) < receivedOn) {
    const message = `“${title}” cấp ngày ${formatDay(answer.issuedOn)}, đã quá ${months} tháng (L120 Điều 31). Xem có phải làm lại không.`
    return [{ code: 'paper-too-old', message, field }]
  }
  return []
}
