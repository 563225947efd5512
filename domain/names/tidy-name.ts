import { decodeOldEncoding } from './old-encodings.ts'

/** What was repaired in a text, in the order of how much it changes. */
const TEXT_REPAIRS = ['encoding', 'unicode', 'case', 'invisible', 'spacing', 'leading-zero'] as const
export type TextRepair = (typeof TEXT_REPAIRS)[number]

export const TEXT_REPAIR_LABELS: Record<TextRepair, string> = {
  encoding: 'Chữ gõ bằng phông cũ (TCVN3, VNI) đã chuyển sang Unicode',
  unicode: 'Dấu Unicode tổ hợp đã gộp thành dựng sẵn',
  case: 'Chữ hoa, chữ thường đã viết lại',
  invisible: 'Ký tự ẩn đã bỏ',
  spacing: 'Khoảng trắng thừa đã bỏ',
  'leading-zero': 'Số 0 ở đầu bị Excel bỏ đã thêm lại',
}

interface TidiedText {
  text: string
  repairs: TextRepair[]
}

const CONTROLS = /(?![\t-\r])\p{Cc}/gu
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/g
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g
/** What a name may hold; anything else is data of another kind and keeps its letters as they are. */
const NAME_LETTERS = /^[\p{L}\p{M} .,'’()\-–]+$/u

/**
 * Repairs what typing and copying do to any text: control and zero-width characters dropped, odd spaces made
 * plain, NFC, look-alikes of Đ (Icelandic Ð) made Đ, TCVN3/VNI decoded where it clearly is such, spaces collapsed and trimmed.
 */
export function tidyText(text: string, options: { isName?: boolean } = {}): TidiedText {
  const repairs = new Set<TextRepair>()
  const visible = text.replace(CONTROLS, '').replace(INVISIBLE, '')
  if (visible !== text) repairs.add('invisible')
  const composed = visible.normalize('NFC')
  if (composed !== visible) repairs.add('unicode')
  const spaced = composed.replace(ODD_SPACES, ' ')
  const decoded = decodeOldEncoding(spaced, options)
  if (decoded) repairs.add('encoding')
  // A soft hyphen is the letter ư in TCVN3: only what decoding has left over is rubbish.
  const soft = decoded?.text ?? spaced.replace(/[ÐƉ]/g, 'Đ').replace(/ð/g, 'đ')
  if (!decoded && soft !== spaced) repairs.add('unicode')
  const hard = soft.replace(/\u00ad/g, '')
  if (hard !== soft) repairs.add('invisible')
  const tidy = hard.replace(/\s+/g, ' ').trim()
  if (tidy !== hard || spaced !== composed) repairs.add('spacing')
  return { text: tidy, repairs: inOrder(repairs) }
}

/** Rubbish may show the old font only once its capitals are set, or be decoded twice; nothing is decoded more often. */
const MOST_READINGS = 4

/**
 * A person's name as it should be stored: {@link tidyText}, a leading number ("1. ") or apostrophe dropped, and
 * capitals as on papers ("NGUYỄN VĂN AN", "nguyễn văn an" → "Nguyễn Văn An"). Text that is no name (digits,
 * formulas) keeps its letters. `repairs` says what changed, empty when nothing did. What comes out stays as it is when
 * it is tidied again.
 */
export function tidyName(text: string): { name: string; repairs: TextRepair[] } {
  const repairs = new Set<TextRepair>()
  let name = text
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const once = readName(name)
    for (const repair of once.repairs) repairs.add(repair)
    if (once.name === name) break
    name = once.name
  }
  return { name, repairs: inOrder(repairs) }
}

function readName(text: string): { name: string; repairs: Set<TextRepair> } {
  const tidy = tidyText(text, { isName: true })
  const repairs = new Set(tidy.repairs)
  const bare = tidy.text.replace(/^(?:\d{1,5}[.)]\s*|['’`]\s*)(?=\p{L})/u, '')
  if (bare !== tidy.text) repairs.add('spacing')
  if (!NAME_LETTERS.test(bare)) return { name: bare, repairs }
  const name = bare.replace(/[^\s]+/gu, capitalise)
  if (name !== bare) repairs.add('case')
  return { name, repairs }
}

function capitalise(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-–'’(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

function inOrder(repairs: Set<TextRepair>): TextRepair[] {
  return TEXT_REPAIRS.filter((kind) => repairs.has(kind))
}
