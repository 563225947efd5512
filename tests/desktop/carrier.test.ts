import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { Carrier } from '../../main/desktop/link/carrier.ts'
import { HubUnreachable, LinkHeld } from '../../main/desktop/link/link-errors.ts'
import { PinnedAgent } from '../../main/desktop/link/pinned-agent.ts'
import { fakeIdentity, startFakeHub, type FakeHub, type Handler } from './_fake-hub.ts'

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0)) await close()
})

/** A hub that answers with `handler`, and the carrier to it. */
async function carried(handler?: Handler): Promise<{ hub: FakeHub; carrier: Carrier; troubles: Error[] }> {
  const identity = await fakeIdentity()
  const hub = await startFakeHub(identity, handler ? { handler } : {})
  const agent = new PinnedAgent({ key: { pin: identity.pin } })
  opened.push(hub.close, () => agent.destroy())
  const troubles: Error[] = []
  const carrier = new Carrier({
    route: () => ({ host: hub.host, port: hub.port, agent, isSecure: true }),
    failed: (error) => troubles.push(error),
  })
  return { hub, carrier, troubles }
}

function post(path: string, body: BodyInit, init: RequestInit = {}): Request {
  return new Request(`app://neo-ve${path}`, { method: 'POST', body, ...init })
}

/** Resolves when the hub's side of an answer is closed before its end. */
function closedEarly(response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => response.once('close', () => resolve(!response.writableFinished)))
}

describe('what the page and the hub see of each other', () => {
  it('keeps the session cookie from the page and gives it to the hub', async () => {
    const { hub, carrier } = await carried()
    const first = await carrier.carry(post('/rpc/auth/signIn', '{}'))
    expect([...first.headers.keys()]).not.toContain('set-cookie')
    expect(await first.text()).not.toContain('bi-mat')
    await carrier.carry(post('/rpc/auth/me', '{}', { headers: { cookie: 'nv_12345678=forged' } }))
    expect(hub.requests.map(({ headers }) => headers.cookie)).toEqual([undefined, 'nv_12345678=bi-mat'])
    carrier.forgetSession()
    await carrier.carry(post('/rpc/auth/me', '{}'))
    expect(hub.requests.at(-1)?.headers.cookie).toBeUndefined()
  })

  it('forgets a cookie that the hub takes back', async () => {
    const { hub, carrier } = await carried((request, response) => {
      if (request.url !== '/rpc/auth/signOut') return false
      response.setHeader('set-cookie', 'nv_12345678=; Path=/; Max-Age=0')
      response.end('{}')
      return true
    })
    await carrier.carry(post('/rpc/auth/signIn', '{}'))
    await carrier.carry(post('/rpc/auth/signOut', '{}'))
    await carrier.carry(post('/rpc/auth/me', '{}'))
    expect(hub.requests.map(({ headers }) => headers.cookie)).toEqual([
      undefined,
      'nv_12345678=bi-mat',
      undefined,
    ])
  })

  it('sends the length of a small body, the key of the act, and nothing of the page’s origin', async () => {
    const { hub, carrier } = await carried()
    const headers = {
      'idempotency-key': 'act-12345',
      'content-type': 'application/json',
      'x-background': '1',
    }
    const answer = await carrier.carry(post('/rpc/people/save?a=1', '{"json":{}}', { headers }))
    expect(await answer.json()).toEqual({ json: { path: '/rpc/people/save?a=1', length: 11 } })
    const sent = hub.requests[0]?.headers ?? {}
    expect(sent).toMatchObject({ ...headers, 'content-length': '11', host: `${hub.host}:${hub.port}` })
    expect(Object.keys(sent).filter((name) => /^(origin|referer|user-agent|sec-)/.test(name))).toEqual([])
  })

  it.each(['/', '/tiep-nhan', '/rpc', '/pair', '/assets/index.js', '/rpcs/x'])(
    'does not carry %s: the hub is not asked',
    async (path) => {
      const { hub, carrier } = await carried()
      expect(carrier.carries(`app://neo-ve${path}`)).toBe(false)
      expect((await carrier.carry(post(path, '{}'))).status).toBe(404)
      expect(hub.requests).toEqual([])
    },
  )

  it('sends nothing while the link is held', async () => {
    const { hub } = await carried()
    const held = new Carrier({
      route: () => {
        throw new LinkHeld('key-changed')
      },
    })
    await expect(held.carry(post('/rpc/auth/me', '{}'))).rejects.toBeInstanceOf(LinkHeld)
    expect(hub.bytes()).toBe(0)
  })

  it('gives an answer without a body as it is', async () => {
    const { carrier } = await carried((_request, response) => {
      response.writeHead(204).end()
      return true
    })
    const answer = await carrier.carry(new Request('app://neo-ve/files/x'))
    expect([answer.status, answer.body]).toEqual([204, null])
  })
})

describe('answers as they come', () => {
  it('passes each event on at once, and ends the stream at the hub when the page leaves', async () => {
    let feed: ServerResponse | undefined
    const { carrier, troubles } = await carried((_request, response) => {
      feed = response
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('data: hello\n\n')
      return true
    })
    const answer = await carrier.carry(post('/rpc/feed/changes', '{}'))
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toBe('data: hello\n\n')
    feed?.write('data: change 7\n\n')
    expect((await reader?.read())?.value).toBe('data: change 7\n\n')
    const closed = feed && closedEarly(feed)
    await reader?.cancel()
    expect(await closed).toBe(true)
    expect(troubles).toEqual([])
  })

  it('stops a report at the hub when the request is aborted before the answer', async () => {
    let report: Promise<boolean> | undefined
    const asked = Promise.withResolvers<undefined>()
    const { carrier, troubles } = await carried((_request, response) => {
      report = closedEarly(response)
      asked.resolve(undefined)
      return true
    })
    const abort = new AbortController()
    const answer = carrier.carry(post('/rpc/roll/report', '{}', { signal: abort.signal }))
    await asked.promise
    abort.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(await report).toBe(true)
    expect(troubles).toEqual([])
  })

  it('stops it in the middle of the answer too', async () => {
    let closed: Promise<boolean> | undefined
    const { carrier } = await carried((_request, response) => {
      closed = closedEarly(response)
      response.write('a'.repeat(1000))
      return true
    })
    const abort = new AbortController()
    const answer = await carrier.carry(post('/rpc/roll/report', '{}', { signal: abort.signal }))
    await answer.body?.getReader().read()
    abort.abort()
    expect(await closed).toBe(true)
  })

  it('says so when the connection is cut in the middle of an answer: half is never taken for the whole', async () => {
    const { carrier, troubles } = await carried((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('a'.repeat(500), () => response.socket?.destroy())
      return true
    })
    const answer = await carrier.carry(post('/rpc/people/list', '{}'))
    await expect(answer.text()).rejects.toBeInstanceOf(HubUnreachable)
    expect(troubles).toHaveLength(1)
  })

  it('says so too when there was no length to compare with', async () => {
    const { carrier } = await carried((_request, response) => {
      response.write('a'.repeat(500), () => response.socket?.destroy())
      return true
    })
    const answer = await carrier.carry(post('/rpc/people/list', '{}'))
    await expect(answer.text()).rejects.toBeInstanceOf(HubUnreachable)
  })

  it('reads a long answer no faster than the page does', async () => {
    const total = 24 * 1024 * 1024
    let written = 0
    const { carrier } = await carried((_request, response) => {
      const piece = Buffer.alloc(65_536)
      const more = () => {
        while (written < total) {
          written += piece.length
          if (!response.write(piece)) return void response.once('drain', more)
        }
        response.end()
      }
      more()
      return true
    })
    const answer = await carrier.carry(new Request('app://neo-ve/files/long'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(written).toBeLessThan(total)
    expect((await answer.arrayBuffer()).byteLength).toBe(total)
  })

  it('repeats a request once when the hub closed the kept connection under it', async () => {
    let count = 0
    const { hub, carrier } = await carried((request, response) => {
      count += 1
      if (count === 2) {
        response.socket?.destroy()
        return true
      }
      response.end(String(request.headers['idempotency-key']))
      return true
    })
    const headers = { 'idempotency-key': 'act-777777' }
    await (await carrier.carry(post('/rpc/a/b', '{}'))).text()
    const answer = await carrier.carry(post('/rpc/a/b', '{"x":1}', { headers }))
    expect(await answer.text()).toBe('act-777777')
    expect(hub.requests.map(({ body }) => body.toString())).toEqual(['{}', '{"x":1}', '{"x":1}'])
  })
})

describe('long bodies', () => {
  it('streams 4 MB to the hub unchanged', async () => {
    const bytes = Buffer.alloc(4 * 1024 * 1024, 'ảnh')
    const { hub, carrier } = await carried()
    const body = new Blob([bytes]).stream()
    const answer = await carrier.carry(post('/files/scan', body, { duplex: 'half' } as RequestInit))
    expect(answer.status).toBe(200)
    expect(hub.requests[0]?.body.equals(bytes)).toBe(true)
  })

  it('is cut at the hub when the page gives it up', async () => {
    const { hub, carrier } = await carried()
    const abort = new AbortController()
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(65_536))
        if (sent === 20) abort.abort()
      },
    })
    const init = { duplex: 'half', signal: abort.signal } as RequestInit
    await expect(carrier.carry(post('/files/scan', body, init))).rejects.toMatchObject({ name: 'AbortError' })
    expect(hub.requests.map(({ body: kept }) => kept.length)).toEqual([0])
  })
})
