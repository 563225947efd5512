import type { feedContract } from '#domain/contract/feed.ts'
import type { FeedEvent } from '#domain/contract/feed.ts'
import { isSessionOpen } from '../auth/open-session.ts'
import type { CallUseCases } from '../use-case.ts'

export const feedCalls: CallUseCases<typeof feedContract> = {
  changes: ({ hub, signal, actor }, input) => {
    async function* stream(): AsyncGenerator<FeedEvent> {
      const pending: FeedEvent[] = []
      let wake: () => void = () => {}
      let isOver = false
      const push = (event: FeedEvent) => {
        pending.push(event)
        // A desk that does not read is told to start over instead of filling the hub's memory.
        if (pending.length > 2000) {
          pending.length = 0
          pending.push({ type: 'resync', seq: hub.feed.lastSeq })
        }
        wake()
      }
      const stop = () => {
        isOver = true
        wake()
      }
      const unlisten = hub.feed.listen(push, actor.sessionId)
      const beat = setInterval(() => {
        // A session that ran out while the desk was idle hears nothing more either.
        if (actor.sessionId !== null && !isSessionOpen(hub, actor.sessionId)) stop()
        else push({ type: 'beat', hubTime: hub.now(), clockDoubt: hub.clock.doubt() })
      }, hub.beatMs)
      const unsubscribe = hub.guard.onSessionEnd(actor.sessionId, stop)
      signal?.addEventListener('abort', stop)
      try {
        yield {
          type: 'hello',
          seq: hub.feed.lastSeq,
          hubTime: hub.now(),
          clockDoubt: hub.clock.doubt(),
        }
        if (input.since !== null) {
          const missed = hub.feed.since(input.since)
          if (missed) yield* missed
          else yield { type: 'resync', seq: hub.feed.lastSeq }
        }
        while (!isOver) {
          const event = pending.shift()
          if (event) yield event
          else
            await new Promise<void>((resolve) => {
              wake = resolve
            })
        }
      } finally {
        clearInterval(beat)
        unlisten()
        unsubscribe()
        signal?.removeEventListener('abort', stop)
      }
    }
    return stream()
  },
}
