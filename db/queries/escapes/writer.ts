import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { EscapeTable } from '../../schema/escape.ts'

export function insertEscape(db: WriteDb, row: Insertable<EscapeTable>): void {
  db.run(qb.insertInto('escape').values(row))
}

export function updateEscape(db: WriteDb, id: string, change: Updateable<EscapeTable>): void {
  db.run(qb.updateTable('escape').set(change).where('id', '=', id))
}
