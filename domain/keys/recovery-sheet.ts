import { CROCKFORD, readCrockford } from '../crockford.ts'
import type { Problem } from '../errors.ts'

/** Lines of a sheet; each holds 8 bytes of the private key. */
export const SHEET_LINES = 4
const LINE_BYTES = 8
const DATA_CHARACTERS = 13
const CHECK_CHARACTERS = 3
const LINE_CHARACTERS = DATA_CHARACTERS + CHECK_CHARACTERS
const GROUP = 4
/** A CRC of 15 bits notices every error within one character or two neighbours, and 32,767 of 32,768 others. */
const POLYNOMIAL = 0x4599
/** How a sheet's QR code begins: the form's version. */
const QR_PREFIX = 'NEOVE1:'

/**
 * The lines printed on a recovery sheet: four groups of four characters, the last three of which check the line and
 * its number.
 * @param privateKey the 32 bytes of the X25519 private key
 */
export function sheetLines(privateKey: Uint8Array): string[] {
  return Array.from({ length: SHEET_LINES }, (_, index) => {
    const bytes = privateKey.slice(index * LINE_BYTES, (index + 1) * LINE_BYTES)
    const data = [...bytes].reduce((value, byte) => (value << 8n) | BigInt(byte), 0n) << 1n
    const text = digits(data, DATA_CHARACTERS) + digits(BigInt(check(index + 1, data)), CHECK_CHARACTERS)
    return Array.from({ length: LINE_CHARACTERS / GROUP }, (_g, group) =>
      text.slice(group * GROUP, (group + 1) * GROUP),
    ).join(' ')
  })
}

/** What the QR code of a sheet holds. */
export function sheetQr(lines: readonly string[]): string {
  return QR_PREFIX + lines.map(readCrockford).join('')
}

/** One typed line: its 8 bytes, or what is wrong with it. Case, spaces and dashes do not matter. @param line 1–4 */
export function readSheetLine(text: string, line: number): Uint8Array | Problem {
  const typed = readCrockford(text)
  const field = `lines.${line - 1}`
  if (typed === '') return { code: 'sheet-line-empty', field, message: `Chưa nhập dòng ${line} của phiếu.` }
  const wrong = Array.from(typed).find((character) => !CROCKFORD.includes(character))
  if (wrong !== undefined) {
    const message = `Dòng ${line} có ký tự "${wrong}" không dùng trên phiếu. Xem lại dòng ${line}.`
    return { code: 'sheet-line-character', field, message }
  }
  if (typed.length !== LINE_CHARACTERS) {
    const message = `Dòng ${line} cần 16 ký tự, đang có ${typed.length}. Xem lại dòng ${line}.`
    return { code: 'sheet-line-length', field, message }
  }
  const data = valueOf(typed.slice(0, DATA_CHARACTERS))
  if ((data & 1n) !== 0n || Number(valueOf(typed.slice(DATA_CHARACTERS))) !== check(line, data)) {
    const message = `Dòng ${line} sai: có ký tự nhầm hoặc không phải dòng ${line}. So lại từng nhóm với phiếu.`
    return { code: 'sheet-line-wrong', field, message }
  }
  return Uint8Array.from({ length: LINE_BYTES }, (_, index) =>
    Number((data >> BigInt(1 + 8 * (LINE_BYTES - 1 - index))) & 0xffn),
  )
}

/**
 * A whole sheet, typed line by line or scanned: the private key, or what is wrong with each line.
 * @param text four lines, or what the QR code holds
 */
export function readSheet(text: string): { privateKey: Uint8Array } | { problems: Problem[] } {
  const parts = splitSheet(text)
  if (parts.length > SHEET_LINES) {
    const message = `Phiếu có ${SHEET_LINES} dòng, đang có ${parts.length}. Bỏ các dòng thừa.`
    return { problems: [{ code: 'sheet-too-long', message }] }
  }
  const read = Array.from({ length: SHEET_LINES }, (_, index) => readSheetLine(parts[index] ?? '', index + 1))
  const problems = read.flatMap((line) => (line instanceof Uint8Array ? [] : [line]))
  if (problems.length > 0) return { problems }
  return {
    privateKey: Uint8Array.from(read.flatMap((line) => (line instanceof Uint8Array ? [...line] : []))),
  }
}

/** The lines of a typed or scanned text. */
function splitSheet(text: string): string[] {
  const whole = text.normalize('NFKC').trim()
  if (!whole.toUpperCase().startsWith(QR_PREFIX))
    return whole.split(/\r?\n/).filter((line) => readCrockford(line) !== '')
  const scanned = whole.slice(QR_PREFIX.length)
  return scanned.match(new RegExp(`.{1,${LINE_CHARACTERS}}`, 'g')) ?? []
}

function digits(value: bigint, length: number): string {
  return Array.from({ length }, (_, index) => {
    const digit = Number((value >> BigInt(5 * (length - 1 - index))) & 31n)
    return CROCKFORD.charAt(digit)
  }).join('')
}

function valueOf(text: string): bigint {
  return Array.from(text).reduce(
    (value, character) => (value << 5n) | BigInt(CROCKFORD.indexOf(character)),
    0n,
  )
}

/** CRC over the line's 65 bits, begun with the line's number so that exchanged lines do not pass. */
function check(line: number, data: bigint): number {
  let crc = line
  for (let bit = 64n; bit >= 0n; bit -= 1n) {
    const feed = Number((data >> bit) & 1n) ^ ((crc >> 14) & 1)
    crc = (crc << 1) & 0x7fff
    if (feed === 1) crc ^= POLYNOMIAL
  }
  return crc
}
