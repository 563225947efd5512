import { readFileSync } from 'node:fs'
import { parseAdminUnits } from '#domain/address/admin-unit.ts'
import type { PersonAddress } from '#domain/contract/person-shapes.ts'
import { shippedFile } from '../storage/shipped-file.ts'

let names: Map<string, string> | undefined

/** The name of a province or commune of today with its kind: "Xã Cao Lộc"; null for an unknown code. */
function unitName(code: string | null): string | null {
  if (code === null) return null
  if (names === undefined) {
    const file = shippedFile('db/reference/vn-admin-units.csv')
    names = new Map(parseAdminUnits(readFileSync(file, 'utf8')).map((unit) => [unit.code, unit.name]))
  }
  return names.get(code) ?? null
}

/**
 * Địa danh of a province as documents begin with it: "Lạng Sơn". A city named after a person keeps its kind
 * (NĐ 30/2020/NĐ-CP Phụ lục I, phần II, mục 4).
 */
export function placeNameOf(provinceCode: string | null): string | null {
  const name = unitName(provinceCode)
  if (name === null || name.endsWith('Hồ Chí Minh')) return name
  return name.replace(/^(?:Tỉnh|Thành phố)\s+/u, '')
}

/** An address in one line, with the units of today where they are known and else as the card prints it. */
export function addressText(
  address: Pick<PersonAddress, 'detail' | 'communeCode' | 'provinceCode' | 'printed'> | undefined,
): string | null {
  if (!address) return null
  const commune = unitName(address.communeCode)
  const province = unitName(address.provinceCode)
  if (commune === null)
    return address.printed ?? ([address.detail, province].filter(Boolean).join(', ') || null)
  const units = [commune, province].filter((name) => name !== null).map(lowerKind)
  return [address.detail, ...units].filter(Boolean).join(', ')
}

function lowerKind(name: string): string {
  return name.replace(/^(?:Xã|Phường|Đặc khu|Tỉnh|Thành phố)(?=\s)/u, (kind) => kind.toLocaleLowerCase('vi'))
}
