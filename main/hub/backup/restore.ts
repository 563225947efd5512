import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { takeHubLock } from '#db/connection/hub-lock.ts'
import { openDatabase } from '#db/connection/open-database.ts'
import type { Problem } from '#domain/errors.ts'
import type { Instant } from '#domain/time/instant.ts'
import { rekeyCopy } from '../keys/digest-key.ts'
import { fileKeeper, isSameKey, type KeyKeeper } from '../keys/key-keeper.ts'
import { opens } from '../keys/key-that-opens.ts'
import { keepSealedKey } from '../keys/sealed-marker.ts'
import {
  adoptInstallation,
  createDataFolder,
  keyFileMissing,
  isInitialised,
  openDataFolder,
  rememberKeyFile,
  type DataFolder,
} from '../storage/data-folder.ts'
import type { Actor } from '../use-case.ts'
import { removeDatabase, syncFile, syncFolder } from './database-files.ts'
import { openedCopy } from './opened-copy.ts'
import { checkRestorable } from './restore-checks.ts'
import { readDataEnd, recordRestoreIn, type DataEnd } from './restore-entry.ts'
import { fileSha256 } from './take-backup.ts'

export interface RestoreRequest {
  /** Absolute paths. */
  backup: string
  dir: string
  /** The key's place; null for the one the folder remembers. */
  keyFile: string | null
  /** Who holds the hub's key; without it the key file. */
  keeper?: KeyKeeper
  /** The private key of a recovery sheet, for a sealed copy that no key at hand opens. */
  sheet?: Uint8Array | null
  actor: Actor
  now: Instant
  progress: (done: number, total: number | null, step: string) => void
}

export interface RestoreResult {
  data: string
  keyFile: string
  /** The file restored from. */
  backup: { file: string; sha256: string }
  /** What was there before, moved aside; `opens` says that it was opened and read. Null when there was nothing. */
  previous: { file: string; opens: boolean } | null
}

const refuse = (code: string, message: string): { refused: Problem[] } => ({ refused: [{ code, message }] })

/**
 * Puts a backup, plain or sealed, in the place of the data. The backup is only read; a private copy is opened, brought
 * to this version and checked in full before anything is touched. The present file gets a second name first and the
 * copy then takes its name in one step, so that a kill at any moment leaves one whole database in place. The hub keeps
 * the key it has: a copy under another key is put under it. Sessions end; the audit says what was replaced.
 */
export async function restoreBackup(
  request: RestoreRequest,
): Promise<RestoreResult | 'hub-running' | { refused: Problem[] }> {
  const { backup, dir, progress } = request
  const found = statSync(backup, { throwIfNoEntry: false })
  if (!found?.isFile()) return refuse('file-missing', `Không thấy tệp sao lưu ${basename(backup)}.`)
  const target = targetOf(request)
  if ('refused' in target) return target
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (isSameFile(backup, join(dir, 'neo-ve.db'))) {
    return refuse('same-file', 'Đây chính là dữ liệu đang dùng, không phải bản sao lưu. Chọn tệp sao lưu.')
  }
  using lock = takeHubLock(join(dir, 'hub.lock'))
  if (!lock) return 'hub-running'
  const copy = join(dir, 'restoring.db')
  removeDatabase(copy)
  try {
    progress(0, 4, 'Chép tệp sao lưu')
    const held = await (request.keeper ?? fileKeeper(target.keyFile)).candidates()
    const opened = await openedCopy(backup, copy, held, request.sheet ?? null)
    if ('refused' in opened) return opened
    const sha256 = await fileSha256(copy)
    progress(1, 4, 'Mở và kiểm tra bản sao')
    const problems = checkRestorable(copy, opened.key, () => {})
    if (problems.length > 0) return { refused: problems }
    let folder = target.folder ?? createDataFolder(dir, target.keyFile)
    const keeper = request.keeper ?? fileKeeper(folder.keyFile)
    progress(2, 4, 'Giữ lại dữ liệu đang có')
    const present = await keeper.candidates()
    const presentKey = present.find((key) => opensPresent(folder, key)) ?? present[0] ?? null
    const previous = setPresentAside(folder, presentKey ?? opened.key, request.now)
    progress(3, 4, 'Ghi nhật ký và thay dữ liệu')
    const key = presentKey ?? opened.key
    if (!isSameKey(key, opened.key)) rekeyCopy(copy, opened.key, key, request.now)
    recordRestoreIn(copy, key, request, { sha256, end: previous?.end ?? null })
    syncFile(copy)
    if (presentKey === null) await keeper.keepNext(key)
    rmSync(`${folder.database}-wal`, { force: true })
    rmSync(`${folder.database}-shm`, { force: true })
    renameSync(copy, folder.database)
    rememberKeyFile(folder)
    if (presentKey === null) await keeper.settle(key)
    if (opened.header) folder = adoptInstallation(folder, opened.header.installationId)
    sealAgain(folder, key)
    syncFolder(dir)
    progress(4, 4, 'Xong')
    return {
      data: folder.dir,
      keyFile: folder.keyFile,
      backup: { file: backup, sha256 },
      previous: previous && { file: previous.file, opens: previous.end !== null },
    }
  } finally {
    removeDatabase(copy)
  }
}

/** The folder to restore into; a folder that was never set up needs the key of the backup, or the sheet. */
function targetOf({
  dir,
  keyFile,
  sheet,
  keeper,
}: RestoreRequest): { folder: DataFolder | null; keyFile: string } | { refused: Problem[] } {
  if (isInitialised(dir)) {
    const folder = openDataFolder(dir, keyFile ?? undefined)
    const hasOther = keeper !== undefined || (sheet ?? null) !== null
    if (!hasOther && !existsSync(folder.keyFile)) {
      throw keyFileMissing()
    }
    return { folder, keyFile: folder.keyFile }
  }
  if (keyFile === null && (sheet ?? null) === null) {
    return refuse(
      'no-data',
      'Thư mục này chưa có dữ liệu Nẻo Về. Để phục hồi vào máy mới, chỉ tệp khóa bằng --key-file hoặc dùng --sheet.',
    )
  }
  if (keyFile !== null && !existsSync(keyFile) && (sheet ?? null) === null) {
    throw keyFileMissing()
  }
  return { folder: null, keyFile: keyFile ?? join(dirname(dir), `${basename(dir)}.neo-ve-key`) }
}

function opensPresent(folder: DataFolder, key: Uint8Array): boolean {
  return existsSync(folder.database) && opens(folder.database, key)
}

function sealAgain(folder: DataFolder, key: Uint8Array): void {
  const db = openDatabase({ file: folder.database, key, mode: 'read' })
  try {
    keepSealedKey(folder, db, key)
  } finally {
    db.close()
  }
}

/** Gives the present file a second name that stays, with everything in it. Null when there is none. */
function setPresentAside(
  folder: DataFolder,
  key: Uint8Array,
  now: Instant,
): { file: string; end: DataEnd | null } | null {
  if (!existsSync(folder.database)) return null
  const stamp = now.slice(0, 23).replaceAll(/[-:.]/g, '').replace('T', '-')
  const aside = join(folder.dir, `before-restore-${stamp}.db`)
  const log = `${folder.database}-wal`
  // Opening a damaged file may throw its log of last writes away: keep that first.
  if (existsSync(log)) copyFileSync(log, `${aside}-wal`)
  const end = settlePresent(folder.database, key)
  if (end !== null) rmSync(`${aside}-wal`, { force: true })
  linkOrCopy(folder.database, aside)
  syncFolder(folder.dir)
  return { file: aside, end: end === null ? null : dataEndOf(aside, key) }
}

/** Brings the log of last writes into the file and reads where it ends; null for a file that does not open. */
function settlePresent(file: string, key: Uint8Array): DataEnd | null {
  try {
    const present = openDatabase({ file, key, mode: 'write' })
    try {
      present.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return readDataEnd(present)
    } finally {
      present.close()
    }
  } catch {
    return null
  }
}

function dataEndOf(file: string, key: Uint8Array): DataEnd | null {
  const aside = openDatabase({ file, key, mode: 'read' })
  try {
    return readDataEnd(aside)
  } finally {
    aside.close()
    // A reader may not clean up after itself; the log is empty here.
    rmSync(`${file}-wal`, { force: true })
    rmSync(`${file}-shm`, { force: true })
  }
}

function linkOrCopy(file: string, second: string): void {
  try {
    linkSync(file, second)
  } catch {
    // A disk without hard links (FAT, exFAT): a copy, on the disk before anything goes on.
    copyFileSync(file, second)
    syncFile(second)
  }
}

function isSameFile(a: string, b: string): boolean {
  const left = statSync(a, { throwIfNoEntry: false })
  const right = statSync(b, { throwIfNoEntry: false })
  return left !== undefined && right !== undefined && left.dev === right.dev && left.ino === right.ino
}
