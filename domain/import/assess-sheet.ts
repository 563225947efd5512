import type { Day } from '#domain/time/day.ts'
import type { Track } from '#domain/stay/track.ts'
import { tidyText } from '#domain/names/tidy-name.ts'
import { classifyRow, type RowKind } from './classify-row.ts'
import {
  duplicateKey,
  type CellFinding,
  type CellRepair,
  type CellWarning,
  type ImportPerson,
} from './import-person.ts'
import { parseTrack } from './list-words.ts'
import { readRow, type ImportDefaults } from './read-row.ts'
import type { ColumnMapping } from './recognise-headers.ts'
import { columnsByField } from './row-reader.ts'
import { cellText, echoCell, isBlankCell, type SheetCell, type SheetRows } from './sheet-cell.ts'

/** Row numbers are Excel's: 1-based, titles and blanks counted. */
export interface SheetAssessment {
  /** People's rows only: `importable + rejected.length + duplicates.length`. */
  rows: number
  importable: number
  /** One entry per refused row. */
  rejected: { row: number; reasons: CellFinding[] }[]
  /** Rows that repeat an earlier row that can go in: parked until someone decides. */
  duplicates: { row: number; of: number }[]
  /** One entry per people's row with something to look at, whatever its verdict. */
  warnings: { row: number; reasons: CellWarning[] }[]
  /** One entry per people's row with repaired cells. */
  repaired: { row: number; cells: CellRepair[] }[]
  /** Those who can go in, in the order of the list. */
  people: { row: number; person: ImportPerson }[]
  /** Those parked as duplicates, should someone decide that they are different people. */
  parked: { row: number; person: ImportPerson }[]
  /** What was not taken for a person and why, blank rows left out. */
  skipped: { row: number; kind: Exclude<RowKind, 'person' | 'blank'>; text: string }[]
}

export interface AssessOptions {
  today: Day
  mapping: ColumnMapping
  defaults?: ImportDefaults
}

const ROWS_PER_STEP = 200

/**
 * Assesses a sheet in steps of 200 rows, yielding how far it got, so that a worker can report progress and stop
 * between steps. The return value is the whole assessment.
 */
export function* assessInSteps(
  rows: SheetRows,
  options: AssessOptions,
): Generator<{ done: number; total: number }, SheetAssessment> {
  const { mapping, today } = options
  const columns = columnsByField(mapping)
  const assessment = emptyAssessment()
  const seen = new Map<string, number>()
  const papers = new Map<string, number>()
  // Only where no column tells the track may a title speak for the rows under it.
  const takesTitles = !columns.has('track')
  let titled = takesTitles ? titledTrack(rows.slice(0, mapping.headerRow)) : undefined
  for (let i = mapping.headerRow; i < rows.length; i += 1) {
    if (i > mapping.headerRow && (i - mapping.headerRow) % ROWS_PER_STEP === 0)
      yield { done: i, total: rows.length }
    const cells = rows[i] ?? []
    const row = i + 1
    const kind = classifyRow(cells, mapping)
    if (kind === 'blank') continue
    if (kind !== 'person') {
      if (takesTitles && kind === 'title') titled = titledTrack([cells]) ?? titled
      assessment.skipped.push({ row, kind, text: echoCell(cells.map(cellText).filter(Boolean).join(' ')) })
      continue
    }
    const defaults = { ...(titled ? { track: titled } : {}), ...options.defaults }
    const read = readRow(cells, columns, { today, defaults })
    assessment.rows += 1
    if (read.repaired.length > 0) assessment.repaired.push({ row, cells: read.repaired })
    const warnings = [...read.warnings]
    if (!read.person) {
      assessment.rejected.push({ row, reasons: read.reasons })
    } else {
      const key = duplicateKey(read.person)
      const of = seen.get(key)
      if (of !== undefined) {
        assessment.duplicates.push({ row, of })
        assessment.parked.push({ row, person: read.person })
      } else {
        seen.set(key, row)
        warnings.push(...samePaper(read.person, row, papers, columns.get('idNumber')?.header))
        assessment.people.push({ row, person: read.person })
      }
    }
    if (warnings.length > 0) assessment.warnings.push({ row, reasons: warnings })
  }
  assessment.importable = assessment.people.length
  return assessment
}

/** {@link assessInSteps} in one go. */
export function assessSheet(rows: SheetRows, options: AssessOptions): SheetAssessment {
  const steps = assessInSteps(rows, options)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function emptyAssessment(): SheetAssessment {
  return {
    rows: 0,
    importable: 0,
    rejected: [],
    duplicates: [],
    warnings: [],
    repaired: [],
    people: [],
    parked: [],
    skipped: [],
  }
}

/** The one track that titles name; undefined when they name none or several. */
function titledTrack(rows: SheetRows): Track | undefined {
  const named = rows.flatMap((row) =>
    row.flatMap((cell: SheetCell) => {
      const track = isBlankCell(cell) ? undefined : parseTrack(tidyText(cellText(cell).slice(0, 200)).text)
      return track ? [track] : []
    }),
  )
  const tracks = new Set(named)
  return tracks.size === 1 ? named[0] : undefined
}

/** The same paper under another name or birth is not an exact duplicate, but somebody must look. */
function samePaper(
  person: ImportPerson,
  row: number,
  papers: Map<string, number>,
  header: string | undefined,
): CellWarning[] {
  if (person.idNumber === undefined || person.idNumber.length < 9) return []
  const earlier = papers.get(person.idNumber)
  if (earlier === undefined) {
    papers.set(person.idNumber, row)
    return []
  }
  const message = `Trùng số giấy tờ với dòng ${earlier} nhưng khác họ tên hoặc ngày sinh. Xem có phải một người.`
  return [{ column: header ?? '', value: person.idNumber, code: 'id_repeated', message, level: 'warning' }]
}
