import { qb } from '../../connection/query-builder.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'

/** The kept key of the audit's digests; undefined while it still follows from the data key. */
export function findDigestSecret(db: ReadDb): Uint8Array | undefined {
  return db.get(qb.selectFrom('hub_secret').select('value').where('name', '=', 'audit-digest'))?.value
}

/** Keeps the key of the audit's digests, so that earlier digests still agree after the data key is changed. */
export function keepDigestSecret(db: WriteDb, value: Uint8Array, now: string): void {
  db.run(
    qb
      .insertInto('hub_secret')
      .values({ name: 'audit-digest', value, made_at: now })
      .onConflict((conflict) => conflict.doNothing()),
  )
}
