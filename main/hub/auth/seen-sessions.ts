import type { Instant } from '#domain/time/instant.ts'
import { instantMs } from '#domain/time/instant.ts'

/** What of a stored session says how long it still lasts. */
export interface SessionTimes {
  id: string
  seen_at: Instant
  expires_at: Instant
  stepped_up_at: Instant | null
}

/** A session on the monotonic clock, in milliseconds. */
interface Measured {
  seenMs: number
  endsMs: number
  steppedUpMs: number | null
}

/** A session lasts a working day at most, however busy it is. */
export const ABSOLUTE_HOURS = 12
const LONGEST_MS = ABSOLUTE_HOURS * 3_600_000

/** With so many in memory, those that ended are forgotten. */
const MANY = 5_000

/**
 * When each session was last used and how long it lasts, measured on the monotonic clock: a wall clock that is set
 * neither keeps nor ends a session. The wall clock counts once, where the hub finds a session that was opened before
 * it was started. Written to the database in batches, not on every request.
 */
export class SeenSessions {
  readonly #elapsed: () => number
  readonly #measured = new Map<string, Measured>()
  readonly #seen = new Map<string, Instant>()
  readonly #unsaved = new Map<string, Instant>()

  /** @param elapsed monotonic milliseconds */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed
  }

  /** Begins to measure a session, if that has not begun; `now` is the wall clock. */
  measure(session: SessionTimes, now: Instant): void {
    if (this.#measured.has(session.id)) return
    const ms = this.#elapsed()
    const wall = instantMs(now)
    if (this.#measured.size > MANY) this.#forgetEnded(ms)
    // A time in the future is a clock that was set meanwhile: it counts as now.
    const sinceStepUp = session.stepped_up_at === null ? -1 : wall - instantMs(session.stepped_up_at)
    this.#measured.set(session.id, {
      seenMs: ms - Math.max(0, wall - instantMs(session.seen_at)),
      endsMs: ms + Math.min(LONGEST_MS, instantMs(session.expires_at) - wall),
      steppedUpMs: sinceStepUp < 0 ? null : ms - sinceStepUp,
    })
  }

  /** True while the session is neither too old nor idle too long. */
  isInTime(session: SessionTimes, idleMs: number, now: Instant): boolean {
    this.measure(session, now)
    const ms = this.#elapsed()
    const times = this.#measured.get(session.id)
    return times !== undefined && ms < times.endsMs && ms - times.seenMs <= idleMs
  }

  touch(sessionId: string, at: Instant): void {
    const times = this.#measured.get(sessionId)
    if (times) times.seenMs = this.#elapsed()
    this.#seen.set(sessionId, at)
    this.#unsaved.set(sessionId, at)
  }

  /** The password was confirmed in this session just now. */
  steppedUp(sessionId: string): void {
    const times = this.#measured.get(sessionId)
    if (times) times.steppedUpMs = this.#elapsed()
  }

  /** Milliseconds since the password was confirmed in this session; null when it was not. */
  sinceStepUp(sessionId: string): number | null {
    const at = this.#measured.get(sessionId)?.steppedUpMs ?? null
    return at === null ? null : this.#elapsed() - at
  }

  /** When a session was last used, by the wall clock: for people to read. */
  lastSeen(sessionId: string): Instant | undefined {
    return this.#seen.get(sessionId)
  }

  /** What has not been written yet; forgets it. */
  takeUnsaved(): { sessionId: string; at: Instant }[] {
    const taken = [...this.#unsaved].map(([sessionId, at]) => ({ sessionId, at }))
    this.#unsaved.clear()
    return taken
  }

  #forgetEnded(ms: number): void {
    for (const [id, times] of this.#measured) {
      if (times.endsMs > ms) continue
      this.#measured.delete(id)
      this.#seen.delete(id)
    }
  }
}
