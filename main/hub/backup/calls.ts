import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { listBackups } from '#db/queries/backup/reader.ts'
import type { backupContract } from '#domain/contract/backup.ts'
import type { CallUseCases } from '../use-case.ts'
import { takeBackup } from './take-backup.ts'

export const backupCalls: CallUseCases<typeof backupContract> = {
  list: ({ hub }) => ({
    folder: hub.folder.backups,
    backups: listBackups(hub.read).map((row) => ({
      id: row.id,
      file: row.file,
      bytes: row.bytes,
      sha256: row.sha256,
      takenAt: row.taken_at,
      takenBy: row.taken_by,
      checkedAt: row.checked_at,
      outcome: row.outcome,
      detail: row.detail,
      isPresent: existsSync(join(hub.folder.backups, row.file)),
    })),
  }),
  take: ({ hub, actor }) => ({
    jobId: hub.jobs.start(hub, actor, 'backup', (job) => takeBackup(hub, actor, job)),
  }),
}
