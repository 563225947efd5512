import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const SHOWN = 100

export function listBackups(db: ReadDb) {
  return db.all(qb.selectFrom('backup_run').selectAll().orderBy('taken_at', 'desc').limit(SHOWN))
}

/** When the newest backup that was opened and found good was taken. */
export function lastGoodBackupAt(db: ReadDb): string | null {
  return (
    db.get(
      qb
        .selectFrom('backup_run')
        .select('taken_at')
        .where('outcome', '=', 'good')
        .orderBy('taken_at', 'desc')
        .limit(1),
    )?.taken_at ?? null
  )
}
