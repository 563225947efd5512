import { countBacklog } from '#db/queries/obligations/backlog.ts'
import { readRolledOn } from '#db/queries/rules/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { countUsers } from '#db/queries/accounts/reader.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { Hub } from '../hub.ts'
import { EscalationWatch } from '../incidents/escalation.ts'
import type { JobHandle } from '../jobs/job-runner.ts'
import { RegularLook } from '../regular-look.ts'
import { SYSTEM_ACTOR } from '../system-actor.ts'
import { RECKONING } from './reckoning.ts'

const LOOK_EVERY_MS = 15_000

/**
 * Lays out the due moments of each new day, lets the batches run that a change of rules left behind, and sees tasks of
 * incidents grow too late.
 */
export class DutyTimer extends RegularLook {
  readonly #escalation: EscalationWatch
  #isFollowing = false

  constructor(hub: Hub) {
    super(hub, LOOK_EVERY_MS, 'obligations not laid out')
    this.#escalation = new EscalationWatch(hub)
  }

  protected async doDue(): Promise<void> {
    const hub = this.hub
    if (countUsers(hub.read) === 0) return
    const isOther = readSetting(hub.read, 'obligations.reckoned-by') !== RECKONING
    if (isOther || readRolledOn(hub.read) !== dayOf(hub.now())) {
      await hub.writer.internal('rollDuties', SYSTEM_ACTOR, hub.now(), {})
    }
    await this.#escalation.look()
    if (this.#isFollowing || countBacklog(hub.read) === 0) return
    this.#isFollowing = true
    const jobId = hub.jobs.start(hub, SYSTEM_ACTOR, 'obligations.follow', (job) => followEverybody(hub, job))
    // Nobody waits for it: a hub that starts after an update serves while everybody is reckoned anew.
    void hub.jobs.ended(jobId).finally(() => {
      this.#isFollowing = false
    })
  }
}

/** Batch after batch until nobody is left; others write in between. */
async function followEverybody(hub: Hub, job: JobHandle): Promise<void> {
  const total = countBacklog(hub.read)
  for (let done = 0; ;) {
    job.signal.throwIfAborted()
    job.progress(Math.min(done, total), total, 'Tính lại thời hạn, việc đến hạn')
    const followed = await hub.writer.internal('followDuties', SYSTEM_ACTOR, hub.now(), {})
    if (followed === 0) return
    done += followed
  }
}
