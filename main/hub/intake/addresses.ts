import type { CommuneChoice } from '#domain/contract/intake.ts'
import type { AdminUnit } from '#domain/address/admin-unit.ts'
import { adminUnitIndex } from '../import/admin-units.ts'

function choice(unit: AdminUnit, label: string, via: string | null): CommuneChoice {
  return { code: unit.code, provinceCode: unit.provinceCode ?? '', label, via }
}

/** What a written address says, in units of today; the text as printed comes back with it. */
export function readAddress(text: string) {
  const index = adminUnitIndex()
  const found = index.understandAddress(text)
  return {
    confidence: found.confidence,
    communeCode: found.communeCode ?? null,
    provinceCode: found.provinceCode ?? null,
    understoodAs: found.understoodAs ?? null,
    candidates: found.candidates.map((unit) => choice(unit, index.labelOf(unit), null)),
    detail: found.detail,
    printed: found.printed,
  }
}

/** Communes of today for what is typed, found by old names too; those of the centre's own province first. */
export function communesFor(text: string, limit: number, home: string | null): CommuneChoice[] {
  return adminUnitIndex()
    .suggestCommunes(text, limit, home)
    .map(({ unit, label, via }) => choice(unit, label, via ?? null))
}

/** The province in which a commune of today lies; undefined for a code that is no commune. */
export function provinceOf(communeCode: string): string | undefined {
  return adminUnitIndex().unitOf(communeCode)?.provinceCode ?? undefined
}

/** "Phường Đông Kinh, tỉnh Lạng Sơn" for a code of today; the code itself when it is not on the list. */
export function communeName(code: string): string {
  const unit = adminUnitIndex().unitOf(code)
  return unit ? adminUnitIndex().labelOf(unit) : code
}
