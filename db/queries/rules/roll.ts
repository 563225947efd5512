import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

const rosterOf = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('roster').select('stay_id').where('stay_id', '=', p.stay),
)

/** Whether a stay stands on the roll. */
export function isOnRoll(db: ReadDb, stayId: string): boolean {
  return rosterOf.get(db, { stay: stayId }) !== undefined
}

/** How many stays stand on the roll. */
export function countOnRoll(db: ReadDb): number {
  return db.get(qb.selectFrom('roster').select((e) => e.fn.countAll<number>().as('count')))?.count ?? 0
}
