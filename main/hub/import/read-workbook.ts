import { inflateRawSync } from 'node:zlib'
import readXlsxFile, { type CellValue } from 'read-excel-file/node'
import { AppError } from '#domain/errors.ts'
import { classifyRow } from '#domain/import/classify-row.ts'
import { recogniseHeaders, type ColumnMapping } from '#domain/import/recognise-headers.ts'
import { isBlankCell, type SheetCell, type SheetRows } from '#domain/import/sheet-cell.ts'
import { dayFromNumber } from '#domain/time/day.ts'

/** The sheet of a workbook that holds the people, row for row as Excel shows it. */
export interface WorkbookSheet {
  sheet: string
  /** `rows[0]` is Excel's row 1; blank rows are kept. */
  rows: SheetRows
  /** What the columns mean; undefined when no header was recognised (the clerk maps by hand). */
  mapping: ColumnMapping | undefined
  /** Every sheet of the file that is not blank, in order. */
  sheetNames: string[]
}

const MAX_FILE_BYTES = 25 * 1024 * 1024
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024
const MAX_ROWS = 100_000
const MAX_COLUMNS = 500
const MAX_CELLS = 20_000_000
const MS_PER_DAY = 86_400_000
/** Excel's fractions of a day come out a few milliseconds off. */
const ROUNDING_MS = 500

/**
 * Reads the bytes of an .xlsx file. Refuses with `invalid_input` what is no readable .xlsx (text, .csv, .xls,
 * password-protected, broken), is empty or unpacks to more than 256 MB; with `payload_too_large` over 25 MB.
 * Formulas give their stored result and nothing is ever evaluated. Takes about a second per 20,000 rows of
 * processor time, so it belongs in a worker thread.
 * @param chosen the name of the sheet to read; without it the one with most people
 */
export async function readWorkbook(bytes: Buffer, chosen: string | null = null): Promise<WorkbookSheet> {
  refuseForeignFile(bytes)
  refuseZipBomb(bytes)
  const sheets = (await unpack(bytes)).map(({ sheet, data }) => ({ sheet, rows: toSheetRows(data) }))
  const candidates = sheets
    .filter(({ rows }) => rows.some((row) => row.some((cell) => !isBlankCell(cell))))
    .map((one) => ({ ...one, ...countPeople(one.rows) }))
  const best =
    chosen === null
      ? candidates.toSorted((a, b) => b.people - a.people || b.rows.length - a.rows.length)[0]
      : candidates.find(({ sheet }) => sheet === chosen)
  if (!best && candidates.length > 0)
    throw refusal(`Trang “${chosen}” trống hoặc không còn trong tệp. Chọn trang khác.`)
  if (!best) throw refusal('Tệp không có dữ liệu nào. Mở tệp bằng Excel, kiểm tra danh sách rồi lưu lại.')
  return {
    sheet: best.sheet,
    rows: best.rows,
    mapping: best.mapping,
    sheetNames: candidates.map((one) => one.sheet),
  }
}

function refusal(message: string, cause?: unknown): AppError {
  return new AppError('invalid_input', message, {}, cause === undefined ? {} : { cause })
}

function refuseForeignFile(bytes: Buffer): void {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new AppError(
      'payload_too_large',
      'Tệp lớn hơn 25 MB. Xóa hình ảnh, chia nhỏ danh sách rồi thử lại.',
    )
  }
  if (bytes.length === 0) throw refusal('Tệp rỗng. Chọn lại tệp danh sách.')
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) {
    throw bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? refusal('Tệp được đặt mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi thử lại.')
      : refusal(
          'Tệp là dạng Excel cũ (.xls). Mở bằng Excel, chọn Lưu thành, dạng “Excel Workbook (.xlsx)”, rồi thử lại.',
        )
  }
  if (bytes.toString('latin1', 0, 2) !== 'PK') {
    throw refusal(
      'Tệp không phải bảng Excel .xlsx (có thể là văn bản hoặc .csv đổi tên). Mở bằng Excel và lưu thành .xlsx.',
    )
  }
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const DEFLATED = 8

/**
 * Unpacks every part within the allowed total before the library does so without a limit, and measures the
 * sheets: the library fills every gap, so that one stray cell at XFD1048576 would take all memory.
 */
function refuseZipBomb(bytes: Buffer): void {
  let allowed = MAX_UNPACKED_BYTES
  try {
    for (const part of zipParts(bytes)) {
      if (allowed < 1) throw new RangeError('too large')
      const isPacked = part.method === DEFLATED
      const content = isPacked ? inflateRawSync(part.packed, { maxOutputLength: allowed }) : part.packed
      allowed -= content.length
      if (allowed < 0) throw new RangeError('too large')
      if (/^xl\/worksheets\/[^/]+\.xml$/.test(part.name)) refuseVastSheet(content.toString('latin1'))
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    if (error instanceof RangeError && /too large|larger than/i.test(error.message)) {
      throw refusal('Tệp bung ra quá lớn nên không mở. Chép danh sách sang một tệp mới rồi thử lại.', error)
    }
    throw refusal(BROKEN, error)
  }
}

const BROKEN = 'Tệp .xlsx bị hỏng nên không đọc được. Mở bằng Excel, lưu thành tệp mới rồi thử lại.'

const CELL = /<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"[^>]*>/g

/** Refuses by the last row and column that hold a cell with content; formatted empty cells do not count. */
function refuseVastSheet(xml: string): void {
  let lastRow = 0
  let lastColumn = 0
  for (const match of xml.matchAll(CELL)) {
    if (match[0].endsWith('/>')) continue
    lastRow = Math.max(lastRow, Number(match[2]))
    lastColumn = Math.max(lastColumn, columnNumber(match[1] ?? ''))
  }
  if (lastRow <= MAX_ROWS && lastRow * lastColumn <= MAX_CELLS) return
  throw refusal(
    `Bảng kéo đến dòng ${lastRow}, cột thứ ${lastColumn}: quá lớn. Xóa ô thừa ở xa danh sách hoặc chia nhỏ tệp.`,
  )
}

function columnNumber(letters: string): number {
  return letters.split('').reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function* zipParts(bytes: Buffer): Generator<{ name: string; method: number; packed: Buffer }> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('no zip directory')
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('broken zip directory')
    const size = bytes.readUInt32LE(at + 20)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    yield { name, method: bytes.readUInt16LE(at + 10), packed: bytes.subarray(start, start + size) }
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

type LibraryCell = CellValue | null

async function unpack(bytes: Buffer): Promise<{ sheet: string; data: LibraryCell[][] }[]> {
  try {
    return await readXlsxFile(bytes)
  } catch (error) {
    throw refusal(BROKEN, error)
  }
}

function toSheetRows(data: LibraryCell[][]): SheetRows {
  return data.map((row) => row.slice(0, MAX_COLUMNS).map(toSheetCell))
}

/** The library gives dates as midnight UTC of the day shown, so the day is read in UTC. */
function toSheetCell(cell: LibraryCell): SheetCell {
  const value: unknown = cell
  if (value instanceof Date) {
    const ms = value.getTime()
    if (Number.isNaN(ms)) return 'ngày hỏng'
    return { kind: 'date', day: dayFromNumber(Math.floor((ms + ROUNDING_MS) / MS_PER_DAY)) }
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function countPeople(rows: SheetRows): { mapping: ColumnMapping | undefined; people: number } {
  const mapping = recogniseHeaders(rows)
  if (!mapping) return { mapping, people: 0 }
  const people = rows.slice(mapping.headerRow).filter((row) => classifyRow(row, mapping) === 'person').length
  return { mapping, people }
}
