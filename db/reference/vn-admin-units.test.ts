import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAdminUnits } from '#domain/address/admin-unit.ts'
import { AdminUnitIndex } from '#domain/address/understand-address.ts'

const units = parseAdminUnits(readFileSync(new URL('vn-admin-units.csv', import.meta.url), 'utf8'))

describe('vn-admin-units.csv', () => {
  it('holds the 34 provinces and 3,321 communes of after 01/07/2025, each code once, each in its province', () => {
    const provinces = new Set(units.filter((unit) => unit.provinceCode === null).map((unit) => unit.code))
    const communes = units.filter((unit) => unit.provinceCode !== null)
    expect([provinces.size, communes.length, new Set(units.map((unit) => unit.code)).size]).toEqual([
      34, 3321, 3355,
    ])
    expect(
      communes.filter((unit) => !provinces.has(unit.provinceCode ?? '')).map((unit) => unit.code),
    ).toEqual([])
  })

  it('gives every old commune a clean name', () => {
    const odd = units
      .filter((unit) => unit.provinceCode !== null)
      .flatMap((unit) => unit.mergedFrom.map((old) => old.name))
      .filter((name) => !/^(?:Xã|Phường|Thị trấn|Đặc khu) [\p{Lu}\d][\p{L}\p{M}\d'’\- ]{0,29}$/u.test(name))
    expect(odd).toEqual([])
  })

  it('knows all 63 provinces of before', () => {
    const old = units.filter((unit) => unit.provinceCode === null).flatMap((unit) => unit.mergedFrom)
    expect(old).toHaveLength(63)
  })

  it('leads from Mai Pha to Phường Đông Kinh', () => {
    const found = new AdminUnitIndex(units).understandAddress(
      'Thôn Nà Mỏ, Xã Mai Pha, Thành phố Lạng Sơn, Lạng Sơn',
    )
    expect([found.communeCode, found.provinceCode, found.understoodAs]).toEqual([
      '05977',
      '20',
      'Phường Đông Kinh, tỉnh Lạng Sơn',
    ])
  })
})
