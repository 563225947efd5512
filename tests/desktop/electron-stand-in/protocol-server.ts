import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

type Handler = (request: Request) => Response | Promise<Response>

const OWN = 'app://neo-ve'

/**
 * Mounts a function given to `protocol.handle` behind a loopback HTTP server, as Chromium itself refuses a scheme it
 * does not know. The function sees addresses of `app://neo-ve`; a page that goes away cancels the answer's body, and
 * nothing else, which is what Electron promises at least.
 */
export async function mountProtocol(handler: Handler): Promise<string> {
  const server = createServer((request, response) => void answer(handler, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

async function answer(handler: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || name === 'host' || name === 'connection') continue
    headers.set(name, name === 'origin' ? OWN : Array.isArray(value) ? value.join(', ') : value)
  }
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  const request = new Request(`${OWN}${incoming.url ?? '/'}`, {
    method: incoming.method ?? 'GET',
    headers,
    ...(hasBody
      ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' as const }
      : {}),
  })
  try {
    const response = await handler(request)
    if (response.type === 'error') throw new Error('net::ERR_FAILED')
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.flushHeaders()
    await pass(response, outgoing)
  } catch {
    outgoing.destroy()
  }
}

async function pass(response: Response, outgoing: ServerResponse): Promise<void> {
  const reader = response.body?.getReader()
  if (!reader) {
    outgoing.end()
    return
  }
  outgoing.once('close', () => void reader.cancel().catch(() => undefined))
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (!outgoing.write(value)) await new Promise((resolve) => outgoing.once('drain', resolve))
  }
  outgoing.end()
}
