import type { Instant } from '#domain/time/instant.ts'

/** When each session was last used, in memory; written to the database in batches, not on every request. */
export class SeenSessions {
  readonly #seen = new Map<string, Instant>()
  readonly #unsaved = new Map<string, Instant>()

  touch(sessionId: string, at: Instant): void {
    this.#seen.set(sessionId, at)
    this.#unsaved.set(sessionId, at)
  }

  lastSeen(sessionId: string): Instant | undefined {
    return this.#seen.get(sessionId)
  }

  /** What has not been written yet; forgets it. */
  takeUnsaved(): { sessionId: string; at: Instant }[] {
    const taken = [...this.#unsaved].map(([sessionId, at]) => ({ sessionId, at }))
    this.#unsaved.clear()
    return taken
  }
}
