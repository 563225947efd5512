import type { Problem } from '#domain/errors.ts'
import { decodeTelex } from '#domain/names/telex.ts'
import { tidyName, tidyText } from '#domain/names/tidy-name.ts'
import type { Day } from '#domain/time/day.ts'
import { parseCardQr, type CardQr } from './card-qr.ts'
import { checkCitizenId } from './citizen-id.ts'
import { readAsUtf8 } from './misread-utf8.ts'

/**
 * What a burst of keys from a scanner was. `card`: fields to fill in, with doubts to show. `mangled`: it came from a
 * card but cannot be trusted; the problem says what to do. `other`: something a person typed.
 */
export type CardScan =
  | { kind: 'card'; card: CardQr; doubts: Problem[] }
  | { kind: 'mangled'; problem: Problem; raw: string }
  | { kind: 'other'; raw: string }

/** Separators that keyboards of other layouts make of `|`. */
const SEPARATORS = ['|', '¦', '│', 'ǀ', '‖', '~', '\t', ';'] as const
const LEAST_FIELDS = 5

function mangled(raw: string, code: string, message: string): CardScan {
  return { kind: 'mangled', problem: { code, message }, raw }
}

function split(text: string): { fields: string[]; separator: string } {
  const counts = SEPARATORS.map((separator) => ({ separator, fields: text.split(separator) }))
  const plain = counts[0]
  if (plain && plain.fields.length >= LEAST_FIELDS) return plain
  return counts.reduce((best, one) => (one.fields.length > best.fields.length ? one : best))
}

/** Cuts a burst that holds the same card twice, because the scanner was pulled twice. */
function firstOfTwo(text: string): { text: string; isDouble: boolean } {
  const number = /^\d{12}/.exec(text)?.[0]
  const again = number === undefined ? -1 : text.indexOf(number, number.length)
  return again > 40 ? { text: text.slice(0, again), isDouble: true } : { text, isDouble: false }
}

/** Dates as some printings write them: with separators, the year first, or without the leading zero. */
function digitsOfDay(text: string): string {
  const parts = /^(\d{1,4})[/.\- ](\d{1,2})[/.\- ](\d{1,4})$/.exec(text)
  if (!parts) return /^\d{7}$/.test(text) ? `0${text}` : text
  const [, first = '', month = '', last = ''] = parts
  const [day, year] = first.length === 4 ? [last, first] : [first, last]
  return `${day.padStart(2, '0')}${month.padStart(2, '0')}${year}`
}

/** Puts the old number's place in where a printing leaves it out: the name stands second then. */
function sevenFields(fields: readonly string[]): { fields: string[]; isSix: boolean } {
  const [, second = '', third = ''] = fields
  const isSix = /\p{L}/u.test(second) && /^\d{7,8}$/.test(digitsOfDay(third))
  return { fields: isSix ? [fields[0] ?? '', '', ...fields.slice(1)] : [...fields], isSix }
}

/** The name as it should read, when it came as Telex keystrokes or in an old font encoding. */
function repairedName(text: string): { name: string; repair: 'telex' | 'encoding' | null } {
  const tidy = tidyName(text)
  if (tidy.repairs.includes('encoding')) return { name: tidy.name, repair: 'encoding' }
  const isPlain = /^[A-Za-z ]+$/.test(text) && /[fjwz]|aa|ee|oo|dd|[aeiouy][sxr]\b/i.test(text)
  const decoded = isPlain ? decodeTelex(text) : text
  return decoded.toLowerCase() === text.toLowerCase()
    ? { name: tidy.name, repair: null }
    : { name: tidyName(decoded).name, repair: 'telex' }
}

function note(doubts: Problem[], isSo: boolean, code: string, message: string, field?: string): void {
  if (isSo) doubts.push({ code, message, ...(field === undefined ? {} : { field }) })
}

/**
 * Reads a burst of keys as the QR of a citizen card, through what scanners, keyboard layouts and Vietnamese input
 * methods do to it: other separators, decomposed or misread letters, Telex keystrokes, old font encodings, a lost
 * old-number field, the card pulled twice. Never guesses a number: a burst without 12 whole digits is `mangled`.
 * Doubts warn and never block.
 */
export function readCardScan(burst: string, today: Day): CardScan {
  const raw = burst.normalize('NFC')
  const visible = readAsUtf8(raw.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '').trim())
  const { text, isDouble } = firstOfTwo(visible.replace(/^[^\d\p{L}]+/u, ''))
  const found = split(text.replace(/[\r\n]+/g, ''))
  const first = (found.fields[0] ?? '').replace(/\s/g, '')
  if (found.fields.length < LEAST_FIELDS || !/\d{6}/.test(first)) return { kind: 'other', raw }
  if (!/^\d{12}$/.test(first)) {
    const message = /\p{L}/u.test(first)
      ? 'Bộ gõ tiếng Việt đã đổi số trên thẻ thành chữ. Tắt bộ gõ (Unikey) rồi quét lại.'
      : `Số định danh đọc được ${first.length} chữ số, cần 12. Đặt con trỏ vào ô trước rồi quét lại.`
    return mangled(raw, 'scan-number', message)
  }
  const { fields, isSix } = sevenFields(found.fields.map((field) => field.trim()))
  const { name, repair } = repairedName(fields[2] ?? '')
  const birth = digitsOfDay(fields[3] ?? '')
  const issued = digitsOfDay(fields[6] ?? '')
  const address = tidyText(fields[5] ?? '').text
  const line = [first, (fields[1] ?? '').replace(/\s/g, ''), name, birth, fields[4] ?? '', address, issued]
  const card = parseCardQr(line.join('|'))
  if (!card) return { kind: 'other', raw }
  return {
    kind: 'card',
    card: { ...card, raw },
    doubts: doubtsOf(card, today, { isDouble, isSix, repair, separator: found.separator }),
  }
}

interface Reading {
  isDouble: boolean
  isSix: boolean
  repair: 'telex' | 'encoding' | null
  separator: string
}

function doubtsOf(card: CardQr, today: Day, reading: Reading): Problem[] {
  const doubts: Problem[] = []
  note(doubts, reading.isDouble, 'scan-twice', 'Thẻ được quét hai lần liền nhau; chỉ lấy lần đầu.')
  note(doubts, reading.isSix, 'scan-layout', 'Mã trên thẻ không có ô số CMND cũ. Đối chiếu các ô với thẻ.')
  note(
    doubts,
    reading.separator !== '|',
    'scan-layout',
    'Bàn phím đã đổi dấu ngăn cách trên mã thẻ. Đối chiếu các ô với thẻ.',
  )
  const unknownName = /[?\ufffd]/.test(card.name ?? '?')
  const repaired = 'Họ tên bị bộ gõ làm sai, đã sửa lại. Đối chiếu với thẻ.'
  note(doubts, reading.repair !== null, 'scan-name-repaired', repaired, 'name')
  note(doubts, unknownName, 'scan-name', 'Họ tên không đọc được đủ dấu. Gõ lại theo thẻ.', 'name')
  note(
    doubts,
    card.birthOn === undefined,
    'scan-birth',
    'Ngày sinh trên mã thẻ không đọc được. Gõ lại theo thẻ.',
    'birth',
  )
  const isFuture = card.birthOn !== undefined && card.birthOn > today
  note(doubts, isFuture, 'scan-birth', 'Ngày sinh trên mã thẻ ở tương lai. Gõ lại theo thẻ.', 'birth')
  note(
    doubts,
    card.sex === undefined,
    'scan-sex',
    'Giới tính trên mã thẻ không đọc được. Chọn lại theo thẻ.',
    'sex',
  )
  note(
    doubts,
    card.address === undefined,
    'scan-address',
    'Mã thẻ không có nơi thường trú. Gõ theo thẻ.',
    'address',
  )
  const birthYear = card.birthOn === undefined ? undefined : Number(card.birthOn.slice(0, 4))
  const known = { ...(card.sex ? { sex: card.sex } : {}), ...(birthYear === undefined ? {} : { birthYear }) }
  return [...doubts, ...checkCitizenId(card.citizenId, known)]
}
