import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import { addHours } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey, seedUsers } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

const ID_BLOCK = 59_901
const MOVE_ID_BLOCK = 59_902
const CELLS_PER_RACK = 12
const BAGS_PER_CELL = 14
const MOST_RACKS = 60
/** Of the bags here, those nobody has put into a cell yet. */
const UNPLACED_SHARE = 0.03

const GOODS: readonly (readonly [name: string, price: number])[] = [
  ['Mì tôm', 5_000],
  ['Sữa hộp', 8_000],
  ['Bánh quy', 15_000],
  ['Xà phòng', 12_000],
  ['Kem đánh răng', 25_000],
  ['Bàn chải', 10_000],
  ['Giấy, bút', 10_000],
  ['Tem thư', 4_000],
]

/**
 * What the canteen sells; the store with its racks, the bags that are still here in their cells, and a count of the
 * first cells a week ago. Needs the bags.
 */
export function fillStore(db: WriteDb, plan: SeedPlan): void {
  const random = new SeededRandom(plan.seed, 'store')
  const newId = uuidMaker(random, ID_BLOCK)
  const by = recorderKey(plan, 'tiepnhan')
  const witness = seedUsers(plan)[0]?.name ?? ''
  insertRows(
    db,
    'canteen_item',
    GOODS.map(([name, price], sort) => ({ id: newId(), name, price, sort, retired_at: null, version: 1 })),
  )
  const bags = db.all(
    qb
      .selectFrom('property_bag')
      .select(['id', 'sealed_at'])
      .where((e) => e.or([e('outcome', 'is', null), e('outcome', '=', 'damaged')]))
      .orderBy('seal_key'),
  )
  const racks = Math.min(MOST_RACKS, Math.max(2, Math.ceil(bags.length / (CELLS_PER_RACK * BAGS_PER_CELL))))
  const cellId = uuidMaker(random, MOVE_ID_BLOCK)
  const cells = Array.from({ length: racks * CELLS_PER_RACK }, (_, i) => ({
    id: cellId(),
    store: 'Kho 1',
    rack: rackName(Math.floor(i / CELLS_PER_RACK)),
    cell: String((i % CELLS_PER_RACK) + 1).padStart(2, '0'),
    closed_at: null,
  }))
  insertRows(db, 'shelf', cells)
  const placed = bags.filter(() => !random.chance(UNPLACED_SHARE))
  insertRows(
    db,
    'bag_move',
    placed.map(({ id, sealed_at: at }, i) => ({
      bag_id: id,
      shelf_id: cells[i % cells.length]?.id ?? '',
      at,
      moved_by: by,
    })),
  )
  const countedAt = addHours(plan.asOf, -24 * 7)
  insertRows(
    db,
    'shelf_count',
    cells.slice(0, 6).map(({ id }, i) => {
      const expected = placed.filter((_, bag) => bag % cells.length === i).length
      return {
        id: newId(),
        shelf_id: id,
        expected,
        found: expected,
        note: null,
        witness,
        counted_at: countedAt,
        counted_by: by,
      }
    }),
  )
}

function rackName(index: number): string {
  return index < 26 ? String.fromCodePoint(65 + index) : `${rackName(index - 26)}2`
}
