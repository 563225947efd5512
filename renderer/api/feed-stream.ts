import type { FeedEvent } from '#domain/contract/feed.ts'
import type { HubClockDoubt } from '#domain/time/clock-doubt.ts'
import { instantFromMs, instantMs, type Instant } from '#domain/time/instant.ts'

/** What a window hears from the stream. */
export type FeedMessage =
  | { type: 'event'; event: FeedEvent }
  | { type: 'online'; hubTime: Instant; clockDoubt: HubClockDoubt | null }
  | { type: 'offline'; since: Instant }
  /** The session is over: nothing comes until somebody signs in and the stream is begun again. */
  | { type: 'signed-out' }

export interface FeedSource {
  /** Opens the hub's stream of changes after `since`. */
  open: (since: number | null, signal: AbortSignal) => Promise<AsyncIterable<FeedEvent>>
  /** True for the refusal that ends the session rather than the connection. */
  isSignedOut: (error: unknown) => boolean
}

/** The hub beats every 4 seconds; after three missed beats the connection is dead, whatever the socket says. */
const SILENCE_MS = 13_000
const PAUSES_MS = [300, 1000, 2000, 5000] as const

/**
 * Keeps one stream of changes open: begins again where it was cut, notices silence, and tells how the desk stands
 * with the hub.
 */
export class FeedStream {
  readonly #source: FeedSource
  readonly #tell: (message: FeedMessage) => void
  #since: number | null = null
  /** Hub's clock minus this desk's, in milliseconds. */
  #offset = 0
  #lastHeardMs = 0
  #run: AbortController | null = null
  #who = ''

  constructor(source: FeedSource, tell: (message: FeedMessage) => void) {
    this.#source = source
    this.#tell = tell
  }

  /** Opens the stream for somebody; anew when it is open for somebody else. */
  begin(who: string): void {
    if (this.#run && this.#who === who) return
    this.end()
    this.#who = who
    const run = new AbortController()
    this.#run = run
    void this.#keepOpen(run)
  }

  end(): void {
    this.#run?.abort()
    this.#run = null
  }

  async #keepOpen(run: AbortController): Promise<void> {
    let failures = 0
    this.#lastHeardMs = Date.now()
    while (!run.signal.aborted) {
      const attempt = new AbortController()
      const stop = () => attempt.abort()
      run.signal.addEventListener('abort', stop)
      let silence = setTimeout(stop, SILENCE_MS)
      let isHeard = false
      try {
        const events = await this.#source.open(this.#since, attempt.signal)
        for await (const event of events) {
          if (attempt.signal.aborted) break
          clearTimeout(silence)
          silence = setTimeout(stop, SILENCE_MS)
          this.#hear(event)
          isHeard = true
          failures = 0
        }
      } catch (error) {
        if (run.signal.aborted) return
        if (this.#source.isSignedOut(error)) {
          this.#run = null
          this.#tell({ type: 'signed-out' })
          return
        }
      } finally {
        clearTimeout(silence)
        run.signal.removeEventListener('abort', stop)
      }
      if (run.signal.aborted) return
      // The hub closes a stream properly when its session ends: the next try tells which it was, at once.
      if (!isHeard || attempt.signal.aborted)
        this.#tell({ type: 'offline', since: this.#hubTime(this.#lastHeardMs) })
      const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 5000
      failures += 1
      await wait(pause, run.signal)
    }
  }

  #hear(event: FeedEvent): void {
    this.#lastHeardMs = Date.now()
    if (event.type === 'hello' || event.type === 'beat') {
      this.#offset = instantMs(event.hubTime) - Date.now()
      this.#tell({ type: 'online', hubTime: event.hubTime, clockDoubt: event.clockDoubt })
      if (event.type !== 'hello') return
      // A hub restored from a backup counts from further back: nothing this desk shows can be trusted.
      if (this.#since !== null && event.seq < this.#since) {
        this.#since = event.seq
        this.#tell({ type: 'event', event: { type: 'resync', seq: event.seq } })
      }
      // Only a first greeting tells where to begin; a later one must not skip what was missed in between.
      this.#since ??= event.seq
      return
    }
    if (event.type === 'change' || event.type === 'resync') this.#since = event.seq
    this.#tell({ type: 'event', event })
  }

  #hubTime(deskMs: number): Instant {
    return instantFromMs(deskMs + this.#offset)
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
