import { hubFeed } from '#renderer/api/feed-source.ts'
import { FeedStream, type FeedMessage } from '#renderer/api/feed-stream.ts'
import type { FeedRequest } from '#renderer/api/feed-worker.ts'

/** This window's end of the feed. */
export interface FeedLine {
  /** Opens the stream for whoever is signed in now. */
  /** @param who the user: a stream that is open for them already is left alone */
  begin: (who: string) => void
  end: () => void
  leave: () => void
}

/**
 * Joins the browser's one stream of changes through a shared worker; where there is none, the window has a stream of
 * its own. Nothing comes before {@link FeedLine.begin}.
 */
export function joinFeed(listen: (message: FeedMessage) => void): FeedLine {
  if (typeof SharedWorker === 'undefined') {
    const stream = new FeedStream(hubFeed(), listen)
    return { begin: (who) => stream.begin(who), end: () => stream.end(), leave: () => stream.end() }
  }
  const worker = new SharedWorker(new URL('./feed-worker.ts', import.meta.url), {
    type: 'module',
    name: 'neo-ve-feed',
  })
  worker.port.addEventListener('message', (message: MessageEvent<FeedMessage>) => listen(message.data))
  worker.port.start()
  const ask = (request: FeedRequest) => worker.port.postMessage(request)
  const leave = () => ask({ type: 'leave' })
  window.addEventListener('pagehide', leave)
  return {
    begin: (who) => ask({ type: 'begin', who }),
    end: () => ask({ type: 'end' }),
    leave: () => {
      window.removeEventListener('pagehide', leave)
      leave()
    },
  }
}
