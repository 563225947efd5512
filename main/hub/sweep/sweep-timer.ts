import { countUsers } from '#db/queries/accounts/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { findLastSweep } from '#db/queries/sweep/reader.ts'
import { isSweepDue } from '#domain/placement/sweep-due.ts'
import type { Hub } from '../hub.ts'
import { SYSTEM_ACTOR } from '../system-actor.ts'
import { runSweep } from './run-sweep.ts'

const LOOK_EVERY_MS = 60_000

/** Makes the nightly sweep and begins planned outages; the one owner of that clock. */
export class SweepTimer {
  readonly #hub: Hub
  #timer: ReturnType<typeof setInterval> | undefined
  #running: Promise<void> | undefined

  constructor(hub: Hub) {
    this.#hub = hub
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS)
  }

  /** Stops looking and waits for a sweep that runs. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#timer = undefined
    await this.#running
  }

  /** Does what is due now; a look while one runs does nothing. */
  look(): Promise<void> {
    this.#running ??= this.#doDue()
      .catch((error: unknown) => {
        this.#hub.log.error('nightly sweep failed', { detail: error instanceof Error ? error.message : '' })
      })
      .finally(() => {
        this.#running = undefined
      })
    return this.#running
  }

  async #doDue(): Promise<void> {
    const { read, now } = this.#hub
    if (countUsers(read) === 0) return
    const last = findLastSweep(read)?.at ?? null
    if (!isSweepDue(last, readSetting(read, 'sweep.time'), now())) return
    await this.#hub.writer.internal('beginOutages', SYSTEM_ACTOR, now(), {})
    await runSweep(this.#hub, SYSTEM_ACTOR)
  }
}
