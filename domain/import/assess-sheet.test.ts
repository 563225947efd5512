import { describe, expect, it } from 'vitest'
import { assessInSteps, assessSheet, type SheetAssessment } from './assess-sheet.ts'
import type { ImportDefaults } from './read-row.ts'
import { recogniseHeaders } from './recognise-headers.ts'
import type { SheetCell } from './sheet-cell.ts'

const TODAY = '2026-11-22'
const HEADER = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số CCCD',
  'Diện',
  'Ngày vào',
  'Thời hạn (tháng)',
  'Ghi chú',
]

function assess(rows: SheetCell[][], defaults?: ImportDefaults): SheetAssessment {
  const mapping = recogniseHeaders(rows)
  if (!mapping) throw new Error('no header')
  return assessSheet(rows, { today: TODAY, mapping, ...(defaults ? { defaults } : {}) })
}

/** A person's row that is right in everything but what is given. */
function person(change: Partial<Record<(typeof HEADER)[number], SheetCell>> = {}): SheetCell[] {
  const right: Record<string, SheetCell> = {
    STT: 1,
    'Họ và tên': 'Nguyễn Văn An',
    'Ngày sinh': '05/03/1990',
    'Giới tính': 'Nam',
    'Số CCCD': '020090012345',
    Diện: 'Bắt buộc',
    'Ngày vào': '01/02/2025',
    'Thời hạn (tháng)': 24,
    'Ghi chú': null,
  }
  return HEADER.map((header) => (header in change ? (change[header] ?? null) : (right[header] ?? null)))
}

function reasonsOf(row: SheetCell[]): string[] {
  const { rejected } = assess([HEADER, row])
  return rejected.flatMap((one) => one.reasons.map((reason) => `${reason.column}: ${reason.code}`))
}

function warningsOf(row: SheetCell[]): string[] {
  const { warnings } = assess([HEADER, row])
  return warnings.flatMap((one) => one.reasons.map((reason) => `${reason.level} ${reason.code}`))
}

describe('a row is refused', () => {
  it.each<[string, SheetCell[], string[]]>([
    ['without a name', person({ 'Họ và tên': null }), ['Họ và tên: name_missing']],
    [
      'for a name of 10,000 characters',
      person({ 'Họ và tên': 'An '.repeat(3_334) }),
      ['Họ và tên: name_too_long'],
    ],
    [
      'for a birth date that cannot be',
      person({ 'Ngày sinh': '31/02/1990' }),
      ['Ngày sinh: birth_impossible'],
    ],
    ['for a birth date in the future', person({ 'Ngày sinh': '01/01/2030' }), ['Ngày sinh: birth_in_future']],
    ['for an unreadable birth date', person({ 'Ngày sinh': 'mùa xuân' }), ['Ngày sinh: birth_unreadable']],
    ['when received tomorrow', person({ 'Ngày vào': '23/11/2026' }), ['Ngày vào: received_in_future']],
    [
      'when received in 2062',
      person({ 'Ngày vào': { kind: 'date', day: '2062-03-28' } }),
      ['Ngày vào: received_in_future'],
    ],
    ['when received before birth', person({ 'Ngày vào': '01/01/1990' }), ['Ngày vào: received_before_birth']],
    ['when received on no day', person({ 'Ngày vào': null }), ['Ngày vào: received_missing']],
    ['when only the year received is known', person({ 'Ngày vào': 2025 }), ['Ngày vào: received_incomplete']],
    ['for an unknown track', person({ Diện: 'BB/TN?' }), ['Diện: track_unknown']],
    ['for no track', person({ Diện: null }), ['Diện: track_missing']],
    [
      'for a term in words',
      person({ 'Thời hạn (tháng)': 'hai mươi bốn' }),
      ['Thời hạn (tháng): term_not_number'],
    ],
    ['for a term of no months', person({ 'Thời hạn (tháng)': 0 }), ['Thời hạn (tháng): term_not_number']],
    ['for an unknown sex', person({ 'Giới tính': '?', 'Số CCCD': null }), ['Giới tính: sex_unknown']],
    [
      'with every reason at once',
      person({ 'Họ và tên': null, 'Ngày sinh': '31/02/1990', Diện: 'BB/TN?', 'Thời hạn (tháng)': 'x' }),
      [
        'Họ và tên: name_missing',
        'Ngày sinh: birth_impossible',
        'Diện: track_unknown',
        'Thời hạn (tháng): term_not_number',
      ],
    ],
  ])('%s', (_, row, reasons) => {
    expect(reasonsOf(row)).toEqual(reasons)
  })

  it('with a short echo of the cell and a Vietnamese sentence', () => {
    const { rejected } = assess([HEADER, person({ 'Họ và tên': 'Ă'.repeat(10_000) })])
    const reason = rejected[0]?.reasons[0]
    expect(reason?.value).toHaveLength(120)
    expect(reason?.message).toBe('Họ tên dài 10000 ký tự, tối đa 100. Xem lại ô này.')
  })
})

describe('a row goes in with', () => {
  it.each<[string, SheetCell[], string[]]>([
    ['nothing to say when all is right', person(), []],
    ['a note when it has no number', person({ 'Số CCCD': null }), ['note id_missing']],
    ['a warning when the number is short', person({ 'Số CCCD': '02009001234' }), ['warning id_short']],
    [
      'a warning when Excel rounded the number',
      person({ 'Số CCCD': '2.0091E+10' }),
      ['warning id_scientific'],
    ],
    ['a warning when the number says another sex', person({ 'Giới tính': 'Nữ' }), ['warning id_sex']],
    ['a warning when sex comes from the number', person({ 'Giới tính': null }), ['warning sex_from_id']],
    ['a warning without a birth date', person({ 'Ngày sinh': null }), ['warning birth_missing']],
    ['a warning without a term', person({ 'Thời hạn (tháng)': null }), ['warning term_missing']],
    [
      'a warning when under twelve',
      person({ 'Ngày sinh': '01/01/2020', 'Số CCCD': null }),
      ['note id_missing', 'warning under_12'],
    ],
    ['a warning when the name is a formula', person({ 'Họ và tên': '=cmd|calc!A0' }), ['warning name_odd']],
  ])('%s', (_, row, warnings) => {
    expect(warningsOf(row)).toEqual(warnings)
    expect(assess([HEADER, row]).importable).toBe(1)
  })

  it('every value typed', () => {
    const { people } = assess([
      HEADER,
      person({ 'Ghi chú': '=1+1', 'Ngày sinh': 25518, 'Số CCCD': '020069012345' }),
    ])
    expect(people).toEqual([
      {
        row: 2,
        person: {
          name: 'Nguyễn Văn An',
          birthOn: '1969-11-11',
          birthPrecision: 'day',
          sex: 'male',
          idNumber: '020069012345',
          idKind: 'citizen-card',
          track: 'compulsory',
          receivedOn: '2025-02-01',
          termMonths: 24,
          note: '=1+1',
        },
      },
    ])
  })

  it.each<[SheetCell, number]>([
    [24, 24],
    ['24', 24],
    ['24 tháng', 24],
    ['24 (tháng)', 24],
    ['02 năm', 24],
    ['1 năm 6 tháng', 18],
    [{ kind: 'date', day: '1900-01-23' }, 24],
  ])('a term of %j read as %i months', (cell, months) => {
    expect(assess([HEADER, person({ 'Thời hạn (tháng)': cell })]).people[0]?.person.termMonths).toBe(months)
  })

  it.each([
    ['Bắt buộc', 'compulsory'],
    ['BB', 'compulsory'],
    ['B¾t buéc', 'compulsory'],
    ['CAI NGHIỆN BẮT BUỘC', 'compulsory'],
    ['Tự nguyện', 'voluntary'],
    ['Tù nguyÖn', 'voluntary'],
    ['TN', 'voluntary'],
    ['Đang lập hồ sơ', 'held'],
    ['Lưu giữ chờ lập hồ sơ BB', 'held'],
    ['Chờ QĐ', 'held'],
    ['T.N', 'voluntary'],
    ['Bắt buộc - lần 2', 'compulsory'],
    ['Đang chờ hồ sơ', 'held'],
  ])('the track %s read as %s', (text, track) => {
    expect(assess([HEADER, person({ Diện: text })]).people[0]?.person.track).toBe(track)
  })

  it('repairs shown cell by cell', () => {
    const { repaired } = assess([HEADER, person({ 'Họ và tên': 'NGUYÔN   V¡N AN', 'Số CCCD': 20090012345 })])
    expect(repaired).toEqual([
      {
        row: 2,
        cells: [
          {
            column: 'Họ và tên',
            from: 'NGUYÔN   V¡N AN',
            to: 'Nguyễn Văn An',
            kind: 'encoding',
            kinds: ['encoding', 'case', 'spacing'],
          },
          {
            column: 'Số CCCD',
            from: '20090012345',
            to: '020090012345',
            kind: 'leading-zero',
            kinds: ['leading-zero'],
          },
        ],
      },
    ])
  })
})

describe('rows that are no people', () => {
  it('are skipped wherever they stand, and said so', () => {
    const rows: SheetCell[][] = [
      ['CƠ SỞ CAI NGHIỆN MA TÚY'],
      [],
      HEADER,
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)'],
      ['I. Diện bắt buộc'],
      person(),
      [null, 'Tổng cộng:', null, null, null, null, null, 24],
      HEADER,
      ['Khu A: 120 người'],
      person({ STT: 2, 'Họ và tên': 'Tống Văn Cộng', 'Số CCCD': '020090012346' }),
      [null, null, null, null, null, null, null, null, null],
      [3, null, null, null, null, null, null, null, null],
      ['Cộng: 500'],
      ['Cộng'],
      ['Tổng số: 2 người'],
      [],
      [null, null, null, null, null, 'Lạng Sơn, ngày 31 tháng 10 năm 2026'],
      [null, 'NGƯỜI LẬP BIỂU', null, null, null, 'THỦ TRƯỞNG ĐƠN VỊ'],
      [null, '(Ký, ghi rõ họ tên)', null, null, null, '(Ký tên, đóng dấu)'],
      [null, 'Hoàng Văn Thụ', null, null, null, null],
      [null, null, null, 'Người lập biểu', null, null, 'Thủ trưởng đơn vị'],
      [null, null, null, 'Lò Thị Bé', null, null, 'Hoàng Văn Thụ'],
    ]
    const found = assess(rows)
    expect([found.rows, found.importable, found.rejected, found.duplicates]).toEqual([2, 2, [], []])
    expect(found.people.map(({ row, person: { name } }) => [row, name])).toEqual([
      [6, 'Nguyễn Văn An'],
      [10, 'Tống Văn Cộng'],
    ])
    expect(found.skipped.map(({ row, kind }) => [row, kind])).toEqual([
      [4, 'header'],
      [5, 'title'],
      [7, 'total'],
      [8, 'header'],
      [9, 'title'],
      [13, 'total'],
      [14, 'total'],
      [15, 'total'],
      [17, 'footer'],
      [18, 'footer'],
      [19, 'footer'],
      [20, 'footer'],
      [21, 'footer'],
      [22, 'footer'],
    ])
  })

  it('never swallow a person without a name', () => {
    expect(assess([HEADER, person({ 'Họ và tên': null, STT: null })]).rejected).toHaveLength(1)
    const hardly = [null, null, null, 'Nam', null, 'Bắt buộc', null, null, null]
    expect(assess([HEADER, person(), hardly]).rejected).toHaveLength(1)
  })
})

describe('duplicates', () => {
  it('are parked when name, birth and number agree however they are typed', () => {
    const found = assess([
      HEADER,
      person(),
      person({ STT: 2, 'Họ và tên': 'NguyÔn V¨n An', 'Ngày sinh': { kind: 'date', day: '1990-03-05' } }),
      person({ STT: 3, 'Họ và tên': 'NGUYỄN VĂN AN'.normalize('NFD'), 'Số CCCD': '020 090 012 345' }),
    ])
    expect(found.duplicates).toEqual([
      { row: 3, of: 2 },
      { row: 4, of: 2 },
    ])
    expect([found.rows, found.importable, found.parked.map(({ row }) => row)]).toEqual([3, 1, [3, 4]])
  })

  it('of people without a number must agree in more than name and birth', () => {
    const without = { 'Số CCCD': null }
    const found = assess([
      HEADER,
      person(without),
      person({ ...without, STT: 2 }),
      person({ ...without, STT: 3, 'Ngày vào': '02/02/2025' }),
    ])
    expect([found.importable, found.duplicates]).toEqual([2, [{ row: 3, of: 2 }]])
  })

  it('of a refused row go in themselves', () => {
    const found = assess([HEADER, person({ 'Thời hạn (tháng)': 'x' }), person({ STT: 2 })])
    expect([found.importable, found.rejected.map(({ row }) => row), found.duplicates]).toEqual([1, [2], []])
  })

  it('by number alone are a warning', () => {
    const found = assess([HEADER, person(), person({ STT: 2, 'Họ và tên': 'Lê Văn Bình' })])
    expect(found.importable).toBe(2)
    expect(found.warnings).toEqual([{ row: 3, reasons: [expect.objectContaining({ code: 'id_repeated' })] }])
  })
})

describe('lists of other shapes', () => {
  it('with years of birth in Nam and Nữ columns and two header rows', () => {
    const { people } = assess([
      ['TT', 'Họ và tên', 'Năm sinh', null, 'Hình thức', 'Ngày tiếp nhận'],
      [null, null, 'Nam', 'Nữ', null, null],
      [1, 'lê văn bình', 1990, null, 'BB', '01/02/2025'],
      [2, 'Traàn Thò Höông', null, '15/08/1992', 'TN', { kind: 'date', day: '2025-03-01' }],
    ])
    expect(people.map(({ person: p }) => [p.name, p.birthOn, p.birthPrecision, p.sex, p.track])).toEqual([
      ['Lê Văn Bình', '1990-01-01', 'year', 'male', 'compulsory'],
      ['Trần Thị Hương', '1992-08-15', 'day', 'female', 'voluntary'],
    ])
  })

  it('with x marks for sex, split names and split dates and addresses', () => {
    const { people } = assess([
      [
        'Xã',
        'Huyện',
        'Tỉnh',
        'Họ đệm',
        'Tên',
        'Nam',
        'Nữ',
        'Ngày sinh',
        null,
        null,
        'Đối tượng',
        'Vào cơ sở',
      ],
      [null, null, null, null, null, null, null, 'Ngày', 'Tháng', 'Năm', null, null],
      [
        'Mai Pha',
        'TP Lạng Sơn',
        'Lạng Sơn',
        'HỨA THỊ',
        'HƯỜNG',
        null,
        'x',
        19,
        8,
        2001,
        'Tự nguyện',
        '1/2/25',
      ],
      [
        'Mai Pha',
        'TP Lạng Sơn',
        'Lạng Sơn',
        'Lộc Văn',
        'Đức',
        'X',
        null,
        null,
        null,
        1990,
        'Bắt buộc',
        '01-02-2025',
      ],
    ])
    expect(
      people.map(({ person: p }) => [p.name, p.birthOn, p.birthPrecision, p.sex, p.address, p.receivedOn]),
    ).toEqual([
      ['Hứa Thị Hường', '2001-08-19', 'day', 'female', 'Mai Pha, TP Lạng Sơn, Lạng Sơn', '2025-02-01'],
      ['Lộc Văn Đức', '1990-01-01', 'year', 'male', 'Mai Pha, TP Lạng Sơn, Lạng Sơn', '2025-02-01'],
    ])
  })

  it('with the decision in one cell', () => {
    const { people } = assess([
      ['Họ tên', 'Năm sinh', 'Giới tính', 'Diện', 'Ngày vào', 'Số, ngày QĐ'],
      ['Lê Văn Bình', 1990, 'Nam', 'BB', '01/02/2025', '12/QĐ-TA ngày 20/01/2025'],
      ['Lê Văn Cường', 1990, 'Nam', 'BB', '01/02/2025', '13/2025/QĐ-TA'],
    ])
    expect(people.map(({ person: p }) => [p.decisionNumber, p.decisionOn])).toEqual([
      ['12/QĐ-TA', '2025-01-20'],
      ['13/2025/QĐ-TA', undefined],
    ])
  })

  it('whose titles tell the track, section by section', () => {
    const { people } = assess([
      ['DANH SÁCH HỌC VIÊN'],
      ['Họ tên', 'Năm sinh', 'Giới tính', 'Ngày vào'],
      ['I. DIỆN BẮT BUỘC'],
      ['Lê Văn Bình', 1990, 'Nam', '01/02/2025'],
      ['II. DIỆN TỰ NGUYỆN'],
      ['Lê Văn Cường', 1990, 'Nam', '01/02/2025'],
    ])
    expect(people.map(({ person: p }) => p.track)).toEqual(['compulsory', 'voluntary'])
  })

  it('without a sex and a date of receiving take what the clerk chose for all', () => {
    const rows: SheetCell[][] = [
      ['Họ tên', 'Năm sinh', 'Diện'],
      ['Lê Văn Bình', 1990, 'BB'],
    ]
    expect(assess(rows).rejected[0]?.reasons.map((reason) => reason.code)).toEqual([
      'sex_missing',
      'received_missing',
    ])
    const { people } = assess(rows, { sex: 'male', receivedOn: '2026-10-31' })
    expect(people.map(({ person: p }) => [p.sex, p.receivedOn])).toEqual([['male', '2026-10-31']])
  })
})

describe('assessInSteps', () => {
  it('reports progress every 200 rows and returns the whole', () => {
    const rows = [
      HEADER,
      ...Array.from({ length: 450 }, (_, i) =>
        person({
          STT: i + 1,
          'Họ và tên': `Lê Văn ${'A'.repeat((i % 40) + 1)}`,
          'Số CCCD': String(20_000_000_000 + i).padStart(12, '0'),
        }),
      ),
    ]
    const mapping = recogniseHeaders(rows)
    if (!mapping) throw new Error('no header')
    const steps = assessInSteps(rows, { today: TODAY, mapping })
    const progress: number[] = []
    let step = steps.next()
    while (step.done !== true) {
      progress.push(step.value.done)
      step = steps.next()
    }
    expect(progress).toEqual([201, 401])
    expect([step.value.rows, step.value.importable]).toEqual([450, 450])
  })
})
