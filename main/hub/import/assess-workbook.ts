import type { ReadDb } from '#db/connection/handles.ts'
import { findBedByCode, hasBeds } from '#db/queries/imports/beds.ts'
import type { ImportRowLine } from '#domain/contract/imports.ts'
import { assessInSteps, type SheetAssessment } from '#domain/import/assess-sheet.ts'
import type { CellFinding, CellWarning, ImportPerson } from '#domain/import/import-person.ts'
import type { ImportDefaults } from '#domain/import/read-row.ts'
import type { ColumnMapping } from '#domain/import/recognise-headers.ts'
import { cellText, echoCell, isBlankCell, type SheetRows } from '#domain/import/sheet-cell.ts'
import { tidyName } from '#domain/names/tidy-name.ts'
import type { Day } from '#domain/time/day.ts'
import { adminUnitIndex } from './admin-units.ts'
import { findKnown } from './find-known.ts'
import { readWorkbook } from './read-workbook.ts'

/** Someone ready to be written, with the commune of today that the written address means. */
export interface ImportEntry {
  row: number
  person: ImportPerson
  communeCode: string | null
  provinceCode: string | null
  addressDetail: string | null
}

/** A row that somebody must decide on: it repeats a row of the list, or a person of the house. */
export interface ParkedEntry extends ImportEntry {
  of: number | null
  personId: string | null
  /** The row as it stands in the list, column by column. */
  cells: string[]
}

/** A row that cannot go in. */
export interface RefusedRow {
  row: number
  name: string
  reasons: CellFinding[]
  cells: string[]
}

/** A row as the dry run shows it; the two sides of a duplicate are looked up when the row is shown. */
export type AssessedRow = Omit<ImportRowLine, 'duplicate'> & {
  duplicate: { of: number | null; personId: string | null } | null
}

/** All that a dry run found. */
export interface WorkbookAssessment {
  sheet: string
  sheetNames: string[]
  mapping: ColumnMapping | null
  /** Texts of each column's first filled cells, by column. */
  samples: string[][]
  firstRows: string[][]
  /** Every row that is not blank, in the order of the list. */
  rows: AssessedRow[]
  people: ImportEntry[]
  parked: ParkedEntry[]
  refused: RefusedRow[]
}

export interface AssessWorkbookOptions {
  bytes: Buffer
  /** The sheet to read; null takes the one with most people. */
  sheet?: string | null
  today: Day
  /** Columns as a person set them; null recognises the header. Header texts are read from the sheet. */
  mapping: {
    headerRow: number
    columns: { column: number; field: ColumnMapping['columns'][number]['field'] }[]
  } | null
  defaults?: ImportDefaults
  progress?: (done: number, total: number | null, step: string) => void
}

const SAMPLES = 3
const FIRST_ROWS = 15
const MAX_SHOWN_COLUMNS = 60
/** What one cell of Excel can hold. */
const CELL_LENGTH = 32_000

/**
 * Reads a workbook and judges every row against itself, the other rows and the people of the house. Reads only.
 * @throws AppError `invalid_input`, `payload_too_large` when the file is no readable list
 */
export async function assessWorkbook(
  db: ReadDb,
  options: AssessWorkbookOptions,
): Promise<WorkbookAssessment> {
  const progress = options.progress ?? (() => {})
  progress(0, null, 'Đọc tệp')
  const book = await readWorkbook(options.bytes, options.sheet)
  const mapping = options.mapping ? withHeaders(options.mapping, book.rows) : book.mapping
  const common = {
    sheet: book.sheet,
    sheetNames: book.sheetNames,
    firstRows: book.rows.slice(0, FIRST_ROWS).map((row) => row.slice(0, MAX_SHOWN_COLUMNS).map(echoCell)),
  }
  if (!mapping) {
    return { ...common, mapping: null, samples: [], rows: [], people: [], parked: [], refused: [] }
  }
  const steps = assessInSteps(book.rows, {
    today: options.today,
    mapping,
    ...(options.defaults ? { defaults: options.defaults } : {}),
  })
  let step = steps.next()
  while (step.done !== true) {
    progress(step.value.done, step.value.total, 'Xét từng dòng')
    step = steps.next()
  }
  const found = new AgainstHouse(db, book.rows, step.value, progress)
  return {
    ...common,
    mapping,
    samples: mapping.columns.map(({ column }) => samplesOf(book.rows, mapping.headerRow, column)),
    ...found.result(mapping),
  }
}

function withHeaders(chosen: NonNullable<AssessWorkbookOptions['mapping']>, rows: SheetRows): ColumnMapping {
  const header = rows[chosen.headerRow - 1] ?? []
  return {
    headerRow: chosen.headerRow,
    columns: chosen.columns.map(({ column, field }) => ({
      column,
      field,
      header: echoCell(header[column]).trim(),
      confidence: field === null ? 0 : 1,
    })),
  }
}

function samplesOf(rows: SheetRows, headerRow: number, column: number): string[] {
  const found: string[] = []
  for (let i = headerRow; i < rows.length && found.length < SAMPLES; i += 1) {
    const cell = rows[i]?.[column]
    if (!isBlankCell(cell)) found.push(echoCell(cell).slice(0, 60))
  }
  return found
}

/** Sets what the sheet says against the people and beds of the house. */
class AgainstHouse {
  readonly #db: ReadDb
  readonly #rows: SheetRows
  readonly #sheet: SheetAssessment
  readonly #units = adminUnitIndex()
  readonly #hasBeds: boolean
  readonly #people: ImportEntry[] = []
  readonly #parked: ParkedEntry[] = []
  readonly #bedWishes = new Map<number, CellWarning>()

  constructor(
    db: ReadDb,
    rows: SheetRows,
    sheet: SheetAssessment,
    progress: (done: number, total: number | null, step: string) => void,
  ) {
    this.#db = db
    this.#rows = rows
    this.#sheet = sheet
    this.#hasBeds = hasBeds(db)
    const ofRow = new Map(sheet.duplicates.map(({ row, of }) => [row, of]))
    for (const { row, person } of sheet.parked) {
      this.#parked.push({
        ...this.#entry(row, person),
        of: ofRow.get(row) ?? null,
        personId: null,
        cells: this.#cells(row),
      })
    }
    for (const [i, { row, person }] of sheet.people.entries()) {
      if (i % 100 === 0) progress(i, sheet.people.length, 'So với người đã có')
      this.#judge(row, person)
    }
  }

  #judge(row: number, person: ImportPerson): void {
    const entry = this.#entry(row, person)
    const known = findKnown(this.#db, person)
    if (known) this.#parked.push({ ...entry, of: null, personId: known.id, cells: this.#cells(row) })
    else this.#people.push(entry)
    if (this.#hasBeds && person.bed !== undefined) this.#bedWishes.set(row, this.#bedWish(person, person.bed))
  }

  #entry(row: number, person: ImportPerson): ImportEntry {
    const place = person.address === undefined ? undefined : this.#units.understandAddress(person.address)
    return {
      row,
      person,
      communeCode: place?.communeCode ?? null,
      provinceCode: place?.provinceCode ?? null,
      addressDetail: place?.detail || null,
    }
  }

  #bedWish(person: ImportPerson, bed: string): CellWarning {
    const codes = [bed, ...(person.room ? [`${person.room}-${bed}`] : [])]
    const found = findBedByCode(this.#db, codes)
    const at = { column: 'Giường', value: bed, code: 'bed_wish' }
    if (!found)
      return { ...at, level: 'note', message: 'Cơ sở không có giường này. Xếp giường sau khi nhập.' }
    return found.isTaken
      ? { ...at, level: 'note', message: `Giường ${found.code} đang có người. Xếp giường khác sau khi nhập.` }
      : { ...at, level: 'note', message: `Giường ${found.code} đang trống. Xếp giường sau khi nhập.` }
  }

  #cells(row: number): string[] {
    return (this.#rows[row - 1] ?? []).map((cell) => cellText(cell).slice(0, CELL_LENGTH))
  }

  result(mapping: ColumnMapping): Pick<WorkbookAssessment, 'rows' | 'people' | 'parked' | 'refused'> {
    const { rejected, warnings, repaired, skipped } = this.#sheet
    const said = new Map(warnings.map(({ row, reasons }) => [row, reasons]))
    const mended = new Map(repaired.map(({ row, cells }) => [row, cells]))
    const refused = rejected.map(({ row, reasons }) => ({
      row,
      reasons,
      name: nameIn(this.#rows[row - 1] ?? [], mapping),
      cells: this.#cells(row),
    }))
    const line = (row: number, name: string, verdict: AssessedRow['verdict']): AssessedRow => {
      const wish = this.#bedWishes.get(row)
      return {
        row,
        verdict,
        name,
        reasons: [],
        warnings: [...(said.get(row) ?? []), ...(wish ? [wish] : [])],
        repaired: (mended.get(row) ?? []).map(({ column, from, to, kind }) => ({ column, from, to, kind })),
        duplicate: null,
      }
    }
    const rows = [
      ...this.#people.map(({ row, person }) => line(row, person.name, 'importable')),
      ...this.#parked.map(({ row, person, of, personId }) => ({
        ...line(row, person.name, 'duplicate'),
        duplicate: { of, personId },
      })),
      ...refused.map(({ row, name, reasons }) => ({ ...line(row, name, 'rejected'), reasons })),
      ...skipped.map(({ row, text }) => line(row, text, 'skipped')),
    ].toSorted((a, b) => a.row - b.row)
    const parked = this.#parked.toSorted((a, b) => a.row - b.row)
    return { rows, people: this.#people, parked, refused }
  }
}

/** The name of a row that could not be read as a person, as far as there is one. */
function nameIn(row: SheetRows[number], mapping: ColumnMapping): string {
  const parts = (['familyName', 'name', 'givenName'] as const).flatMap((field) => {
    const at = mapping.columns.find((column) => column.field === field)
    return at ? [cellText(row[at.column]).slice(0, 200)] : []
  })
  return echoCell(tidyName(parts.join(' ')).name)
}
