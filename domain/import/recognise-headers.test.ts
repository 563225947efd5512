import { describe, expect, it } from 'vitest'
import { matchHeader } from './header-rules.ts'
import { recogniseHeaders } from './recognise-headers.ts'
import type { SheetCell } from './sheet-cell.ts'

const PEOPLE: SheetCell[][] = [
  [1, 'Nguyễn Văn An', '05/03/1990', 'Nam'],
  [2, 'Lê Thị Bình', '1991', 'Nữ'],
  [3, 'Bế Văn Cường', '07/08/1985', 'Nam'],
]

function fieldsOf(rows: SheetCell[][]): string {
  const mapping = recogniseHeaders(rows)
  return mapping
    ? `${mapping.headerRow}: ${mapping.columns.map((column) => column.field ?? '-').join(' ')}`
    : 'none'
}

describe('matchHeader', () => {
  it.each([
    ['STT', 'order'],
    ['Họ và tên', 'name'],
    ['HỌ TÊN HỌC VIÊN', 'name'],
    ['Hä vµ tªn', 'name'],
    ['Hoï vaø teân', 'name'],
    ['ho va ten', 'name'],
    ['Họ và tên'.normalize('NFD'), 'name'],
    ['Họ tên người cai nghiện', 'name'],
    ['HO VA TEN', 'name'],
    ['HoVaTen', 'name'],
    ['NgaySinh', 'birth'],
    ['ngay_thang_nam_sinh', 'birth'],
    ['SoCCCD', 'idNumber'],
    ['So quyet dinh', 'decisionNumber'],
    ['Ngay tiep nhan', 'receivedOn'],
    ['Que quan / dia chi', 'address'],
    ['Full name', 'name'],
    ['FullName', 'name'],
    ['Last name', 'familyName'],
    ['First name', 'givenName'],
    ['Date of Birth', 'birth'],
    ['D.O.B.', 'birth'],
    ['Gender', 'sex'],
    ['ID No.', 'idNumber'],
    ['Admission date', 'receivedOn'],
    ['Term (months)', 'termMonths'],
    ['Court order no.', 'decisionNumber'],
    ['Remarks', 'note'],
    ['Họ đệm', 'familyName'],
    ['Bí danh', 'alias'],
    ['Họ tên, bí danh', 'name'],
    ['NTNS', 'birth'],
    ['Vào ngày', 'receivedOn'],
    ['T/hạn', 'termMonths'],
    ['Nơi ĐKTT', 'address'],
    ['Ngày, tháng, năm sinh', 'birth'],
    ['NĂM SINH', 'birth'],
    ['Nam sinh', 'birth'],
    ['Sinh ngày', 'birth'],
    ['Năm', 'birthYear'],
    ['Nam', 'sexMale'],
    ['Nữ', 'sexFemale'],
    ['Năm sinh Nam', 'sexMale'],
    ['Giới tính', 'sex'],
    ['Nam/Nữ', 'sex'],
    ['Số CMND/CCCD', 'idNumber'],
    ['Số định danh cá nhân', 'idNumber'],
    ['Ngày cấp', 'idIssuedOn'],
    ['Nơi cấp CCCD', 'idIssuedBy'],
    ['Hộ khẩu thường trú', 'address'],
    ['HKTT', 'address'],
    ['Xã/Phường', 'commune'],
    ['Quận/Huyện', 'district'],
    ['Tỉnh/TP', 'province'],
    ['Hình thức cai nghiện', 'track'],
    ['Diện (BB/TN)', 'track'],
    ['Đối tượng', 'track'],
    ['Ngày tiếp nhận', 'receivedOn'],
    ['Vào cơ sở', 'receivedOn'],
    ['Ngày nhập trại', 'receivedOn'],
    ['Số quyết định', 'decisionNumber'],
    ['Số, ngày QĐ', 'decisionNumber'],
    ['Ngày ra QĐ', 'decisionOn'],
    ['Cơ quan ra quyết định', 'decisionBy'],
    ['Thời hạn (tháng)', 'termMonths'],
    ['Thời gian cai nghiện', 'termMonths'],
    ['Lần cai', 'ordinal'],
    ['Ngày hết hạn', 'expectedEndOn'],
    ['Trình độ học vấn', 'education'],
    ['Dân tộc', 'ethnicity'],
    ['Nghề nghiệp', 'occupation'],
    ['Họ tên bố', 'fatherName'],
    ['Họ và tên mẹ', 'motherName'],
    ['Phòng', 'room'],
    ['Giường', 'bed'],
    ['Khu', 'zone'],
    ['Ghi chú', 'note'],
  ])('takes %s for %s', (header, field) => {
    expect(matchHeader(header)?.field).toBe(field)
  })

  it.each(['', 'Nguyễn Văn An', 'Heroin', 'CÔNG AN TỈNH LẠNG SƠN', 'x'.repeat(5_000)])(
    'knows nothing of %j',
    (text) => {
      expect(matchHeader(text)).toBeUndefined()
    },
  )
})

describe('recogniseHeaders', () => {
  it('finds the header under titles, a merged title and blank rows', () => {
    const rows = [
      ['CÔNG AN TỈNH LẠNG SƠN', null, null, null],
      ['CƠ SỞ CAI NGHIỆN MA TÚY'],
      [],
      ['DANH SÁCH HỌC VIÊN (tính đến 31/10/2026)', null, null, null],
      [],
      ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính'],
      ...PEOPLE,
    ]
    expect(fieldsOf(rows)).toBe('6: order name birth sex')
  })

  it.each<[string, SheetCell[], string]>([
    ['another order', ['Diện', 'Ngày vào', 'HỌ TÊN', 'Năm sinh'], '1: track receivedOn name birth'],
    ['TCVN3', ['TT', 'Hä vµ tªn', 'Ngµy sinh', 'DiÖn'], '1: order name birth track'],
    [
      'NFD',
      ['TT', 'Họ và tên', 'Ngày sinh', 'Diện'].map((text) => text.normalize('NFD')),
      '1: order name birth track',
    ],
    ['no accents', ['TT', 'HO VA TEN', 'NAM SINH', 'DIEN'], '1: order name birth track'],
    ['an unknown column', ['Họ tên', 'Cân nặng', 'Ngày sinh', null], '1: name - birth -'],
    ['the same meaning twice', ['Họ tên', 'Ngày sinh', 'Năm sinh'], '1: name birth -'],
    ['line breaks in cells', ['Họ và\ntên', 'Ngày\nsinh', 'Số\nCCCD'], '1: name birth idNumber'],
  ])('reads headers with %s', (_, header, expected) => {
    expect(fieldsOf([header, ...PEOPLE])).toBe(expected)
  })

  it('reads two header rows with merged groups', () => {
    const rows: SheetCell[][] = [
      ['DANH SÁCH'],
      [
        'TT',
        'Họ và tên',
        'Năm sinh',
        null,
        'Quyết định',
        null,
        null,
        null,
        'Nơi cư trú',
        null,
        null,
        'Ghi chú',
      ],
      [null, null, 'Nam', 'Nữ', 'Số', 'Ngày', 'Cơ quan', 'Thời hạn', 'Xã', 'Huyện', 'Tỉnh', null],
      [
        1,
        'Nguyễn Văn An',
        1990,
        null,
        '12/QĐ-TA',
        '01/02/2025',
        'TAND',
        24,
        'Chi Lăng',
        'Chi Lăng',
        'Lạng Sơn',
        null,
      ],
    ]
    expect(fieldsOf(rows)).toBe(
      '3: order name sexMale sexFemale decisionNumber decisionOn decisionBy termMonths commune district province note',
    )
  })

  it('reads a birth date in three columns', () => {
    const rows: SheetCell[][] = [
      ['Họ và tên', 'Ngày sinh', null, null, 'Diện'],
      [null, 'Ngày', 'Tháng', 'Năm', null],
      ['Nguyễn Văn An', 5, 3, 1990, 'Bắt buộc'],
    ]
    expect(fieldsOf(rows)).toBe('2: name birthDate birthMonth birthYear track')
  })

  it('does not take the first person for a second header row', () => {
    const rows: SheetCell[][] = [
      ['Họ và tên', 'Giới tính', 'Diện', 'Khu'],
      ['Nguyễn Văn An', 'Nam', 'Bắt buộc', 'Khu A'],
    ]
    expect(fieldsOf(rows)).toBe('1: name sex track zone')
  })

  it('takes the column right of a merged name header for the given name', () => {
    const rows: SheetCell[][] = [
      ['TT', 'Họ và tên', null, 'Năm sinh'],
      [1, 'Nguyễn Văn', 'An', 1990],
      [2, 'Lê Thị', 'Bình', 1991],
      [3, 'Bế', 'Cường', 1992],
    ]
    expect(fieldsOf(rows)).toBe('1: order name givenName birth')
  })

  it.each<[string, SheetCell[][]]>([
    ['an empty sheet', []],
    [
      'a sheet without a name column',
      [
        ['STT', 'Ngày sinh', 'Diện'],
        [1, '1990', 'BB'],
      ],
    ],
    ['a lone name column', [['Họ và tên'], ['Nguyễn Văn An']]],
    ['prose', [['Kính gửi Công an tỉnh'], ['Về việc báo cáo danh sách']]],
  ])('finds no header in %s', (_, rows) => {
    expect(recogniseHeaders(rows)).toBeUndefined()
  })
})
