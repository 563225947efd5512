import type { Insertable, Updateable } from 'kysely'
import type { HeadCountTable } from '../../schema/head-count.ts'
import type { HeadCountRoomTable } from '../../schema/head-count-room.ts'
import type { HeadCountVarianceTable } from '../../schema/head-count-variance.ts'
import { qb } from '../../connection/query-builder.ts'
import type { WriteDb } from '../../connection/handles.ts'

export function insertHeadCount(db: WriteDb, row: Insertable<HeadCountTable>): void {
  db.run(qb.insertInto('head_count').values(row))
}

/** Only before it is signed: the table refuses any change after. */
export function updateHeadCount(db: WriteDb, id: string, change: Updateable<HeadCountTable>): void {
  db.run(qb.updateTable('head_count').set(change).where('id', '=', id))
}

/** Writes what a room was counted to, over what stood there. */
export function putCountedRoom(db: WriteDb, row: Insertable<HeadCountRoomTable>): void {
  const { head_count_id: _count, room_id: _room, ...values } = row
  db.run(
    qb
      .insertInto('head_count_room')
      .values(row)
      .onConflict((conflict) => conflict.columns(['head_count_id', 'room_id']).doUpdateSet(values)),
  )
}

export function insertVariance(db: WriteDb, row: Insertable<HeadCountVarianceTable>): void {
  db.run(qb.insertInto('head_count_variance').values(row))
}

/** Takes an explanation back; the row stays. */
export function withdrawVariance(db: WriteDb, id: string, by: { at: string; key: string }): void {
  db.run(
    qb
      .updateTable('head_count_variance')
      .set({ withdrawn_at: by.at, withdrawn_by: by.key })
      .where('id', '=', id),
  )
}
