import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReshuffleTable } from '../../schema/reshuffle.ts'

export function insertReshuffle(db: WriteDb, row: Insertable<ReshuffleTable>): void {
  db.run(qb.insertInto('reshuffle').values(row))
}

/** Writes what changed of a draft and raises its version. */
export function updateReshuffle(
  db: WriteDb,
  id: string,
  change: Omit<Updateable<ReshuffleTable>, 'version'>,
): void {
  db.run(
    qb
      .updateTable('reshuffle')
      .set((e) => ({ ...change, version: e('version', '+', 1) }))
      .where('id', '=', id),
  )
}
