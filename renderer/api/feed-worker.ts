// One stream for all windows of this browser: a window more costs the hub nothing.
import { hubFeed } from '#renderer/api/feed-source.ts'
import { FeedStream, type FeedMessage } from '#renderer/api/feed-stream.ts'

/** What a window asks of the worker. */
export type FeedRequest = { type: 'begin'; who: string } | { type: 'end' } | { type: 'leave' }

const ports = new Set<MessagePort>()
/** How the desk stands, for a window that comes later. */
let standing: FeedMessage | null = null

function tell(message: FeedMessage): void {
  if (message.type !== 'event') standing = message
  for (const port of ports) port.postMessage(message)
}

const stream = new FeedStream(hubFeed(), tell)

function answer(port: MessagePort, request: FeedRequest): void {
  switch (request.type) {
    case 'begin':
      stream.begin(request.who)
      return
    case 'end':
      stream.end()
      return
    case 'leave':
      ports.delete(port)
      if (ports.size === 0) stream.end()
  }
}

globalThis.addEventListener('connect', (event) => {
  const port = event instanceof MessageEvent ? event.ports[0] : undefined
  if (!port) return
  ports.add(port)
  port.addEventListener('message', (message: MessageEvent<FeedRequest>) => answer(port, message.data))
  port.start()
  // An ended session is no news for a window that is about to sign in.
  if (standing && standing.type !== 'signed-out') port.postMessage(standing)
})
