import type { Insertable, Updateable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReturnPlaceTable } from '../../schema/return-place.ts'

const placeOfStay = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('return_place').selectAll().where('stay_id', '=', p.stay),
)

/** Where the person of a stay goes on leaving. */
export function findReturnPlace(db: ReadDb, stayId: string) {
  return placeOfStay.get(db, { stay: stayId })
}

export function insertReturnPlace(db: WriteDb, row: Insertable<ReturnPlaceTable>): void {
  db.run(qb.insertInto('return_place').values(row))
}

export function updateReturnPlace(db: WriteDb, stayId: string, change: Updateable<ReturnPlaceTable>): void {
  db.run(qb.updateTable('return_place').set(change).where('stay_id', '=', stayId))
}
