import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { AppError } from '#domain/errors.ts'
import { assessSheet } from '#domain/import/assess-sheet.ts'
import { recogniseHeaders } from '#domain/import/recognise-headers.ts'
import { spellingOf } from '#domain/names/vietnamese-syllable.ts'
import { readWorkbook } from './read-workbook.ts'

const SAMPLES = new URL('../../../tests/samples/', import.meta.url)
const CODE_OF_PROBLEM: Record<string, string> = {
  'unknown track': 'track_unknown',
  'impossible date': 'birth_impossible',
  'no name': 'name_missing',
  'received in the future': 'received_in_future',
  'term not a number': 'term_not_number',
  '(note) no id': 'id_missing',
  '(warning) short id': 'id_short',
}

interface Truth {
  rows: number
  good: number
  duplicates: number
  problems: Record<string, number>
}

function isTruth(value: unknown): value is Truth {
  return typeof value === 'object' && value !== null && 'rows' in value && 'problems' in value
}

function readTruth(sample: string): Truth {
  const truth: unknown = JSON.parse(readFileSync(new URL(`${sample}.truth.json`, SAMPLES), 'utf8'))
  if (!isTruth(truth)) throw new Error(`no truth about ${sample}`)
  return truth
}

describe.each(['danh-sach-cu-400', 'danh-sach-cu-2000'])('the old list %s', (sample) => {
  it('counts exactly what is true of it', async () => {
    const workbook = await readWorkbook(readFileSync(new URL(`${sample}.xlsx`, SAMPLES)))
    if (!workbook.mapping) throw new Error('no header')
    const found = assessSheet(workbook.rows, { today: '2026-11-22', mapping: workbook.mapping })
    const truth = readTruth(sample)
    const codes = [...found.rejected, ...found.warnings].flatMap((row) =>
      row.reasons.map((reason) => reason.code),
    )
    expect({
      rows: found.rows,
      good: found.importable,
      duplicates: found.duplicates.length,
      problems: Object.fromEntries(
        Object.keys(truth.problems).map((problem) => [
          problem,
          codes.filter((code) => code === CODE_OF_PROBLEM[problem]).length,
        ]),
      ),
    }).toEqual({ rows: truth.rows, good: truth.good, duplicates: truth.duplicates, problems: truth.problems })
    expect(found.rejected.length).toBe(truth.rows - truth.good - truth.duplicates)
    expect(workbook.mapping.headerRow).toBe(6)
  })

  it.each([
    [
      'HỌ TÊN ĐỐI TƯỢNG',
      'NTNS',
      'Nam/Nữ',
      'Số định danh',
      'HKTT',
      'Hình thức cai',
      'QĐ số',
      'Ngày tiếp nhận',
      'T/hạn',
    ],
    [
      'Hä vµ tªn',
      'N¨m sinh',
      'Giíi tÝnh',
      'Sè CMND',
      'N¬i c­ tró',
      'DiÖn',
      'Sè Q§',
      'Ngµy vµo',
      'Thêi h¹n (th¸ng)',
    ],
    [
      'ho ten hoc vien',
      'ngay sinh',
      'phai',
      'cmnd/cccd',
      'dia chi',
      'doi tuong',
      'so quyet dinh',
      'ngay nhap trai',
      'so thang',
    ],
  ])('counts the same under the headers %s … in reverse order', async (...headers) => {
    const workbook = await readWorkbook(readFileSync(new URL(`${sample}.xlsx`, SAMPLES)))
    const rows = workbook.rows.slice(6).map((row) => [...row.slice(1, 10).toReversed(), row[0] ?? null])
    const sheet = [['BÁO CÁO'], [...headers.toReversed(), 'TT'], ...rows]
    const mapping = recogniseHeaders(sheet)
    if (!mapping) throw new Error('no header')
    const found = assessSheet(sheet, { today: '2026-11-22', mapping })
    const truth = readTruth(sample)
    expect([found.rows, found.importable, found.duplicates.length]).toEqual([
      truth.rows,
      truth.good,
      truth.duplicates,
    ])
  })

  it('leaves no name in an old encoding, capitals or decomposed', async () => {
    const workbook = await readWorkbook(readFileSync(new URL(`${sample}.xlsx`, SAMPLES)))
    if (!workbook.mapping) throw new Error('no header')
    const { people } = assessSheet(workbook.rows, { today: '2026-11-22', mapping: workbook.mapping })
    const odd = people
      .map(({ person }) => person.name)
      .filter((name) =>
        name.split(' ').some((word) => spellingOf(word) !== 'syllable' || !/^\p{Lu}\p{Ll}*$/u.test(word)),
      )
    expect(odd).toEqual([])
  })
})

async function workbookOf(data: (string | number | Date | null)[][]): Promise<Buffer> {
  const cells = data.map((row) =>
    row.map((value) =>
      value instanceof Date ? { value, format: 'dd/mm/yyyy' } : value === null ? null : { value },
    ),
  )
  return writeXlsxFile(cells).toBuffer()
}

describe('readWorkbook', () => {
  it('keeps row numbers, dates as days and formulas as text', async () => {
    const bytes = await workbookOf([
      [null],
      ['DANH SÁCH'],
      [null],
      ['Họ và tên', 'Ngày sinh', 'Ghi chú'],
      ['Lê An', new Date(Date.UTC(1990, 2, 5)), '=1+1'],
      [null],
      ['Bế Bình', 1990, "'x"],
    ])
    const { rows, mapping } = await readWorkbook(bytes)
    expect(mapping?.headerRow).toBe(4)
    expect(rows.slice(3)).toEqual([
      ['Họ và tên', 'Ngày sinh', 'Ghi chú'],
      ['Lê An', { kind: 'date', day: '1990-03-05' }, '=1+1'],
      [null, null, null],
      ['Bế Bình', 1990, "'x"],
    ])
  })

  it('takes the sheet with the most people', async () => {
    const bytes = await writeXlsxFile([
      { data: [[{ value: 'Bìa' }]], sheet: 'Bìa' },
      {
        data: [['Họ tên', 'Năm sinh'].map((value) => ({ value })), [{ value: 'Lê An' }, { value: 1990 }]],
        sheet: 'DS',
      },
    ]).toBuffer()
    const { sheet, sheetNames, rows } = await readWorkbook(bytes)
    expect([sheet, sheetNames, rows.length]).toEqual(['DS', ['Bìa', 'DS'], 2])
    expect((await readWorkbook(bytes, 'Bìa')).rows).toEqual([['Bìa']])
    await expect(readWorkbook(bytes, 'Trang 9')).rejects.toThrow('Trang “Trang 9” trống hoặc không còn')
  })

  async function refusalOf(bytes: Buffer): Promise<string> {
    try {
      await readWorkbook(bytes)
    } catch (error) {
      if (error instanceof AppError) return `${error.code}: ${error.message}`
      throw error
    }
    return 'read'
  }

  it.each<[string, () => Promise<Buffer>, RegExp]>([
    ['an empty file', async () => Buffer.alloc(0), /^invalid_input: Tệp rỗng/],
    [
      'a text file named .xlsx',
      async () => Buffer.from('Họ và tên;Ngày sinh\n'),
      /^invalid_input: Tệp không phải bảng Excel/,
    ],
    ['one byte', async () => Buffer.from('P'), /^invalid_input: Tệp không phải bảng Excel/],
    [
      'an old .xls',
      async () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(64, '0'), 'hex'),
      /^invalid_input: Tệp là dạng Excel cũ/,
    ],
    [
      'a file with a password',
      async () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      /^invalid_input: Tệp được đặt mật khẩu/,
    ],
    ['a broken zip', async () => Buffer.from('PK\u0003\u0004 rubbish'), /^invalid_input: Tệp .xlsx bị hỏng/],
    [
      'a zip that is no workbook',
      async () => zipOf('a.txt', Buffer.from('x')),
      /^invalid_input: Tệp .xlsx bị hỏng/,
    ],
    ['an empty sheet', async () => workbookOf([[null]]), /^invalid_input: Tệp không có dữ liệu/],
    ['a file of 40 MB', async () => Buffer.alloc(40 * 1024 * 1024), /^payload_too_large: Tệp lớn hơn 25 MB/],
    [
      'a zip bomb',
      async () => zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(300 * 1024 * 1024)),
      /^invalid_input: Tệp bung ra quá lớn/,
    ],
    [
      'a stray cell at the far corner',
      async () =>
        zipOf(
          'xl/worksheets/sheet1.xml',
          Buffer.from('<row><c r="A1"><v>1</v></c><c s="1" r="XFD1048576" t="n"><v>1</v></c></row>'),
        ),
      /^invalid_input: Bảng kéo đến dòng 1048576, cột thứ 16384/,
    ],
    [
      'half of a workbook',
      async () => (await workbookOf([['Họ và tên', 'Ngày sinh']])).subarray(0, 900),
      /^invalid_input: Tệp .xlsx bị hỏng/,
    ],
  ])('refuses %s', async (_, bytes, refusal) => {
    expect(await refusalOf(await bytes())).toMatch(refusal)
  })
})

/** A zip with one deflated part. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 1 })
  const fileName = Buffer.from(name)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(content.length, 22)
  local.writeUInt16LE(fileName.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(content.length, 24)
  entry.writeUInt16LE(fileName.length, 28)
  const start = local.length + fileName.length + packed.length
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + fileName.length, 12)
  end.writeUInt32LE(start, 16)
  return Buffer.concat([local, fileName, packed, entry, fileName, end])
}
