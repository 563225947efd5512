interface Attempts {
  failures: number
  blockedUntil: number
}

/** After this many quiet milliseconds an account's failures are forgotten. */
const FORGET_AFTER_MS = 30 * 60_000
const FREE_FAILURES = 3
const LONGEST_WAIT_MS = 60_000
const LOGINS_KEPT = 10_000

/**
 * Slows guessing down per account and place, never locks an account: somebody at another desk must not be able to
 * keep the nurse out. Also tells open streams when their session ends.
 */
export class SignInGuard {
  readonly #attempts = new Map<string, Attempts>()
  readonly #sessionEnds = new Map<string, Set<() => void>>()
  readonly #clock: () => number

  /** @param clock monotonic milliseconds: a changed wall clock must not open or shut the door */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock
  }

  /**
   * Takes one try: 0 when it may go ahead, else the seconds to wait. It counts as failed until {@link succeeded}.
   * @param free failures before the first wait
   */
  takeTry(login: string, peer: string, free = FREE_FAILURES): number {
    const now = this.#clock()
    const key = `${login}|${peer}`
    const before = this.#attempts.get(key)
    if (before && before.blockedUntil > now) return Math.ceil((before.blockedUntil - now) / 1000)
    const failures = before && now - before.blockedUntil < FORGET_AFTER_MS ? before.failures + 1 : 1
    const wait = failures <= free ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (failures - free - 1))
    this.#attempts.delete(key)
    this.#attempts.set(key, { failures, blockedUntil: now + wait })
    this.#forgetOldest()
    return 0
  }

  succeeded(login: string, peer: string): void {
    this.#attempts.delete(`${login}|${peer}`)
  }

  /** Takes one try back: it was right. The others still count. */
  refund(login: string, peer: string): void {
    const before = this.#attempts.get(`${login}|${peer}`)
    if (before) before.failures = Math.max(0, before.failures - 1)
  }

  /** Keeps the memory small; whoever tries many logins does not wipe what is known about one. */
  #forgetOldest(): void {
    const oldest = this.#attempts.keys().next()
    if (this.#attempts.size > LOGINS_KEPT && !oldest.done) this.#attempts.delete(oldest.value)
  }

  /** Calls `stop` when the session ends. Returns the way to stop listening. */
  onSessionEnd(sessionId: string | null, stop: () => void): () => void {
    if (sessionId === null) return () => {}
    const listeners = this.#sessionEnds.get(sessionId) ?? new Set()
    listeners.add(stop)
    this.#sessionEnds.set(sessionId, listeners)
    return () => {
      listeners.delete(stop)
      if (listeners.size === 0) this.#sessionEnds.delete(sessionId)
    }
  }

  /** Stops every stream whose session is over by `isOver`: called after accounts changed. */
  stopEnded(isOver: (sessionId: string) => boolean): void {
    for (const [id, listeners] of this.#sessionEnds) {
      if (isOver(id)) for (const stop of listeners) stop()
    }
  }
}
