import { foldName } from '#domain/names/fold-name.ts'
import { tidyText } from '#domain/names/tidy-name.ts'
import type { ImportField } from './import-fields.ts'
import { matchHeader } from './header-rules.ts'
import type { ColumnMapping } from './recognise-headers.ts'
import { parseTrack } from './list-words.ts'
import { cellText, isBlankCell, type SheetCell } from './sheet-cell.ts'

/** What a row of the sheet is; only `person` rows are counted. */
export type RowKind = 'person' | 'blank' | 'total' | 'header' | 'title' | 'footer'

/** Columns that only a person's row fills. */
const STRONG: ReadonlySet<ImportField> = new Set([
  'birth',
  'birthYear',
  'sexMale',
  'sexFemale',
  'idNumber',
  'track',
  'receivedOn',
  'decisionNumber',
  'decisionOn',
  'sex',
])
const IGNORED: ReadonlySet<ImportField> = new Set(['order', 'note'])

const TOTAL =
  /^(?:t[oổ]ng (?:c[oộ]ng|s[oố])|t[oổ]ng(?= *[:=\d(])|c[oộ]ng(?= *[:=\d(.]|$| (?:trang|d[oồ]n|l[uũ]y|trên|trang|khu|d[iệ]n))|l[uũ]y k[eế]|t[oổ]ng$)/iu
const FOOTER =
  /^(?:nguoi lap|lap bang|lap bieu|thu truong|giam doc|pho giam doc|truong co so|pho truong|ke toan|can bo|xac nhan|noi nhan|k\/?t\b|t\/?l\b|t\/?m\b|\(?ky,? ?(?:va )?ghi ro|ky ten|danh sach (?:nay|tren)|bang chu|an dinh|ghi chu ?:|luu y ?:|[\p{L} ]{2,40}, ?ngay .{0,20}thang)/u
const SECTION =
  /^(?:(?:[ivx]+|[a-h]|\d{1,2}) ?[.)/:-] ?(?:dien|khu|doi|to|nhom|doi tuong|bat buoc|tu nguyen|hoc vien|nam|nu)\b|(?:dien|khu|phan khu|doi|to|nhom|phong|buong|danh sach|doi tuong|hoc vien) .{0,60}$|(?:nam|nu|bat buoc|tu nguyen|cai nghien bat buoc|cai nghien tu nguyen)\b.{0,20}$)/u

/** What stands where in a row, worked out once per row. */
interface RowShape {
  filled: { column: number; text: string; cell: SheetCell }[]
  name: string
  hasOrder: boolean
  strong: number
  other: number
}

/** Tells people from titles, totals, repeated headers, signatures and blanks. */
export function classifyRow(row: readonly SheetCell[], mapping: ColumnMapping): RowKind {
  const shape = shapeOf(row, mapping)
  if (shape.filled.length === 0) return 'blank'
  if (isRepeatedHeader(row, mapping)) return 'header'
  if (isColumnNumbers(shape)) return 'header'
  const first = tidyText(shape.filled[0]?.text.slice(0, 200) ?? '').text
  const leads = [first, tidyText(shape.name.slice(0, 200)).text]
  if (shape.strong < 2 && leads.some((lead) => TOTAL.test(lead))) return 'total'
  if (isSignatureLine(shape)) return 'footer'
  if (shape.strong >= 2) return 'person'
  if (shape.name === '') {
    if (shape.hasOrder && shape.strong + shape.other > 0) return 'person'
    // Numbers prepared for people who were never written in.
    if (shape.hasOrder && shape.filled.length === 1 && isPlainNumber(first)) return 'blank'
    return FOOTER.test(foldName(first)) ? 'footer' : 'title'
  }
  if (shape.hasOrder && isPlainNumber(first)) return 'person'
  if (shape.filled.some(({ text }) => FOOTER.test(foldName(text.slice(0, 120))))) return 'footer'
  if (shape.filled.length === 1 && SECTION.test(foldName(first))) return 'title'
  if (shape.strong + shape.other > 0) return 'person'
  // A name alone is a person where the list has no numbers, and a signature where it has.
  const isNumbered = mapping.columns.some((column) => column.field === 'order')
  if (isNumbered) return 'footer'
  return /^[\p{L}\p{M} .'’()-]{3,60}$/u.test(shape.name.normalize('NFC')) ? 'person' : 'title'
}

/** Signatures under a list stand in whatever columns they like: titles or names of who signs, no number, no day. */
function isSignatureLine({ filled, name, hasOrder }: RowShape): boolean {
  if (name !== '' || hasOrder) return false
  const texts = filled.map(({ text }) => foldName(text.slice(0, 120)))
  if (filled.some(({ cell }) => typeof cell !== 'string') || texts.some((text) => /\d/.test(text)))
    return false
  return texts.some((text) => FOOTER.test(text)) || texts.every((text) => isSigner(text))
}

/** Two to five words that are no word of a list: somebody's name. */
function isSigner(folded: string): boolean {
  return /^[a-z']+(?: [a-z']+){1,4}$/.test(folded) && parseTrack(folded) === undefined
}

function shapeOf(row: readonly SheetCell[], mapping: ColumnMapping): RowShape {
  const filled = row.flatMap((cell, column) =>
    isBlankCell(cell) ? [] : [{ column, text: cellText(cell).trim(), cell }],
  )
  const shape: RowShape = { filled, name: '', hasOrder: false, strong: 0, other: 0 }
  for (const { column, text } of filled) {
    const field =
      mapping.columns[column]?.column === column ? mapping.columns[column].field : fieldAt(mapping, column)
    if (field === 'name' || field === 'familyName' || field === 'givenName')
      shape.name = `${shape.name} ${text}`.trim()
    else if (field === 'order') shape.hasOrder = true
    else if (field && STRONG.has(field)) shape.strong += 1
    else if (field && !IGNORED.has(field)) shape.other += 1
  }
  return shape
}

function fieldAt(mapping: ColumnMapping, column: number): ImportField | null {
  return mapping.columns.find((one) => one.column === column)?.field ?? null
}

/** A header printed again on each page: most of its cells say what the header says. */
function isRepeatedHeader(row: readonly SheetCell[], mapping: ColumnMapping): boolean {
  // The name's header comes first: matching every cell of every row would take most of the time.
  const name = mapping.columns.find(({ field }) => field === 'name' || field === 'familyName')
  if (!name || matchHeader(cellText(row[name.column]).slice(0, 200))?.field !== name.field) return false
  let same = 0
  let mapped = 0
  for (const { column, field } of mapping.columns) {
    if (field === null || isBlankCell(row[column])) continue
    mapped += 1
    const cell = row[column]
    const match = typeof cell === 'string' ? matchHeader(cell) : undefined
    if (match?.field === field && match.confidence === 1) same += 1
  }
  return same >= 2 && same >= mapped * 0.6
}

/** The row "(1) (2) (3)…" or "A B 1 2…" that numbers the columns under a header. */
function isColumnNumbers(shape: RowShape): boolean {
  if (shape.filled.length < 3) return false
  const marks = shape.filled.map(({ text }) => /^\(?(\d{1,2}|[A-Za-z])\)?$/.exec(text)?.[1])
  if (marks.some((mark) => mark === undefined)) return false
  const numbers = marks.flatMap((mark) => (/^\d+$/.test(mark ?? '') ? [Number(mark)] : []))
  return numbers.length >= 2 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
}

function isPlainNumber(text: string): boolean {
  return /^\d{1,6}[.)]?$/.test(text)
}
