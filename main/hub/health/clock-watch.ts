import { instantMs, type Instant } from '#domain/time/instant.ts'
import type { HubClockDoubt } from '#domain/time/clock-doubt.ts'

/** A smaller change is a clock being kept right. */
const DOUBT_MS = 2 * 60_000
/** After this long people have seen it, and the time that the clock shows is taken for right. */
const SHOWN_MS = 24 * 3_600_000

/**
 * Notices that the wall clock of the hub was set: it compares with the monotonic clock while the hub runs, and with
 * the last entry of the audit when it starts. Rows stand in the order of their sequence whatever the clock says.
 */
export class ClockWatch {
  readonly #now: () => Instant
  readonly #elapsed: () => number
  /** Wall clock minus monotonic clock, when it was last taken for right. */
  #offset: number
  #doubt: { doubt: HubClockDoubt; sinceMs: number } | null = null

  /** @param lastEntryAt when the newest entry of the audit was written; null when there is none */
  constructor(now: () => Instant, elapsed: () => number, lastEntryAt: Instant | null) {
    this.#now = now
    this.#elapsed = elapsed
    this.#offset = this.#difference()
    const backMs = lastEntryAt === null ? 0 : instantMs(lastEntryAt) - instantMs(now())
    if (backMs > DOUBT_MS) this.#raise({ kind: 'behind-records', byMs: -backMs })
  }

  /** What is doubtful about the hub's clock now, or null. */
  doubt(): HubClockDoubt | null {
    const byMs = this.#difference() - this.#offset
    if (Math.abs(byMs) > DOUBT_MS) {
      this.#offset += byMs
      const before = this.#doubt?.doubt.kind === 'set' ? this.#doubt.doubt.byMs : 0
      const total = before + byMs
      // Set back to where it was: all is well again.
      if (Math.abs(total) > DOUBT_MS) this.#raise({ kind: 'set', byMs: total })
      else this.#doubt = null
    }
    if (this.#doubt && this.#elapsed() - this.#doubt.sinceMs > SHOWN_MS) this.#doubt = null
    return this.#doubt?.doubt ?? null
  }

  #difference(): number {
    return instantMs(this.#now()) - this.#elapsed()
  }

  #raise(doubt: HubClockDoubt): void {
    this.#doubt = { doubt, sinceMs: this.#elapsed() }
  }
}
