import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { schemaVersion } from '#db/migrations/migrate.ts'
import { listKept } from '#db/queries/backup/reader.ts'
import type { BackupKind } from '#domain/backup/backup-kinds.ts'
import { BACKUP_PLACE_SENTENCES } from '#domain/backup/backup-place.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { Hub } from '../hub.ts'
import type { JobHandle } from '../jobs/job-runner.ts'
import { sealToActiveSheet } from '../keys/sealed-marker.ts'
import type { Actor } from '../use-case.ts'
import { PROGRAM_VERSION } from '../version.ts'
import { readBackupPlan } from './backup-plan.ts'
import { removeDatabase, syncFolder } from './database-files.ts'
import { checkHeaderOrigin, extractSealed, SEALED_ENDING, writeSealed } from './sealed-file.ts'
import { lookAtPlace } from './sealed-place.ts'

export interface BackupResult {
  id: string
  file: string
  bytes: number
  sha256: string
  ok: boolean
}

/** Name of a backup taken at an instant: sorts by time, is no other backup's, holds nothing about the centre. */
export function backupFileName(now: string, id: string = randomUUID()): string {
  return `neo-ve-${now.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${id.slice(0, 4)}.db`
}

function sealedFileName(kind: BackupKind, now: Instant, id: string): string {
  if (kind === 'monthly') return `neo-ve-thang-${dayOf(now).slice(0, 7)}-${id.slice(0, 4)}${SEALED_ENDING}`
  return backupFileName(now, id).replace(/\.db$/, SEALED_ENDING)
}

/** SHA-256 of a file, read in pieces. */
export async function fileSha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/**
 * Copies the encrypted file while everybody goes on working, then opens the copy and checks all of it. A copy that
 * fails the check is kept out of the list of good ones and says why. Older copies beyond the plan go afterwards.
 */
export async function takeBackup(hub: Hub, actor: Actor, job: JobHandle): Promise<BackupResult> {
  const at = hub.now()
  const id = randomUUID()
  mkdirSync(hub.folder.backups, { recursive: true, mode: 0o700 })
  const file = backupFileName(at, id)
  const target = join(hub.folder.backups, file)
  const unfinished = `${target}.tmp`
  rmSync(unfinished, { force: true })
  try {
    job.progress(0, 3, 'Chép dữ liệu')
    await hub.reports.run('copyDatabase', { target: unfinished }, { signal: job.signal })
    job.progress(1, 3, 'Mở bản sao và kiểm tra')
    const checked = await hub.reports.run('checkCopy', { file: unfinished }, { signal: job.signal })
    if (job.signal.aborted) throw new AppError('cancelled')
    renameSync(unfinished, target)
    syncFolder(hub.folder.backups)
    job.progress(2, 3, 'Ghi sổ')
    const sha256 = await fileSha256(target)
    const bytes = statSync(target).size
    await hub.writer.internal('recordBackup', actor, hub.now(), {
      id,
      file,
      bytes,
      sha256,
      takenAt: at,
      outcome: checked.ok ? 'good' : 'bad',
      detail: checked.ok ? null : 'Bản sao mở được nhưng kiểm tra không đạt. Không dùng bản này để phục hồi.',
    })
    if (checked.ok) dropOld(hub, 'local')
    job.progress(3, 3, 'Xong')
    return { id, file, bytes, sha256, ok: checked.ok }
  } finally {
    removeDatabase(unfinished)
  }
}

/**
 * Writes a sealed copy to the place outside the hub's disk: data and their key, closed to everybody without the
 * recovery sheet. The file at the place is read again, every byte of it, and opened before it gets its name.
 * @throws AppError `rule_violated` without a sheet or a place to write to
 */
export async function takeSealedBackup(
  hub: Hub,
  actor: Actor,
  kind: 'sealed' | 'monthly',
  job: JobHandle,
): Promise<BackupResult> {
  const at = hub.now()
  const id = randomUUID()
  const place = readBackupPlan(hub.read).sealedFolder
  const { state } = lookAtPlace(hub.folder, place)
  if (state !== 'ready' && state !== 'same-disk')
    throw new AppError('rule_violated', BACKUP_PLACE_SENTENCES[state])
  const sealedKey = sealToActiveSheet(hub.read, hub.key)
  if (!sealedKey) {
    throw new AppError(
      'rule_violated',
      'Chưa có phiếu phục hồi nên chưa niêm phong được. Vào Khóa để lập phiếu.',
    )
  }
  const file = sealedFileName(kind, at, id)
  const target = join(place, file)
  const unfinished = `${target}.tmp`
  const copy = join(hub.folder.dir, `sealing-${id}.db`)
  const again = join(hub.folder.dir, `reading-${id}.db`)
  try {
    job.progress(0, 4, 'Chép dữ liệu')
    await hub.reports.run('copyDatabase', { target: copy }, { signal: job.signal })
    job.progress(1, 4, 'Niêm phong ra ổ ngoài')
    await writeSealed(copy, unfinished, hub.key, {
      installationId: hub.folder.installationId,
      madeAt: at,
      schemaVersion: schemaVersion(hub.read),
      programVersion: PROGRAM_VERSION,
      sealedKey,
    })
    removeDatabase(copy)
    if (job.signal.aborted) throw new AppError('cancelled')
    job.progress(2, 4, 'Đọc lại từ ổ ngoài và mở thử')
    checkHeaderOrigin(unfinished, hub.key)
    await extractSealed(unfinished, again)
    const checked = await hub.reports.run('checkCopy', { file: again }, { signal: job.signal })
    if (!checked.ok)
      throw new AppError('rule_violated', 'Bản niêm phong đọc lại không đạt kiểm tra nên đã bỏ.')
    if (job.signal.aborted) throw new AppError('cancelled')
    renameSync(unfinished, target)
    syncFolder(place)
    job.progress(3, 4, 'Ghi sổ')
    const sha256 = await fileSha256(target)
    const bytes = statSync(target).size
    await hub.writer.internal('recordBackup', actor, hub.now(), {
      id,
      file,
      bytes,
      sha256,
      takenAt: at,
      outcome: 'good',
      detail: null,
      kind,
      folder: place,
      sheet: sealedKey.sheet,
    })
    dropOld(hub, kind)
    job.progress(4, 4, 'Xong')
    return { id, file, bytes, sha256, ok: true }
  } finally {
    rmSync(unfinished, { force: true })
    removeDatabase(copy)
    removeDatabase(again)
  }
}

/** Removes copies of a kind beyond those the plan keeps: only files named in the book, never the newest good one. */
function dropOld(hub: Hub, kind: BackupKind): void {
  const plan = readBackupPlan(hub.read)
  const keep = { local: plan.localKeep, sealed: plan.sealedKeep, monthly: plan.monthlyKeep }[kind]
  for (const old of listKept(hub.read, kind).slice(Math.max(1, keep))) {
    try {
      rmSync(join(old.folder ?? hub.folder.backups, old.file), { force: true })
    } catch {
      // A disk that is not plugged in keeps its old copies until it comes back.
    }
  }
}
