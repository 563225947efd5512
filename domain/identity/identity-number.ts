import type { Problem } from '#domain/errors.ts'
import type { IdentityKind } from './identity-kinds.ts'
import { checkCitizenId } from './citizen-id.ts'

interface ReadIdentityNumber {
  number: string
  kind: IdentityKind
  /** Doubts about the number; they never block. */
  problems: Problem[]
}

const MAX_LENGTH = 30

/**
 * Reads an identity number as lists and cards write it: spaces, dots, dashes and a leading apostrophe dropped;
 * 12 digits = citizen number, 9 = CMND, letter and 7-8 digits = passport. Anything else is kept as written with a
 * problem. Undefined for an empty text. `wasNumber` says the cell held a number: Excel then drops leading zeros.
 */
export function parseIdentityNumber(text: string, wasNumber = false): ReadIdentityNumber | undefined {
  const written = text.trim().replace(/^['’`]/, '')
  if (/^[-–./\s]*$/.test(written)) return undefined
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(written)) {
    return other(
      written,
      'id_scientific',
      `Excel đã làm tròn số này thành “${written}” nên mất chữ số. Gõ lại từ giấy tờ.`,
    )
  }
  const bare = written
    .replace(/^(?:CCCD|CMND|CMT|CC|HC|Số)\s*:?\s*(?=[\dA-Z])/i, '')
    .replace(/[\s.\-–_]/g, '')
  if (/^\d{12}$/.test(bare)) return { number: bare, kind: 'citizen-card', problems: [] }
  if (/^\d{9}$/.test(bare)) return { number: bare, kind: 'old-identity-card', problems: [] }
  if (/^[A-Z]{1,2}\d{7,8}$/i.test(bare)) return { number: bare.toUpperCase(), kind: 'passport', problems: [] }
  if (!/^\d+$/.test(bare))
    return other(written, 'id_form', 'Số giấy tờ có ký tự lạ. Số được giữ nguyên; xem lại giấy tờ.')
  if (wasNumber && bare.length === 11 && checkCitizenId(`0${bare}`).length === 0) {
    const message = 'Excel đã bỏ số 0 ở đầu số định danh; số 0 được thêm lại. Đối chiếu với giấy tờ.'
    return { number: `0${bare}`, kind: 'citizen-card', problems: [{ code: 'id_leading_zero', message }] }
  }
  const sense = bare.length < 12 ? 'thiếu' : 'thừa'
  const message = `Số giấy tờ có ${bare.length} chữ số, ${sense} so với 12 số định danh (CMND cũ có 9). Xem lại giấy tờ.`
  return {
    number: bare.slice(0, MAX_LENGTH),
    kind: 'other',
    problems: [{ code: bare.length < 12 ? 'id_short' : 'id_long', message }],
  }
}

function other(written: string, code: string, message: string): ReadIdentityNumber {
  return { number: written.slice(0, MAX_LENGTH), kind: 'other', problems: [{ code, message }] }
}
