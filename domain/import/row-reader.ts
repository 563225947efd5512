import { tidyName, tidyText, type TextRepair } from '#domain/names/tidy-name.ts'
import { IMPORT_FIELD_LABELS, type ImportField } from './import-fields.ts'
import type { CellFinding, CellRepair, CellWarning } from './import-person.ts'
import type { ColumnMapping } from './recognise-headers.ts'
import { cellText, echoCell, isBlankCell, type SheetCell } from './sheet-cell.ts'

const LONG_FIELDS: ReadonlySet<ImportField> = new Set(['address', 'note'])
const LONGEST_TEXT = 300
const LONGEST_LONG_TEXT = 2_000
const LONGEST_NAME = 100

/** Reads one row's cells by field and gathers what is wrong, doubtful and repaired in them. */
export class RowReader {
  readonly reasons: CellFinding[] = []
  readonly warnings: CellWarning[] = []
  readonly repaired: CellRepair[] = []
  readonly #row: readonly SheetCell[]
  readonly #columns: ReadonlyMap<ImportField, { column: number; header: string }>

  constructor(
    row: readonly SheetCell[],
    columns: ReadonlyMap<ImportField, { column: number; header: string }>,
  ) {
    this.#row = row
    this.#columns = columns
  }

  /** The field's cell, null when its column is absent or the cell shows nothing. */
  cell(field: ImportField): SheetCell {
    const at = this.#columns.get(field)
    const cell = at && this.#row[at.column]
    return cell === undefined || isBlankCell(cell) ? null : cell
  }

  has(field: ImportField): boolean {
    return this.#columns.has(field)
  }

  /** The cell as tidy text; '' when empty. Too long a text is a reason, its repairs are recorded. */
  text(field: ImportField): string {
    const raw = cellText(this.cell(field))
    if (raw === '') return ''
    const longest = LONG_FIELDS.has(field) ? LONGEST_LONG_TEXT : LONGEST_TEXT
    if (raw.length > longest) {
      this.refuse(
        field,
        'text_too_long',
        `Ô này dài ${raw.length} ký tự, tối đa ${longest}. Rút gọn rồi nhập lại.`,
      )
      return ''
    }
    const tidy = tidyText(raw.replace(/^'(?=\S)/, ''))
    this.noteRepair(field, raw, tidy.text, tidy.repairs)
    return tidy.text
  }

  /** The cell as a person's name; '' when empty. */
  personName(field: ImportField): string {
    const raw = cellText(this.cell(field))
    if (raw.length > LONGEST_NAME * 3) return this.#refuseLongName(field, raw.length)
    const tidy = tidyName(raw)
    if (tidy.name.length > LONGEST_NAME) return this.#refuseLongName(field, tidy.name.length)
    this.noteRepair(field, raw, tidy.name, tidy.repairs)
    return tidy.name
  }

  #refuseLongName(field: ImportField, length: number): string {
    this.refuse(field, 'name_too_long', `Họ tên dài ${length} ký tự, tối đa ${LONGEST_NAME}. Xem lại ô này.`)
    return ''
  }

  refuse(field: ImportField, code: string, message: string): void {
    this.reasons.push({ ...this.#place(field), code, message })
  }

  warn(field: ImportField, code: string, message: string, level: CellWarning['level'] = 'warning'): void {
    this.warnings.push({ ...this.#place(field), code, message, level })
  }

  noteRepair(field: ImportField, from: string, to: string, kinds: TextRepair[]): void {
    const kind = kinds[0]
    if (kind === undefined || to === '') return
    this.repaired.push({
      column: this.#place(field).column,
      from: echoCell(from),
      to: echoCell(to),
      kind,
      kinds,
    })
  }

  #place(field: ImportField): { column: string; value: string } {
    const at = this.#columns.get(field)
    return { column: at?.header || IMPORT_FIELD_LABELS[field], value: echoCell(this.cell(field)) }
  }
}

/** Columns by field, worked out once per sheet. */
export function columnsByField(mapping: ColumnMapping): Map<ImportField, { column: number; header: string }> {
  return new Map(
    mapping.columns.flatMap(({ field, column, header }) =>
      field === null ? [] : [[field, { column, header }] as const],
    ),
  )
}
