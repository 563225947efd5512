import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import type { ChangeTopic } from '#domain/contract/feed.ts'

/** Who changed a record last and when, as a refused editor is told; empty for a record never changed. */
export function lastChange(
  db: ReadDb,
  topic: ChangeTopic,
  entityId: string,
): { changedBy?: string; changedAt?: string } {
  const row = db.get(
    qb
      .selectFrom('change')
      .select(['by', 'at'])
      .where('topic', '=', topic)
      .where('entity_id', '=', entityId)
      .orderBy('seq', 'desc')
      .limit(1),
  )
  return row ? { changedBy: row.by, changedAt: row.at } : {}
}
