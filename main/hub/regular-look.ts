import type { Hub } from './hub.ts'

/** A clock of the hub that looks again and again whether something is due, and does it. */
export abstract class RegularLook {
  protected readonly hub: Hub
  readonly #everyMs: number
  readonly #failed: string
  #timer: ReturnType<typeof setInterval> | undefined
  #running: Promise<void> | undefined

  /**
   * @param everyMs time between two looks, in milliseconds
   * @param failed what the log says of a look that failed
   */
  constructor(hub: Hub, everyMs: number, failed: string) {
    this.hub = hub
    this.#everyMs = everyMs
    this.#failed = failed
  }

  /** Does what is due now. */
  protected abstract doDue(): Promise<void>

  start(): void {
    this.#timer ??= setInterval(() => void this.look(), this.#everyMs)
  }

  /** Looks no more and waits for what runs. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#timer = undefined
    await this.#running
  }

  /** Does what is due now; a look while one runs does nothing. */
  look(): Promise<void> {
    this.#running ??= this.doDue()
      .catch((error: unknown) => {
        this.hub.log.error(this.#failed, { detail: error instanceof Error ? error.message : '' })
      })
      .finally(() => {
        this.#running = undefined
      })
    return this.#running
  }
}
