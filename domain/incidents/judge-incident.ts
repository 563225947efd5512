import type { Problem } from '../errors.ts'
import { formatDay } from '../time/day.ts'
import { dayOf, type Instant } from '../time/instant.ts'
import { askedQuestions, type GivenAnswer } from './form-path.ts'
import type { IncidentKind } from './incident-kinds.ts'
import type { KindForm } from './kind-form.ts'
import { firstFormDay } from './kind-forms.ts'

/** What the first report says of what, where and when. */
export interface FirstReport {
  kind: IncidentKind
  occurredAt: Instant
  zoneId: string | null
  placeId: string | null
  placeNote: string | null
}

/**
 * What has to be put right before a first report is taken: a moment that has passed and that the rules kept here reach
 * back to (Luật 73/2021, from 01/01/2022), and a place.
 */
export function judgeFirstReport(report: FirstReport, now: Instant): Problem[] {
  const problems: Problem[] = []
  if (report.occurredAt > now) {
    const message = 'Giờ xảy ra không được sau bây giờ. Sửa lại ngày, giờ.'
    problems.push({ code: 'incident-future', message, field: 'occurredAt' })
  }
  const first = firstFormDay(report.kind)
  if (dayOf(report.occurredAt) < first) {
    const message = `Chương trình ghi vụ việc xảy ra từ ${formatDay(first)} (ngày Luật 73/2021 có hiệu lực). Xem lại năm; vụ trước ngày đó tra ở sổ giấy.`
    problems.push({ code: 'incident-too-early', message, field: 'occurredAt' })
  }
  if (report.zoneId === null && report.placeId === null && report.placeNote === null) {
    const message = 'Chọn khu, phòng hoặc ghi nơi xảy ra.'
    problems.push({ code: 'incident-place', message, field: 'placeNote' })
  }
  return problems
}

/** What stands in an incident so far. */
export interface IncidentSoFar {
  form: KindForm
  answers: readonly GivenAnswer[]
  /** Roles of those who stand in it now. */
  roles: readonly string[]
  hasNarrative: boolean
}

/** What is still to be done for an incident. */
interface OpenWork {
  openTasks: number
  openNotices: number
}

/** What is missing before the review can end; `field` is the part of the page where it is put right. */
export function judgeComplete(so: IncidentSoFar): Problem[] {
  const problems: Problem[] = []
  const open = askedQuestions(so.form, so.answers).find(({ given }) => given === null)
  if (open !== undefined) {
    const message = `Chưa trả lời: ${open.question.text}`
    problems.push({ code: 'incident-answers', message, field: 'answers' })
  }
  const main = so.form.roles.filter(({ isRequired }) => isRequired === true)
  if (main.length > 0 && !main.some(({ id }) => so.roles.includes(id))) {
    const who = main.map(({ label }) => label.toLocaleLowerCase('vi')).join(' hoặc ')
    problems.push({ code: 'incident-people', message: `Chưa ghi ${who}.`, field: 'people' })
  }
  if (!so.hasNarrative) {
    const message = 'Chưa ghi diễn biến vụ việc.'
    problems.push({ code: 'incident-narrative', message, field: 'narrative' })
  }
  return problems
}

/** What is still open before the incident can be closed. */
export function judgeNoOpenWork(so: OpenWork): Problem[] {
  const problems: Problem[] = []
  if (so.openTasks > 0) {
    const message = `Còn ${so.openTasks} việc chưa làm. Ghi đã làm hoặc lý do không làm.`
    problems.push({ code: 'incident-tasks', message, field: 'tasks' })
  }
  if (so.openNotices > 0) {
    const message = `Còn ${so.openNotices} thông báo chưa gửi. Gửi và ghi số văn bản.`
    problems.push({ code: 'incident-notices', message, field: 'notices' })
  }
  return problems
}
