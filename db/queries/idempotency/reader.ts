import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

/** True when a write under this key has been carried out: the same request would get the same answer. */
export function wasAnswered(db: ReadDb, key: string): boolean {
  return db.get(qb.selectFrom('idempotency').select('key').where('key', '=', key)) !== undefined
}
