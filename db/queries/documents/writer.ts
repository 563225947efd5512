import type { Insertable } from 'kysely'
import { qb } from '../../connection/query-builder.ts'
import type { WriteDb } from '../../connection/handles.ts'
import type { DocumentTable } from '../../schema/document.ts'

export function insertDocument(db: WriteDb, row: Insertable<DocumentTable>): void {
  db.run(qb.insertInto('document').values(row))
}

/** Marks a document as cancelled; the number stays used. */
export function cancelDocument(
  db: WriteDb,
  id: string,
  change: { at: string; by: string; reason: string; version: number },
): void {
  db.run(
    qb
      .updateTable('document')
      .set({
        cancelled_at: change.at,
        cancelled_by: change.by,
        cancel_reason: change.reason,
        version: change.version,
      })
      .where('id', '=', id),
  )
}
