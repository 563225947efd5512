import type { z } from 'zod'

/**
 * What a schema says where a field has no sentence of its own: what to do, never the words of a program. For
 * `z.config({ localeError })`.
 */
export function inputSentence(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'Ô này chưa có giá trị. Điền vào rồi làm lại.'
        : 'Giá trị của ô này không đúng kiểu. Nhập lại.'
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_value':
    case 'invalid_union':
      return 'Lựa chọn này không có trong danh sách. Chọn lại.'
    case 'unrecognized_keys':
      return 'Yêu cầu có ô mà máy chủ không biết. Tải lại trang và làm lại.'
    default:
      return 'Giá trị của ô này chưa đúng. Xem lại rồi nhập lại.'
  }
}

function tooSmall({ origin, minimum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (origin === 'string') {
    return Number(minimum) <= 1 ? 'Ô này không được để trống.' : `Ô này cần ít nhất ${minimum} ký tự.`
  }
  if (origin === 'array' || origin === 'set') return `Chọn ít nhất ${minimum} mục.`
  return `Số này nhỏ quá: ít nhất là ${minimum}.`
}

function tooBig({ origin, maximum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  if (origin === 'string') return `Ô này dài quá ${maximum} ký tự. Rút gọn lại.`
  if (origin === 'array' || origin === 'set') return `Nhiều quá: tối đa ${maximum} mục một lần.`
  return `Số này lớn quá: nhiều nhất là ${maximum}.`
}
