import type { BackupKind } from '#domain/backup/backup-kinds.ts'
import type { LastBackups } from '#domain/backup/backup-schedule.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const SHOWN = 100
/** More than any plan keeps, so that old files are found also after the plan was made smaller. */
const LOOKED_BACK = 1000

export function listBackups(db: ReadDb) {
  return db.all(qb.selectFrom('backup_run').selectAll().orderBy('taken_at', 'desc').limit(SHOWN))
}

/** When the newest backup that was opened and found good was taken; of one kind, or of any. */
export function lastGoodBackupAt(db: ReadDb, kind?: BackupKind): string | null {
  const good = qb.selectFrom('backup_run').select('taken_at').where('outcome', '=', 'good')
  const wanted = kind === undefined ? good : good.where('kind', '=', kind)
  return db.get(wanted.orderBy('taken_at', 'desc').limit(1))?.taken_at ?? null
}

/** When the newest good backup of each kind was taken. */
export function lastBackups(db: ReadDb): LastBackups {
  return {
    local: lastGoodBackupAt(db, 'local'),
    sealed: lastGoodBackupAt(db, 'sealed'),
    monthly: lastGoodBackupAt(db, 'monthly'),
  }
}

/** The good copies of a kind, newest first: what the plan keeps is the beginning. */
export function listKept(db: ReadDb, kind: BackupKind) {
  return db.all(
    qb
      .selectFrom('backup_run')
      .select(['file', 'folder'])
      .where('outcome', '=', 'good')
      .where('kind', '=', kind)
      .orderBy('taken_at', 'desc')
      .limit(LOOKED_BACK),
  )
}

/** The newest good sealed copy, of the night or the month. */
export function newestSealed(db: ReadDb) {
  return db.get(
    qb
      .selectFrom('backup_run')
      .select(['file', 'folder', 'taken_at'])
      .where('outcome', '=', 'good')
      .where('kind', 'in', ['sealed', 'monthly'])
      .orderBy('taken_at', 'desc')
      .limit(1),
  )
}
