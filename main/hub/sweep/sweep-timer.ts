import { countUsers } from '#db/queries/accounts/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { findLastSweep } from '#db/queries/sweep/reader.ts'
import { isSweepDue } from '#domain/placement/sweep-due.ts'
import type { Hub } from '../hub.ts'
import { RegularLook } from '../regular-look.ts'
import { SYSTEM_ACTOR } from '../system-actor.ts'
import { runSweep } from './run-sweep.ts'

const LOOK_EVERY_MS = 60_000

/** Makes the nightly sweep and begins planned outages; the one owner of that clock. */
export class SweepTimer extends RegularLook {
  constructor(hub: Hub) {
    super(hub, LOOK_EVERY_MS, 'nightly sweep failed')
  }

  protected async doDue(): Promise<void> {
    const { read, now } = this.hub
    if (countUsers(read) === 0) return
    const last = findLastSweep(read)?.at ?? null
    if (!isSweepDue(last, readSetting(read, 'sweep.time'), now())) return
    await this.hub.writer.internal('beginOutages', SYSTEM_ACTOR, now(), {})
    await runSweep(this.hub, SYSTEM_ACTOR)
  }
}
