import type { Problem } from '../errors.ts'
import { isDay } from '../time/day.ts'
import type { FormAnswer, FormQuestion, KindForm } from './kind-form.ts'

/** An answer as it was given. */
export interface GivenAnswer {
  question: string
  answer: string
  detail: string | null
}

/** A question of the form on the way the answers lead, with what was answered so far. */
export interface AskedQuestion {
  question: FormQuestion
  given: GivenAnswer | null
}

/** The questions asked by the answers so far, in order; the last one is unanswered unless the form is through. */
export function askedQuestions(form: KindForm, given: readonly GivenAnswer[]): AskedQuestion[] {
  const byId = new Map(form.questions.map((question) => [question.id, question]))
  const answers = new Map(given.map((one) => [one.question, one]))
  const asked: AskedQuestion[] = []
  let id: string | null = form.first
  while (id !== null) {
    const question: FormQuestion | undefined = byId.get(id)
    if (question === undefined) break
    const answer: GivenAnswer | null = answers.get(id) ?? null
    asked.push({ question, given: answer })
    const chosen: FormAnswer | undefined = question.answers.find((one) => one.id === answer?.answer)
    id = chosen?.next ?? null
  }
  return asked
}

const DETAIL_ASKED: Record<NonNullable<FormAnswer['needs']>, string> = {
  comment: 'Câu trả lời này cần ghi rõ thêm bằng lời.',
  day: 'Câu trả lời này cần ghi ngày (ngày/tháng/năm).',
  time: 'Câu trả lời này cần ghi giờ, ví dụ 21:30.',
  count: 'Câu trả lời này cần ghi số người, bằng số.',
}

function detailFits(needs: NonNullable<FormAnswer['needs']>, detail: string): boolean {
  switch (needs) {
    case 'comment':
      return detail.length >= 2
    case 'day':
      return isDay(detail)
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(detail)
    case 'count':
      return /^[1-9]\d{0,3}$/.test(detail)
  }
}

/** May this answer be given to this form? The form is the incident's own version, whatever version is in use today. */
export function judgeAnswer(form: KindForm, given: GivenAnswer): Problem[] {
  const question = form.questions.find(({ id }) => id === given.question)
  const answer = question?.answers.find(({ id }) => id === given.answer)
  if (question === undefined || answer === undefined) {
    const message = 'Câu hỏi hoặc câu trả lời không có trong mẫu của vụ việc này. Tải lại trang.'
    return [{ code: 'answer-unknown', message, field: 'answer' }]
  }
  if (answer.needs === undefined) return []
  if (given.detail !== null && detailFits(answer.needs, given.detail)) return []
  return [{ code: 'answer-detail', message: DETAIL_ASKED[answer.needs], field: 'detail' }]
}
