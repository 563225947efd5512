import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { AlertTable } from '../../schema/alert.ts'

export function insertAlert(
  db: WriteDb,
  row: Omit<Insertable<AlertTable>, 'closed_at' | 'closed_by' | 'close_reason' | 'version'>,
): void {
  db.run(
    qb
      .insertInto('alert')
      .values({ ...row, closed_at: null, closed_by: null, close_reason: null, version: 1 }),
  )
}

export function updateAlert(
  db: WriteDb,
  id: string,
  change: Pick<
    Updateable<AlertTable>,
    'detail' | 'reason' | 'to_on' | 'review_on' | 'closed_at' | 'closed_by' | 'close_reason' | 'version'
  >,
): void {
  db.run(qb.updateTable('alert').set(change).where('id', '=', id))
}
