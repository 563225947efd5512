import type { ClientRequest, IncomingMessage } from 'node:http'
import { HubUnreachable } from './link-errors.ts'

/**
 * The hub's answer as a stream for the page: at the pace it is read, an error when the connection is cut before the
 * end, and a page that stops reading ends the request at the hub.
 * @param onCut called when the connection was cut
 */
export function answerBody(
  answer: IncomingMessage,
  toHub: ClientRequest,
  onCut: () => void,
): ReadableStream<Uint8Array> {
  let isOver = false
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const cut = () => {
          if (isOver) return
          isOver = true
          controller.error(new HubUnreachable('cut in the middle of an answer'))
          onCut()
        }
        answer.on('data', (part: Buffer) => {
          if (isOver) return
          controller.enqueue(new Uint8Array(part))
          if ((controller.desiredSize ?? 0) <= 0) answer.pause()
        })
        answer.once('end', () => {
          if (isOver) return
          isOver = true
          controller.close()
        })
        answer.once('error', cut)
        answer.once('close', cut)
        answer.pause()
      },
      pull() {
        answer.resume()
      },
      cancel() {
        isOver = true
        toHub.destroy()
      },
    },
    { highWaterMark: 65_536, size: (part) => part?.byteLength ?? 0 },
  )
}
