import type { Problem } from '../errors.ts'
import { addDays, formatDay, type Day } from '../time/day.ts'
import { ALERT_KINDS, type AlertCode } from './alert-codes.ts'

/** A review may be put off by no more than so many calendar days. */
const LONGEST_REVIEW_DAYS = 366

/** What is said of an alert when it is raised or changed. */
export interface AlertWords {
  code: AlertCode
  /** What has to be watched or done; the name of the alert where the list has none. */
  detail: string | null
  fromOn: Day
  toOn: Day | null
  reviewOn: Day
}

/** The day of the first review of an alert raised on `fromOn`: by its kind, at latest on its last day. */
export function defaultReviewOn(code: AlertCode, fromOn: Day, toOn: Day | null = null): Day {
  const byKind = addDays(fromOn, ALERT_KINDS[code].reviewDays)
  return toOn !== null && toOn < byKind ? toOn : byKind
}

/** What cannot be about an alert on the day it is written, each with its field. */
export function judgeAlert({ code, detail, fromOn, toOn, reviewOn }: AlertWords, today: Day): Problem[] {
  const problems: Problem[] = []
  if (code === 'other' && detail === null) {
    const message = 'Cảnh báo không có trong danh mục: ghi rõ cần lưu ý điều gì.'
    problems.push({ code: 'alert-detail', message, field: 'detail' })
  }
  if (fromOn > today) {
    const message = `Cảnh báo bắt đầu từ hôm nay (${formatDay(today)}) hoặc trước đó, không ghi trước ngày.`
    problems.push({ code: 'alert-from-future', message, field: 'fromOn' })
  }
  if (toOn !== null && toOn < fromOn) {
    const message = 'Ngày hết hiệu lực trước ngày bắt đầu. Sửa lại một trong hai ngày.'
    problems.push({ code: 'alert-ends-before', message, field: 'toOn' })
  } else if (toOn !== null && toOn < today) {
    const message = `Ngày hết hiệu lực đã qua (${formatDay(toOn)}). Để trống, chọn ngày sau, hoặc đóng cảnh báo.`
    problems.push({ code: 'alert-ended', message, field: 'toOn' })
  }
  if (reviewOn < today) {
    const message = `Ngày xem lại đã qua (${formatDay(reviewOn)}). Chọn từ hôm nay trở đi.`
    problems.push({ code: 'alert-review-past', message, field: 'reviewOn' })
  } else if (toOn !== null && reviewOn > toOn && toOn >= today) {
    const message = 'Ngày xem lại sau ngày hết hiệu lực. Chọn ngày sớm hơn.'
    problems.push({ code: 'alert-review-after-end', message, field: 'reviewOn' })
  } else if (reviewOn > addDays(today, LONGEST_REVIEW_DAYS)) {
    const message = 'Cảnh báo phải xem lại ít nhất mỗi năm một lần. Chọn ngày sớm hơn.'
    problems.push({ code: 'alert-review-far', message, field: 'reviewOn' })
  }
  return problems
}
