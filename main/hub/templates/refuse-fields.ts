import { badTemplate } from './bad-template.ts'

/** Word fields that neither load anything nor change between two prints of one document. */
const KEPT = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION|HYPERLINK|TOC|PAGEREF|REF)\b/i
const MARKS =
  /<(?:\w+:)?fldChar\b[^>]*\bfldCharType\s*=\s*["'](begin|separate|end)["']|<(?:\w+:)?instrText\b[^>]*>([^<]*)<|\binstr\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Refuses a part with fields such as DDE, INCLUDETEXT or DATE. @throws AppError `invalid_input` */
export function refuseFields(xml: string): void {
  const open: string[] = []
  for (const [, mark, typed, double, single] of xml.matchAll(MARKS)) {
    if (mark === 'begin') open.push('')
    else if (mark === 'separate' || mark === 'end') {
      const code = open.at(-1)
      if (code !== undefined) checkField(code)
      // What follows `separate` is the shown result, which holds no code.
      if (mark === 'end') open.pop()
      else if (open.length > 0) open[open.length - 1] = ''
    } else if (typed === undefined) checkField(double ?? single ?? '')
    else if (open.length === 0) checkField(typed)
    else open[open.length - 1] += typed
  }
  for (const code of open) checkField(code)
}

function checkField(code: string): void {
  if (code.trim() === '' || KEPT.test(code)) return
  throw badTemplate(
    'Tệp có trường tự cập nhật của Word (ngày giờ, chèn tệp, DDE). Thay bằng chữ hoặc trường của biểu mẫu; ' +
      'chỉ giữ số trang, rồi tải lên lại.',
  )
}
