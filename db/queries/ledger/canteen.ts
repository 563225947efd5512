import type { Insertable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { CanteenItemTable } from '../../schema/canteen-item.ts'
import type { CanteenLineTable } from '../../schema/canteen-line.ts'

const items = prepared()(() => qb.selectFrom('canteen_item').selectAll().orderBy('sort').orderBy('name'))

/** What the canteen sells and sold. */
export function listItems(db: ReadDb) {
  return items.all(db, {})
}

export function insertItem(db: WriteDb, item: Insertable<CanteenItemTable>): void {
  db.run(qb.insertInto('canteen_item').values(item))
}

/** Changes an item where it still has this version. @returns false when somebody else changed it meanwhile */
export function updateItem(
  db: WriteDb,
  item: { id: string; version: number; name: string; price: number; retired_at: string | null },
): boolean {
  const { id, version, ...fields } = item
  const done = db.run(
    qb
      .updateTable('canteen_item')
      .set({ ...fields, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version),
  )
  return done.changes === 1
}

export function insertCanteenLine(db: WriteDb, line: Insertable<CanteenLineTable>): void {
  db.run(qb.insertInto('canteen_line').values(line))
}
