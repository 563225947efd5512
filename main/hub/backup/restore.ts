import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { takeHubLock } from '#db/connection/hub-lock.ts'
import { openDatabase } from '#db/connection/open-database.ts'
import type { Problem } from '#domain/errors.ts'
import type { Instant } from '#domain/time/instant.ts'
import {
  createDataFolder,
  DataFolderError,
  isInitialised,
  openDataFolder,
  readKey,
  rememberKeyFile,
  type DataFolder,
} from '../storage/data-folder.ts'
import type { Actor } from '../use-case.ts'
import { checkRestorable } from './restore-checks.ts'
import { readDataEnd, recordRestoreIn, type DataEnd } from './restore-entry.ts'
import { fileSha256 } from './take-backup.ts'

export interface RestoreRequest {
  /** Absolute paths. */
  backup: string
  dir: string
  /** The key's place; null for the one the folder remembers. */
  keyFile: string | null
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
 * Puts a backup in the place of the data. The backup is only read; a private copy is opened, brought to this
 * version and checked in full before anything is touched. The present file gets a second name first and the copy
 * then takes its name in one step, so that a kill at any moment leaves one whole database in place. Sessions end;
 * the audit says what was replaced.
 */
export async function restoreBackup(
  request: RestoreRequest,
): Promise<RestoreResult | 'hub-running' | { refused: Problem[] }> {
  const { backup, dir, keyFile, progress } = request
  const found = statSync(backup, { throwIfNoEntry: false })
  if (!found?.isFile()) return refuse('file-missing', `Không thấy tệp sao lưu: ${backup}.`)
  const target = targetOf(dir, keyFile)
  if ('refused' in target) return target
  const key = readKey(target.keyFile)
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
    copyFileSync(backup, copy)
    const sha256 = await fileSha256(copy)
    progress(1, 4, 'Mở và kiểm tra bản sao')
    const problems = checkRestorable(copy, key, () => {})
    if (problems.length > 0) return { refused: problems }
    const folder = target.folder ?? createDataFolder(dir, target.keyFile)
    progress(2, 4, 'Giữ lại dữ liệu đang có')
    const previous = setPresentAside(folder, key, request.now)
    progress(3, 4, 'Ghi nhật ký và thay dữ liệu')
    recordRestoreIn(copy, key, request, { sha256, end: previous?.end ?? null })
    syncFile(copy)
    rmSync(`${folder.database}-wal`, { force: true })
    rmSync(`${folder.database}-shm`, { force: true })
    renameSync(copy, folder.database)
    rememberKeyFile(folder)
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

/** The folder to restore into; a folder that was never set up needs the key of the backup. */
function targetOf(
  dir: string,
  keyFile: string | null,
): { folder: DataFolder | null; keyFile: string } | { refused: Problem[] } {
  if (isInitialised(dir)) {
    const folder = openDataFolder(dir, keyFile ?? undefined)
    return { folder, keyFile: folder.keyFile }
  }
  if (keyFile === null) {
    return refuse(
      'no-data',
      'Thư mục này chưa có dữ liệu Nẻo Về. Để phục hồi vào máy mới, chỉ tệp khóa bằng --key-file.',
    )
  }
  if (!existsSync(keyFile)) throw new DataFolderError('key-missing', `Không thấy tệp khóa: ${keyFile}.`)
  return { folder: null, keyFile }
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

function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

function syncFolder(dir: string): void {
  // Windows has no handle on a folder to sync.
  if (process.platform === 'win32') return
  const handle = openSync(dir, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
