import { randomBytes } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#db/connection/open-database.ts'
import { AppError } from '#domain/errors.ts'
import type { Instant } from '#domain/time/instant.ts'
import { removeDatabase, syncFile, syncFolder } from '../backup/database-files.ts'
import { recordInFile } from '../backup/restore-entry.ts'
import type { DataFolder } from '../storage/data-folder.ts'
import type { Actor } from '../use-case.ts'
import { verifyDatabase } from '../verify-database.ts'
import { digestKeyIn, rekeyCopy } from './digest-key.ts'
import type { KeyKeeper } from './key-keeper.ts'
import { keepSealedKey } from './sealed-marker.ts'

/**
 * Puts the data under a new key while no hub runs on them (the caller holds the lock). Done on a copy that is checked
 * in full and then takes the data's name in one step; both keys are at hand until then, so that a kill at any moment
 * leaves data that open. Earlier backups stay with the key they were made with: sealed ones carry it for the sheet.
 * @throws AppError `rule_violated` when the copy is not whole
 */
export async function rotateKey(
  folder: DataFolder,
  keeper: KeyKeeper,
  old: Uint8Array,
  by: { actor: Actor; now: Instant },
  progress: (done: number, total: number | null, step: string) => void,
): Promise<Uint8Array> {
  const copy = join(folder.dir, 'rotating.db')
  const key = Uint8Array.from(randomBytes(32))
  removeDatabase(copy)
  try {
    progress(0, 5, 'Chép dữ liệu')
    const present = openDatabase({ file: folder.database, key: old, mode: 'write' })
    try {
      present.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      present.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`)
    } finally {
      present.close()
    }
    progress(1, 5, 'Mã hóa lại bằng khóa mới')
    rekeyCopy(copy, old, key, by.now)
    recordInFile(copy, key, by, 'keys.rotate', { action: 'key.rotated' })
    progress(2, 5, 'Mở và kiểm tra bản mới')
    const checked = openDatabase({ file: copy, key, mode: 'write' })
    try {
      if (!verifyDatabase(checked, digestKeyIn(checked, key)).ok) {
        throw new AppError(
          'rule_violated',
          'Bản mã hóa lại không đạt kiểm tra nên đã bỏ. Dữ liệu và khóa giữ nguyên.',
        )
      }
      checked.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      checked.close()
    }
    progress(3, 5, 'Giữ khóa mới')
    syncFile(copy)
    await keeper.keepNext(key)
    progress(4, 5, 'Thay dữ liệu')
    for (const end of ['-wal', '-shm']) rmSync(`${folder.database}${end}`, { force: true })
    renameSync(copy, folder.database)
    syncFolder(folder.dir)
    await keeper.settle(key)
    const db = openDatabase({ file: folder.database, key, mode: 'read' })
    try {
      keepSealedKey(folder, db, key)
    } finally {
      db.close()
    }
    progress(5, 5, 'Xong')
    return key
  } finally {
    if (existsSync(copy)) removeDatabase(copy)
  }
}
