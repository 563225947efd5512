import { describe, expect, it } from 'vitest'
import { parseAdminUnits } from './admin-unit.ts'
import { AdminUnitIndex } from './understand-address.ts'

const CSV = `code,name,province_code,merged_from
20,Tỉnh Lạng Sơn,,giữ nguyên
31,Thành phố Hải Phòng,,thành phố Hải Phòng và tỉnh Hải Dương
01,Thành phố Hà Nội,,giữ nguyên
05977,Phường Đông Kinh,20,"Phường Vĩnh Trại, Phường Đông Kinh, Xã Yên Trạch, Xã Mai Pha"
05983,Phường Lương Văn Tri,20,"Phường Chi Lăng, Xã Quảng Lạc"
06040,Xã Thất Khê,20,"Xã Chi Lăng (huyện Tràng Định), Xã Chí Minh, Thị trấn Thất Khê"
06463,Xã Chi Lăng,20,"Xã Chi Lăng (huyện Chi Lăng), Thị trấn Chi Lăng, Thị trấn Đồng Mỏ"
06376,Xã Nhất Hoà,20,"Xã Tân Thành (huyện Bắc Sơn), Xã Nhất Tiến, Xã Nhất Hòa"
06445,Xã Tân Thành,20,"Xã Tân Thành (huyện Hữu Lũng), Xã Hòa Lạc, Xã Hòa Sơn"
06187,Phường Kỳ Lừa,20,"Phường Hoàng Văn Thụ, Thị trấn Cao Lộc, Xã Hợp Thành"
06211,Xã Cao Lộc,20,"Xã Lộc Yên, Xã Thanh Lòa, Xã Thạch Đạn"
06613,Xã Đình Lập,20,"Thị trấn Đình Lập, Xã Đình Lập, Xã Bính Xá"
06625,Xã Kiên Mộc,20,"Xã Bắc Xa, Xã Bính Xá, Xã Kiên Mộc"
10507,Phường Thành Đông,31,"Phường Cẩm Thượng, Phường Bình Hàn"
00004,Phường Ba Đình,01,"Phường Quán Thánh, một phần diện tích TN, quy mô dân số của các phường Kim Mã, Ngọc Hà, phần còn lại của phường Cửa Đông, Đồng Xuân sau khi sắp Xếp"
00008,Phường Ngọc Hà,01,"Phường Vĩnh Phúc, Phường Kim Mã, Phường Ngọc Hà (phần còn lại sau khi sáp nhập vào phường Ba Đình, phường Tây Hồ)"
07054,Đặc khu Vân Đồn,31,giữ nguyên
`

const units = parseAdminUnits(CSV)
const index = new AdminUnitIndex(units)

describe('parseAdminUnits', () => {
  it('reads old communes with their district, and names inside phrases about areas', () => {
    const merged = (code: string) => units.find((unit) => unit.code === code)?.mergedFrom
    expect(merged('06376')).toEqual([
      { name: 'Xã Tân Thành', district: 'huyện Bắc Sơn' },
      { name: 'Xã Nhất Tiến' },
      { name: 'Xã Nhất Hòa' },
    ])
    expect(merged('00004')?.map(({ name }) => name)).toEqual([
      'Phường Quán Thánh',
      'Phường Kim Mã',
      'Phường Ngọc Hà',
      'Phường Cửa Đông',
      'Phường Đồng Xuân',
    ])
    expect(merged('00008')?.map(({ name }) => name)).toEqual([
      'Phường Vĩnh Phúc',
      'Phường Kim Mã',
      'Phường Ngọc Hà',
    ])
    expect(merged('31')).toEqual([{ name: 'thành phố Hải Phòng' }, { name: 'tỉnh Hải Dương' }])
    expect(merged('07054')).toEqual([{ name: 'Đặc khu Vân Đồn' }])
  })

  it('refuses a line that is no unit', () => {
    expect(() => parseAdminUnits('code,name\nabc,Xã A\n')).toThrow('not an administrative unit')
  })
})

describe('understandAddress', () => {
  it.each([
    ['Thôn Nà Mỏ, Xã Mai Pha, Thành phố Lạng Sơn, Lạng Sơn', 'Phường Đông Kinh, tỉnh Lạng Sơn', 'Thôn Nà Mỏ'],
    ['Khối 6, Thị trấn Cao Lộc, Huyện Cao Lộc, Lạng Sơn', 'Phường Kỳ Lừa, tỉnh Lạng Sơn', 'Khối 6'],
    ['Xã Cao Lộc, tỉnh Lạng Sơn', 'Xã Cao Lộc, tỉnh Lạng Sơn', ''],
    ['Mai Pha, TP Lạng Sơn, Lạng Sơn', 'Phường Đông Kinh, tỉnh Lạng Sơn', ''],
    ['Mai Pha - TP Lạng Sơn - Lạng Sơn', 'Phường Đông Kinh, tỉnh Lạng Sơn', ''],
    ['xa mai pha, tp lang son, lang son', 'Phường Đông Kinh, tỉnh Lạng Sơn', ''],
    ['xã Mai Pha thành phố Lạng Sơn tỉnh Lạng Sơn', 'Phường Đông Kinh, tỉnh Lạng Sơn', ''],
    ['P. Đông Kinh, TP. Lạng Sơn, Lạng Sơn'.normalize('NFD'), 'Phường Đông Kinh, tỉnh Lạng Sơn', ''],
    ['Xã Chi Lăng, huyện Tràng Định, tỉnh Lạng Sơn', 'Xã Thất Khê, tỉnh Lạng Sơn', ''],
    ['Xã Tân Thành (huyện Bắc Sơn), huyện Tràng Định, tỉnh Lạng Sơn', 'Xã Nhất Hoà, tỉnh Lạng Sơn', ''],
    ['Xã Nhất Hòa, huyện Bắc Sơn, Lạng Sơn', 'Xã Nhất Hoà, tỉnh Lạng Sơn', ''],
    ['Phường Bình Hàn, TP Hải Dương, Hải Dương', 'Phường Thành Đông, thành phố Hải Phòng', ''],
    ['Phường Vĩnh Trại', 'Phường Đông Kinh, tỉnh Lạng Sơn', ''],
  ])('understands %s', (text, understoodAs, detail) => {
    const found = index.understandAddress(text)
    expect(found).toMatchObject({
      confidence: 'commune',
      understoodAs,
      detail,
      printed: text.normalize('NFC'),
    })
    expect(units.find((unit) => unit.code === found.communeCode)?.provinceCode).toBe(found.provinceCode)
  })

  it.each([
    ['Xã Chi Lăng, tỉnh Lạng Sơn', ['Xã Thất Khê', 'Xã Chi Lăng']],
    ['Xã Bính Xá, huyện Đình Lập, Lạng Sơn', ['Xã Đình Lập', 'Xã Kiên Mộc']],
    ['Phường Kim Mã, Quận Ba Đình, Hà Nội', ['Phường Ba Đình', 'Phường Ngọc Hà']],
  ])('offers candidates for %s and chooses none', (text, names) => {
    const found = index.understandAddress(text)
    expect(found.confidence).toBe('candidates')
    expect(found.communeCode).toBeUndefined()
    expect(found.candidates.map(({ name }) => name)).toEqual(names)
  })

  it.each([
    ['Lạng Sơn', 'province', '20'],
    ['Thôn X, Xã Không Có, tỉnh Hải Dương', 'province', '31'],
    ['không rõ', 'none', undefined],
    ['', 'none', undefined],
  ])('says how little it knows of %j', (text, confidence, provinceCode) => {
    const found = index.understandAddress(text)
    expect([found.confidence, found.provinceCode, found.candidates]).toEqual([confidence, provinceCode, []])
  })
})

describe('suggestCommunes', () => {
  it.each([
    ['mai pha', [['Phường Đông Kinh, tỉnh Lạng Sơn', 'Xã Mai Pha']]],
    ['Xã Mai Pha lạng sơn', [['Phường Đông Kinh, tỉnh Lạng Sơn', 'Xã Mai Pha']]],
    ['dong kinh', [['Phường Đông Kinh, tỉnh Lạng Sơn', undefined]]],
    [
      'bình',
      [
        ['Phường Thành Đông, thành phố Hải Phòng', 'Phường Bình Hàn'],
        ['Xã Đình Lập, tỉnh Lạng Sơn', 'Xã Bính Xá'],
        ['Xã Kiên Mộc, tỉnh Lạng Sơn', 'Xã Bính Xá'],
      ],
    ],
    ['', []],
    ['zzz', []],
  ])('for %j', (query, expected) => {
    expect(index.suggestCommunes(query, 3).map(({ label, via }) => [label, via])).toEqual(expected)
  })

  it.each([
    ['bình', null, 'Phường Thành Đông, thành phố Hải Phòng'],
    ['bình', '20', 'Xã Đình Lập, tỉnh Lạng Sơn'],
    ['ngoc ha', '20', 'Phường Ngọc Hà, thành phố Hà Nội'],
  ])('for %j at a centre in %j', (query, home, first) => {
    expect(index.suggestCommunes(query, 3, home)[0]?.label).toBe(first)
  })
})
