import { readFileSync } from 'node:fs'
import { parseAdminUnits } from '#domain/address/admin-unit.ts'
import { AdminUnitIndex } from '#domain/address/understand-address.ts'
import { shippedFile } from '../storage/shipped-file.ts'

let index: AdminUnitIndex | undefined

/** Provinces and communes of today with the old ones merged into them, read once from the list that ships. */
export function adminUnitIndex(): AdminUnitIndex {
  const file = shippedFile('db/reference/vn-admin-units.csv')
  index ??= new AdminUnitIndex(parseAdminUnits(readFileSync(file, 'utf8')))
  return index
}
