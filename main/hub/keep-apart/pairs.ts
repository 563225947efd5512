import type { ReadDb } from '#db/connection/handles.ts'
import { findPersonNow } from '#db/queries/keep-apart/reader.ts'
import type { KeepApartLevel } from '#domain/placement/keep-apart.ts'

/** True when two people hold beds closer together than the level allows. */
export function liesTooClose(db: ReadDb, a: string, b: string, level: KeepApartLevel): boolean {
  const first = findPersonNow(db, a)
  const second = findPersonNow(db, b)
  if (!first?.bed_id || !second?.bed_id) return false
  return level === 'zone' ? first.zone_id === second.zone_id : first.room_id === second.room_id
}
