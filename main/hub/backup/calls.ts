import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { lastBackups, listBackups } from '#db/queries/backup/reader.ts'
import { factsOfData } from '#db/queries/backup/facts.ts'
import { findActiveSheet } from '#db/queries/keys/sheets.ts'
import type { backupContract } from '#domain/contract/backup.ts'
import { AppError } from '#domain/errors.ts'
import type { CallUseCases } from '../use-case.ts'
import { readBackupPlan } from './backup-plan.ts'
import { previewRestore, sheetKey } from './preview.ts'
import { beginRestore } from './begin-restore.ts'
import { lookAtPlace, markPlace } from './sealed-place.ts'
import { takeBackup, takeSealedBackup } from './take-backup.ts'

export const backupCalls: CallUseCases<typeof backupContract> = {
  list: ({ hub }) => ({
    folder: hub.folder.backups,
    backups: listBackups(hub.read).map((row) => ({
      id: row.id,
      file: row.file,
      kind: row.kind,
      folder: row.folder ?? hub.folder.backups,
      sheet: row.sheet,
      bytes: row.bytes,
      sha256: row.sha256,
      takenAt: row.taken_at,
      takenBy: row.taken_by,
      checkedAt: row.checked_at,
      outcome: row.outcome,
      detail: row.detail,
      isPresent: existsSync(join(row.folder ?? hub.folder.backups, row.file)),
    })),
  }),
  take: ({ hub, actor }, { kind }) => ({
    jobId: hub.jobs.start(hub, actor, 'backup', (job) =>
      kind === 'local' ? takeBackup(hub, actor, job) : takeSealedBackup(hub, actor, kind, job),
    ),
  }),
  plan: ({ hub }) => {
    const plan = readBackupPlan(hub.read)
    return {
      plan,
      place: lookAtPlace(hub.folder, plan.sealedFolder),
      hasSheet: findActiveSheet(hub.read) !== undefined,
      last: lastBackups(hub.read),
    }
  },
  setPlan: async ({ hub, actor, now }, plan) => {
    if (plan.sealedFolder !== '') markPlace(hub.folder, plan.sealedFolder)
    await hub.writer.internal('setBackupPlan', actor, now, plan)
    return { saved: true }
  },
  preview: ({ hub, actor }, { file, sheet }) => {
    const key = sheetKey(sheet)
    return {
      jobId: hub.jobs.start(hub, actor, 'restore-preview', (job) => previewRestore(hub, file, key, job)),
    }
  },
  restore: ({ hub, actor, now }, { file, sheet, confirm }) => {
    const name = factsOfData(hub.read).centreName
    if (name !== '' && confirm.trim().normalize('NFC') !== name.normalize('NFC')) {
      const message = 'Gõ đúng tên cơ sở hiện tại để xác nhận.'
      throw new AppError('invalid_input', message, {
        problems: [{ code: 'confirm', message, field: 'confirm' }],
      })
    }
    beginRestore(hub, { file, sheet: sheetKey(sheet), actor, now })
    return { started: true }
  },
}
