import { checkCitizenId, readCitizenId } from '#domain/identity/citizen-id.ts'
import { parseIdentityNumber } from '#domain/identity/identity-number.ts'
import type { Sex } from '#domain/people/sex.ts'
import type { Track } from '#domain/stay/track.ts'
import type { Day } from '#domain/time/day.ts'
import type { ImportField } from './import-fields.ts'
import type { CellFinding, CellRepair, CellWarning, ImportPerson } from './import-person.ts'
import { isTick, parseSex } from './list-words.ts'
import { parseBirth } from './parse-day.ts'
import {
  readDecision,
  readOrdinal,
  readReceived,
  readSoftDay,
  readTerm,
  readTrack,
} from './read-stay-cells.ts'
import { RowReader } from './row-reader.ts'
import { cellText, type SheetCell } from './sheet-cell.ts'

/** What holds for every row of a list that does not say it itself, chosen by the clerk or told by a title. */
export interface ImportDefaults {
  track?: Track
  receivedOn?: Day
  sex?: Sex
}

interface ReadRowOptions {
  today: Day
  defaults?: ImportDefaults
}

/** A person's row read: the person when nothing stands against it, else the reasons. */
interface ReadRow {
  person?: ImportPerson
  reasons: CellFinding[]
  warnings: CellWarning[]
  repaired: CellRepair[]
}

const TEXT_FIELDS = [
  'ethnicity',
  'occupation',
  'education',
  'decisionBy',
  'substance',
  'zone',
  'room',
  'bed',
  'team',
  'dossierNumber',
  'phone',
  'note',
] as const satisfies readonly ImportField[]
const NAME_FIELDS = [
  'alias',
  'fatherName',
  'motherName',
  'spouseName',
] as const satisfies readonly ImportField[]

type KeptTexts = Partial<Record<(typeof TEXT_FIELDS)[number] | (typeof NAME_FIELDS)[number], string>>

/**
 * Reads one person's row. Refused: no name, a birth date that cannot be, received in the future or before birth
 * or on no readable day, an unknown track, a term that is no number of months, a sex that nothing tells, texts
 * beyond their length. Everything else doubtful is a warning. Cells are data: nothing in them is evaluated.
 */
export function readRow(
  row: readonly SheetCell[],
  columns: ReadonlyMap<ImportField, { column: number; header: string }>,
  options: ReadRowOptions,
): ReadRow {
  const reader = new RowReader(row, columns)
  const name = readName(reader)
  const birth = readBirth(reader, options.today)
  const paper = readPaper(reader, options.today)
  const sex = readSex(reader, paper.idNumber, options.defaults?.sex)
  const track = readTrack(reader, options.defaults?.track)
  const receivedOn = readReceived(reader, options.today, options.defaults?.receivedOn, birth.birthOn)
  const termMonths = readTerm(reader, track)
  const ordinal = readOrdinal(reader)
  const decision = readDecision(reader, options.today)
  const expectedEndOn = readSoftDay(reader, 'expectedEndOn', options.today)
  const address = readAddress(reader)
  const texts: KeptTexts = {}
  for (const field of TEXT_FIELDS) keep(texts, field, reader.text(field))
  for (const field of NAME_FIELDS) keep(texts, field, reader.personName(field))
  if (paper.idNumber !== undefined && paper.idKind === 'citizen-card') {
    const known = {
      ...(sex ? { sex } : {}),
      ...(birth.birthOn ? { birthYear: Number(birth.birthOn.slice(0, 4)) } : {}),
    }
    for (const { code, message } of checkCitizenId(paper.idNumber, known))
      reader.warn('idNumber', code, message)
  }
  const found = { reasons: reader.reasons, warnings: reader.warnings, repaired: reader.repaired }
  if (reader.reasons.length > 0 || !sex || !track || !receivedOn) return found
  const person: ImportPerson = {
    name,
    ...birth,
    sex,
    ...paper,
    ...(address ? { address } : {}),
    track,
    receivedOn,
    ...decision,
    ...(termMonths === undefined ? {} : { termMonths }),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(expectedEndOn ? { expectedEndOn } : {}),
    ...texts,
  }
  return { person, ...found }
}

function keep(texts: KeptTexts, field: keyof KeptTexts, text: string): void {
  if (text !== '') texts[field] = text
}

function readName(reader: RowReader): string {
  const parts = (['familyName', 'name', 'givenName'] as const)
    .map((field) => reader.personName(field))
    .filter(Boolean)
  const name = parts.join(' ')
  const field = reader.has('name') ? 'name' : 'familyName'
  if (name === '' && reader.reasons.length === 0) {
    reader.refuse(field, 'name_missing', 'Dòng này không có họ tên. Điền họ và tên rồi nhập lại.')
  } else if (name !== '' && !/^[\p{L}\p{M} .,'’()\-–/]+$/u.test(name)) {
    reader.warn(field, 'name_odd', 'Họ tên có ký tự không phải chữ. Được giữ nguyên như văn bản; xem lại.')
  }
  return name
}

function readBirth(reader: RowReader, today: Day): Pick<ImportPerson, 'birthOn' | 'birthPrecision'> {
  const { field, cell } = birthCell(reader)
  const read = parseBirth(cell, today)
  if (read.kind === 'day') return { birthOn: read.day, birthPrecision: read.precision }
  if (read.kind === 'problem') {
    reader.refuse(field, read.problem.code.replace(/^date_/, 'birth_'), read.problem.message)
  } else {
    reader.warn(field, 'birth_missing', 'Chưa có ngày sinh. Bổ sung khi có giấy tờ.')
  }
  return {}
}

/** The birth date's cell: its own column, day-month-year columns joined, or the year in a Nam or Nữ column. */
function birthCell(reader: RowReader): { field: ImportField; cell: SheetCell } {
  const own = reader.cell('birth')
  if (own !== null) return { field: 'birth', cell: own }
  const year = reader.cell('birthYear')
  if (year !== null) {
    const parts = [reader.cell('birthDate'), reader.cell('birthMonth')].map(
      (part) => cellText(part).trim() || '00',
    )
    return { field: 'birthYear', cell: [...parts, cellText(year).trim()].join('/') }
  }
  for (const field of ['sexMale', 'sexFemale'] as const) {
    const cell = reader.cell(field)
    if (cell !== null && typeof cell !== 'boolean' && !isTick(cellText(cell))) return { field, cell }
  }
  return { field: reader.has('birthYear') ? 'birthYear' : 'birth', cell: null }
}

function readPaper(
  reader: RowReader,
  today: Day,
): Pick<ImportPerson, 'idNumber' | 'idKind' | 'idIssuedOn' | 'idIssuedBy'> {
  const cell = reader.cell('idNumber')
  const raw = cellText(cell)
  const read = raw.length > 200 ? undefined : parseIdentityNumber(raw, typeof cell === 'number')
  if (raw.length > 200) {
    reader.refuse(
      'idNumber',
      'text_too_long',
      `Ô này dài ${raw.length} ký tự, không phải số giấy tờ. Xem lại.`,
    )
  }
  if (!read) {
    if (raw.length <= 200)
      reader.warn('idNumber', 'id_missing', 'Chưa có số giấy tờ. Vẫn nhập được; bổ sung sau.', 'note')
    return {}
  }
  for (const { code, message } of read.problems) {
    if (code === 'id_leading_zero') reader.noteRepair('idNumber', raw, read.number, ['leading-zero'])
    else reader.warn('idNumber', code, message)
  }
  const idIssuedBy = reader.text('idIssuedBy')
  const idIssuedOn = readSoftDay(reader, 'idIssuedOn', today)
  return {
    idNumber: read.number,
    idKind: read.kind,
    ...(idIssuedOn ? { idIssuedOn } : {}),
    ...(idIssuedBy ? { idIssuedBy } : {}),
  }
}

function readSex(
  reader: RowReader,
  idNumber: string | undefined,
  fallback: Sex | undefined,
): Sex | undefined {
  const isMale = reader.cell('sexMale') !== null
  const isFemale = reader.cell('sexFemale') !== null
  if (isMale !== isFemale) return isMale ? 'male' : 'female'
  if (isMale) {
    reader.refuse('sexMale', 'sex_both', 'Cả hai cột Nam và Nữ đều được đánh dấu. Bỏ một dấu rồi nhập lại.')
    return undefined
  }
  const text = reader.text('sex')
  const said = parseSex(text)
  if (said) return said
  const fromPaper = idNumber === undefined ? undefined : readCitizenId(idNumber)?.sex
  if (fromPaper) {
    reader.warn(
      'sex',
      'sex_from_id',
      `Giới tính ${fromPaper === 'male' ? 'nam' : 'nữ'} được lấy từ số định danh. Xem lại.`,
    )
    return fromPaper
  }
  if (text === '' && fallback) return fallback
  const message =
    text === ''
      ? 'Chưa có giới tính và số định danh không cho biết. Ghi Nam hoặc Nữ.'
      : 'Không rõ giới tính ghi ở ô này. Ghi Nam hoặc Nữ.'
  reader.refuse('sex', text === '' ? 'sex_missing' : 'sex_unknown', message)
  return undefined
}

function readAddress(reader: RowReader): string {
  const parts = (['address', 'commune', 'district', 'province'] as const).map((field) => reader.text(field))
  return parts.filter(Boolean).join(', ')
}
