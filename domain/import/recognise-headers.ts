import type { Problem } from '#domain/errors.ts'
import type { ImportField } from './import-fields.ts'
import { matchHeader, type HeaderMatch } from './header-rules.ts'
import { cellText, isBlankCell, type SheetCell, type SheetRows } from './sheet-cell.ts'

/** One column of the list and what it means; `field` null when nobody knows or cares. */
interface MappedColumn {
  /** 0-based: 0 is Excel's column A. */
  column: number
  header: string
  field: ImportField | null
  /** 1 sure, under 1 to be confirmed by the clerk, 0 not recognised. */
  confidence: number
}

/** Where the header is and what each column means. Rows above and including `headerRow` hold no people. */
export interface ColumnMapping {
  /** The last row of the header as Excel numbers it (1-based). */
  headerRow: number
  columns: MappedColumn[]
}

/** What to tell when {@link recogniseHeaders} finds nothing. */
export const HEADER_NOT_FOUND: Problem = {
  code: 'header_not_found',
  message:
    'Không tìm thấy dòng tiêu đề có cột “Họ và tên” và ít nhất một cột khác. Thêm dòng tiêu đề vào bảng rồi thử lại.',
}

const SEARCHED_ROWS = 60
const SAMPLED_ROWS = 30

/**
 * Finds the header row by the meaning of its cells, under any titles, with columns in any order, on one row or
 * on two (a group over its parts). Undefined when no row names the people and at least one more thing.
 */
export function recogniseHeaders(rows: SheetRows): ColumnMapping | undefined {
  let best: { columns: MappedColumn[]; last: number; score: number } | undefined
  let searched = 0
  for (let i = 0; i < rows.length && searched < SEARCHED_ROWS; i += 1) {
    if (rows[i]?.every(isBlankCell) !== false) continue
    searched += 1
    const single = mapColumns((rows[i] ?? []).map((cell) => [headerText(cell)]))
    const singleScore = scoreOf(single)
    if (singleScore > (best?.score ?? 0)) best = { columns: single, last: i, score: singleScore }
    const next = rows[i + 1]
    if (next === undefined || !mayBeSecondHeaderRow(next)) continue
    const pair = mapColumns(joinHeaderRows(rows[i] ?? [], next))
    const pairScore = scoreOf(pair)
    // A second row must tell something new: else it is the first person of a list.
    if (pairScore > singleScore + 0.5 && pairScore > (best?.score ?? 0) && namesNoPerson(pair, next)) {
      best = { columns: pair, last: i + 1, score: pairScore }
    }
  }
  if (!best) return undefined
  const columns = adoptGivenName(best.columns, rows, best.last)
  return { headerRow: best.last + 1, columns }
}

function headerText(cell: SheetCell | undefined): string {
  return typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : ''
}

/** Header cells of two rows per column: the group (carried over its merged cells) and the part. */
function joinHeaderRows(upper: readonly SheetCell[], lower: readonly SheetCell[]): string[][] {
  let group = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const own = headerText(upper[column])
    const part = headerText(lower[column])
    if (own) group = own
    else if (!part) group = ''
    return own || part ? [own || group, part].filter(Boolean) : []
  })
}

function mapColumns(texts: string[][]): MappedColumn[] {
  const columns = texts.map((parts, column): MappedColumn & { match?: HeaderMatch } => {
    const match = bestMatch(parts)
    return { column, header: parts.join(' / '), field: null, confidence: 0, ...(match ? { match } : {}) }
  })
  const taken = new Set<ImportField>()
  // The surest wording gets a field; among equals the leftmost.
  const inTurn = columns.toSorted(
    (a, b) => (b.match?.confidence ?? 0) - (a.match?.confidence ?? 0) || a.column - b.column,
  )
  for (const column of inTurn) {
    if (!column.match || taken.has(column.match.field)) continue
    taken.add(column.match.field)
    column.field = column.match.field
    column.confidence = column.match.confidence
  }
  return columns.map(({ column, header, field, confidence }) => ({ column, header, field, confidence }))
}

function bestMatch(parts: string[]): HeaderMatch | undefined {
  const part = parts.at(-1) ?? ''
  const joined = matchHeader(parts.join(' '))
  if (parts.length < 2 || joined?.confidence === 1) return joined
  const own = matchHeader(part)
  return own && own.confidence >= (joined?.confidence ?? 0) ? own : joined
}

function scoreOf(columns: MappedColumn[]): number {
  const fields = new Set(columns.map((column) => column.field))
  const hasName = fields.has('name') || (fields.has('familyName') && fields.has('givenName'))
  const score = columns.reduce((sum, column) => sum + column.confidence, 0)
  const known = columns.filter((column) => column.field !== null && column.field !== 'order').length
  return hasName && known >= 2 ? score : 0
}

function mayBeSecondHeaderRow(row: readonly SheetCell[]): boolean {
  const filled = row.filter((cell) => !isBlankCell(cell))
  return filled.length > 0 && filled.every((cell) => typeof cell === 'string' && !/\d/.test(cell))
}

/** Under the name's header the second header row is empty or holds a header, never a person. */
function namesNoPerson(columns: MappedColumn[], second: readonly SheetCell[]): boolean {
  const name = columns.find((column) => column.field === 'name' || column.field === 'familyName')
  const below = name && cellText(second[name.column])
  return !below || matchHeader(below) !== undefined
}

/**
 * "Họ và tên" is often one merged header over two columns, surname and given name. The column right of it, with
 * no header and single words below, is the given name.
 */
function adoptGivenName(columns: MappedColumn[], rows: SheetRows, last: number): MappedColumn[] {
  const name = columns.find((column) => column.field === 'name')
  if (!name || columns.some((column) => column.field === 'givenName')) return columns
  const at = name.column + 1
  const right = columns.find((column) => column.column === at)
  if (right && right.header !== '') return columns
  const below = rows.slice(last + 1, last + 1 + SAMPLED_ROWS).flatMap((row) => {
    const text = cellText(row[at]).trim()
    return text ? [text] : []
  })
  const words = below.filter((text) => /^\p{L}[\p{L}\p{M}'’]*$/u.test(text.normalize('NFC')))
  if (below.length < 3 || words.length < below.length * 0.8) return columns
  const given: MappedColumn = { column: at, header: name.header, field: 'givenName', confidence: 0.7 }
  return [...columns.filter((column) => column.column !== at), given].toSorted((a, b) => a.column - b.column)
}
