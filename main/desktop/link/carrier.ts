import { request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import { answerBody } from './answer-body.ts'
import type { HubRoute } from './ask-hub.ts'
import { headersToHub, headersToPage } from './carried-headers.ts'
import { HubUnreachable, linkErrorOf } from './link-errors.ts'
import { SessionJar } from './session-jar.ts'

export interface CarrierOptions {
  /** Where the hub is now. Throws while nothing may be sent. */
  route: () => HubRoute
  /** The hub has answered. */
  heard?: () => void
  /** A request could not be carried. */
  failed?: (error: Error) => void
}

const CARRIED = /^\/(rpc\/|api\/|files\/|uploads(\/|$)|openapi\.json$)/
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
const WITHOUT_BODY = new Set([204, 205, 304])

/** A body up to this size is sent in one piece with its length, and can be sent again; a greater one is streamed. */
const WHOLE_BYTES = 262_144
/** The hub beats every 4 seconds on the feed and answers everything else sooner. */
const SILENCE_MS = 20_000

interface Sending {
  whole: Buffer
  /** What comes after `whole`; null when that is all. */
  rest: ReadableStreamDefaultReader<Uint8Array> | null
}

/**
 * Carries the page's requests to the hub and the answers back, both as they come. Whoever stops reading an answer, or
 * aborts the request, ends it at the hub too. The session's cookie stays here.
 */
export class Carrier {
  readonly #options: CarrierOptions
  readonly #jar = new SessionJar()

  constructor(options: CarrierOptions) {
    this.#options = options
  }

  /** True for an address that belongs to the hub; everything else is the page's own files. */
  carries(url: string): boolean {
    return CARRIED.test(new URL(url).pathname)
  }

  /** Ends the session on this side: the desk is forgotten. */
  forgetSession(): void {
    this.#jar.clear()
  }

  /**
   * The hub's answer to a request for `app://…/rpc/…`, `/api`, `/files`, `/uploads`.
   * @throws HubKeyChanged, DeviceRevoked, HubUnreachable, LinkHeld; an AbortError when the request was given up
   */
  async carry(request: Request): Promise<Response> {
    const url = new URL(request.url)
    if (!CARRIED.test(url.pathname) || !METHODS.has(request.method))
      return new Response(null, { status: 404 })
    const route = this.#options.route()
    const sending = await readStart(request)
    try {
      return await this.#send(route, request, `${url.pathname}${url.search}`, sending, true)
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason
      const known = linkErrorOf(error)
      this.#options.failed?.(known)
      throw known
    }
  }

  async #send(
    route: HubRoute,
    request: Request,
    path: string,
    sending: Sending,
    mayRepeat: boolean,
  ): Promise<Response> {
    const open = route.isSecure ? secureRequest : plainRequest
    const cookie = this.#jar.header()
    const toHub = open({
      host: route.host,
      port: route.port,
      agent: route.agent,
      method: request.method,
      path,
      headers: {
        ...headersToHub(request.headers),
        ...(sending.rest || request.method === 'GET' ? {} : { 'content-length': sending.whole.length }),
        ...(cookie === undefined ? {} : { cookie }),
      },
      timeout: SILENCE_MS,
    })
    const stop = () => toHub.destroy()
    request.signal.addEventListener('abort', stop)
    toHub.once('close', () => request.signal.removeEventListener('abort', stop))
    toHub.once('timeout', () => toHub.destroy(new HubUnreachable('silence')))
    if (request.signal.aborted) stop()
    try {
      // The hub may refuse before it has read everything: its answer counts, not the rest of the body.
      pour(toHub, sending).catch(() => toHub.destroy())
      const answer = await answerOf(toHub)
      this.#jar.take(answer.headers['set-cookie'])
      this.#options.heard?.()
      const status = answer.statusCode ?? 502
      const body = WITHOUT_BODY.has(status)
        ? (answer.resume(), null)
        : answerBody(answer, toHub, () => this.#options.failed?.(new HubUnreachable('cut in an answer')))
      return new Response(body, { status, headers: headersToPage(answer.headers) })
    } catch (error) {
      // The hub closed a kept connection just as it was used again: nothing was read of the request. A write has its
      // idempotency key, so that sending it again does nothing twice.
      if (mayRepeat && toHub.reusedSocket && sending.rest === null && !request.signal.aborted)
        return this.#send(route, request, path, sending, false)
      throw error
    }
  }
}

function answerOf(toHub: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    toHub.once('response', resolve)
    toHub.on('error', reject)
    toHub.once('close', () => reject(new HubUnreachable('closed before the answer')))
  })
}

/** Reads a body as far as it may be kept: small ones whole. */
async function readStart(request: Request): Promise<Sending> {
  const reader = request.body?.getReader()
  if (!reader) return { whole: Buffer.alloc(0), rest: null }
  const parts: Uint8Array[] = []
  let length = 0
  while (length <= WHOLE_BYTES) {
    const { done, value } = await reader.read()
    if (done) return { whole: Buffer.concat(parts), rest: null }
    parts.push(value)
    length += value.length
  }
  return { whole: Buffer.concat(parts), rest: reader }
}

/** Sends a body at the pace the hub reads it. */
async function pour(toHub: ClientRequest, { whole, rest }: Sending): Promise<void> {
  if (!rest) {
    toHub.end(whole)
    return
  }
  await write(toHub, whole)
  for (;;) {
    const { done, value } = await rest.read()
    if (done) break
    await write(toHub, value)
  }
  toHub.end()
}

async function write(toHub: ClientRequest, bytes: Uint8Array): Promise<void> {
  if (toHub.destroyed) throw new HubUnreachable('closed while sending')
  if (toHub.write(bytes)) return
  await new Promise<void>((resolve) => {
    const go = () => {
      toHub.off('drain', go)
      toHub.off('close', go)
      resolve()
    }
    toHub.once('drain', go)
    toHub.once('close', go)
  })
}
