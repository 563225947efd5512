import { lastBackups } from '#db/queries/backup/reader.ts'
import { findActiveSheet } from '#db/queries/keys/sheets.ts'
import { countUsers } from '#db/queries/accounts/reader.ts'
import type { BackupKind } from '#domain/backup/backup-kinds.ts'
import { dueBackups } from '#domain/backup/backup-schedule.ts'
import { instantMs } from '#domain/time/instant.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { keepReserve } from '../health/disk-space.ts'
import type { Hub } from '../hub.ts'
import { RegularLook } from '../regular-look.ts'
import { SYSTEM_ACTOR } from '../system-actor.ts'
import { readBackupPlan } from './backup-plan.ts'
import { lookAtPlace } from './sealed-place.ts'
import { takeBackup, takeSealedBackup } from './take-backup.ts'

const LOOK_EVERY_MS = 30_000
/** How long after a failure the same kind is not tried again, in milliseconds. */
const WAIT_AFTER_FAILURE_MS = 15 * 60_000

/** Takes backups when they are due and looks after the disk's reserve; the one owner of that clock. */
export class BackupTimer extends RegularLook {
  readonly #failedAt = new Map<BackupKind, number>()

  constructor(hub: Hub) {
    super(hub, LOOK_EVERY_MS, 'backup schedule failed')
  }

  protected async doDue(): Promise<void> {
    const hub = this.hub
    keepReserve(hub.folder.dir, hub.reserveBytes, hub.diskSpace())
    // Before the first run and in a centre for trying out there is nothing to keep.
    if (countUsers(hub.read) === 0 || readSetting(hub.read, 'installation.demo')) return
    for (const kind of dueBackups(readBackupPlan(hub.read), lastBackups(hub.read), hub.now())) {
      if (this.#waits(kind) || !this.#canTake(kind)) continue
      const jobId = hub.jobs.start(hub, SYSTEM_ACTOR, 'scheduled-backup', (job) =>
        kind === 'local'
          ? takeBackup(hub, SYSTEM_ACTOR, job)
          : takeSealedBackup(hub, SYSTEM_ACTOR, kind, job),
      )
      const done = await hub.jobs.ended(jobId)
      if (done.state === 'cancelled') return
      if (done.state === 'done') this.#failedAt.delete(kind)
      else this.#failedAt.set(kind, instantMs(hub.now()))
    }
  }

  #waits(kind: BackupKind): boolean {
    const failedAt = this.#failedAt.get(kind)
    if (failedAt === undefined) return false
    const passed = instantMs(this.hub.now()) - failedAt
    return passed >= 0 && passed < WAIT_AFTER_FAILURE_MS
  }

  /** A disk that is not plugged in, or a sheet not made yet, is said on the first screen and not tried. */
  #canTake(kind: BackupKind): boolean {
    if (kind === 'local') return true
    const { state } = lookAtPlace(this.hub.folder, readBackupPlan(this.hub.read).sealedFolder)
    return (state === 'ready' || state === 'same-disk') && findActiveSheet(this.hub.read) !== undefined
  }
}
