import type { Problem } from '../errors.ts'
import type { Instant } from '../time/instant.ts'
import { askedQuestions, type GivenAnswer } from './form-path.ts'
import type { KindForm } from './kind-form.ts'

/** What the first report says of where and when. */
export interface FirstReport {
  occurredAt: Instant
  zoneId: string | null
  placeId: string | null
  placeNote: string | null
}

/** What has to be put right before a first report is taken: a moment that has passed, and a place. */
export function judgeFirstReport(report: FirstReport, now: Instant): Problem[] {
  const problems: Problem[] = []
  if (report.occurredAt > now) {
    const message = 'Giờ xảy ra không được sau bây giờ. Sửa lại ngày, giờ.'
    problems.push({ code: 'incident-future', message, field: 'occurredAt' })
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
  for (const { id, label, isRequired } of so.form.roles) {
    if (isRequired !== true || so.roles.includes(id)) continue
    problems.push({
      code: 'incident-people',
      message: `Chưa ghi ${label.toLocaleLowerCase('vi')}.`,
      field: 'people',
    })
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
