import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { KeepApartTable } from '../../schema/keep-apart.ts'

export function insertPair(
  db: WriteDb,
  row: Omit<Insertable<KeepApartTable>, 'closed_at' | 'closed_by' | 'close_reason' | 'version'>,
): void {
  db.run(qb.insertInto('keep_apart').values({ ...row, closed_at: null, closed_by: null, close_reason: null }))
}

/** Writes what changed of a pair and raises its version. */
export function updatePair(
  db: WriteDb,
  id: string,
  change: Omit<Updateable<KeepApartTable>, 'version'>,
): void {
  db.run(
    qb
      .updateTable('keep_apart')
      .set((e) => ({ ...change, version: e('version', '+', 1) }))
      .where('id', '=', id),
  )
}
