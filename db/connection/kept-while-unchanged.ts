import { CompiledQuery } from 'kysely'
import type { ReadDb } from './handles.ts'

const DATA_VERSION = CompiledQuery.raw('pragma data_version') as CompiledQuery<{ data_version: number }>

const KEPT = new WeakMap<ReadDb, { version: number | undefined; values: Map<string, unknown> }>()

/**
 * What is reckoned over everybody and is the same for all desks: made once, and again after somebody has written.
 * @param db a reading connection: what a connection writes itself does not count as a change
 * @param key names what is made, with all it depends on besides the file
 */
export function keptWhileUnchanged<Value>(db: ReadDb, key: string, make: () => Value): Value {
  const version = db.get(DATA_VERSION)?.data_version
  let kept = KEPT.get(db)
  if (kept === undefined || kept.version !== version) {
    kept = { version, values: new Map() }
    KEPT.set(db, kept)
  }
  if (!kept.values.has(key)) kept.values.set(key, make())
  return kept.values.get(key) as Value
}
