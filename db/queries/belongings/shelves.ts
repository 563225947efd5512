import { sql, type Insertable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ShelfCountLineTable } from '../../schema/shelf-count-line.ts'
import type { ShelfCountTable } from '../../schema/shelf-count.ts'
import { IS_HERE } from './bags.ts'

const shelves = prepared()(() =>
  qb
    .selectFrom('shelf')
    .selectAll('shelf')
    .select([
      sql<number>`(select count(*) from property_bag where shelf_id = shelf.id and ${IS_HERE})`.as('bags'),
      sql<string | null>`(select max(counted_at) from shelf_count where shelf_id = shelf.id)`.as(
        'counted_at',
      ),
    ])
    .orderBy('store')
    .orderBy('rack')
    .orderBy('cell'),
)
const shelfById = prepared<{ id: string }>()((p) => qb.selectFrom('shelf').selectAll().where('id', '=', p.id))
const bagsOn = prepared<{ shelf: string }>()((p) =>
  qb.selectFrom('property_bag').select('id').where('shelf_id', '=', p.shelf).where(IS_HERE),
)
const newestCounts = prepared<{ limit: number }>()((p) =>
  qb
    .selectFrom('shelf_count')
    .innerJoin('shelf', 'shelf.id', 'shelf_count.shelf_id')
    .selectAll('shelf_count')
    .select(['shelf.store', 'shelf.rack', 'shelf.cell'])
    .orderBy('counted_at', 'desc')
    .limit(p.limit),
)
const findingsOf = prepared<{ count: string }>()((p) =>
  qb
    .selectFrom('shelf_count_line')
    .innerJoin('property_bag', 'property_bag.id', 'shelf_count_line.bag_id')
    .select(['shelf_count_line.bag_id', 'shelf_count_line.finding', 'property_bag.seal_number'])
    .where('count_id', '=', p.count),
)

/** Every cell with how many bags lie there and when it was last counted. */
export function listShelves(db: ReadDb) {
  return shelves.all(db, {})
}

export function findShelf(db: ReadDb, id: string) {
  return shelfById.get(db, { id })
}

/** Bags that should lie in a cell. */
export function listBagsOn(db: ReadDb, shelfId: string): string[] {
  return bagsOn.all(db, { shelf: shelfId }).map(({ id }) => id)
}

export function insertShelf(
  db: WriteDb,
  shelf: { id: string; store: string; rack: string; cell: string },
): void {
  db.run(qb.insertInto('shelf').values(shelf))
}

export function closeShelf(db: WriteDb, id: string, at: string): void {
  db.run(qb.updateTable('shelf').set({ closed_at: at }).where('id', '=', id))
}

/** Puts a bag into a cell; its place follows by a trigger of the database. */
export function insertBagMove(
  db: WriteDb,
  move: { bag_id: string; shelf_id: string; at: string; moved_by: string },
): void {
  db.run(qb.insertInto('bag_move').values(move))
}

export function insertCount(
  db: WriteDb,
  count: Insertable<ShelfCountTable>,
  lines: readonly Insertable<ShelfCountLineTable>[],
): void {
  db.run(qb.insertInto('shelf_count').values(count))
  for (const line of lines) db.run(qb.insertInto('shelf_count_line').values(line))
}

/** The last counts, the newest first. */
export function listCounts(db: ReadDb, limit: number) {
  return newestCounts.all(db, { limit })
}

export function listFindings(db: ReadDb, countId: string) {
  return findingsOf.all(db, { count: countId })
}
