import { readSetting, writeSetting } from '#db/queries/settings/settings.ts'
import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import type { BackupPlan } from '#domain/backup/backup-schedule.ts'
import type { WriteContext } from '../use-case.ts'

/** When and where backups are made, as the house chose it. */
export function readBackupPlan(db: ReadDb): BackupPlan {
  return {
    localMinutes: readSetting(db, 'backup.local-minutes'),
    localKeep: readSetting(db, 'backup.local-keep'),
    sealedFolder: readSetting(db, 'backup.sealed-folder'),
    sealedTime: readSetting(db, 'backup.sealed-time'),
    sealedKeep: readSetting(db, 'backup.sealed-keep'),
    monthlyKeep: readSetting(db, 'backup.monthly-keep'),
  }
}

/** Keeps another plan; the audit says what it is now. */
export function setBackupPlan(db: WriteDb, context: WriteContext, plan: BackupPlan): null {
  writeSetting(db, context, 'backup.local-minutes', plan.localMinutes)
  writeSetting(db, context, 'backup.local-keep', plan.localKeep)
  writeSetting(db, context, 'backup.sealed-folder', plan.sealedFolder)
  writeSetting(db, context, 'backup.sealed-time', plan.sealedTime)
  writeSetting(db, context, 'backup.sealed-keep', plan.sealedKeep)
  writeSetting(db, context, 'backup.monthly-keep', plan.monthlyKeep)
  context.audit({ action: 'backup.plan-changed', facts: { ...plan } })
  context.changed('backup')
  return null
}
