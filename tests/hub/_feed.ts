import type { FeedEvent } from '#domain/contract/feed.ts'
import type { TestDesk } from './_test-hub.ts'

export interface OpenFeed extends AsyncDisposable {
  /** Everything heard so far. */
  events: FeedEvent[]
  /** Resolves when the hub ends the stream. */
  ended: Promise<void>
  /** The first event that fits, also one that was heard before. */
  hear: (fits: (event: FeedEvent) => boolean) => Promise<FeedEvent>
}

/** Opens the hub's stream of changes at a desk and waits for its greeting. */
export async function openFeed(desk: TestDesk, since: number | null = null): Promise<OpenFeed> {
  const abort = new AbortController()
  const events: FeedEvent[] = []
  const waiting = new Set<() => void>()
  const stream = await desk.hub.feed.changes({ since }, { signal: abort.signal })
  const ended = (async () => {
    try {
      for await (const event of stream) {
        events.push(event)
        for (const wake of waiting) wake()
      }
    } catch (error) {
      if (!abort.signal.aborted) throw error
    }
  })()
  const hear: OpenFeed['hear'] = (fits) =>
    new Promise((resolve) => {
      const look = () => {
        const found = events.find(fits)
        if (!found) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  await hear((event) => event.type === 'hello')
  return {
    events,
    ended,
    hear,
    [Symbol.asyncDispose]: async () => {
      abort.abort()
      await ended
    },
  }
}
