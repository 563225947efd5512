import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#domain/errors.ts'
import type { Hub } from '../hub.ts'
import type { JobHandle } from '../jobs/job-runner.ts'
import type { Actor } from '../use-case.ts'

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

/** SHA-256 of a file, read in pieces. */
export async function fileSha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/**
 * Copies the encrypted file while everybody goes on working, then opens the copy and checks all of it. A copy that
 * fails the check is kept out of the list of good ones and says why.
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
    return { id, file, bytes, sha256, ok: checked.ok }
  } finally {
    rmSync(unfinished, { force: true })
  }
}
