import { connect, type Socket } from 'node:net'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

let renderer: string
let house: TestHub
let desk: TestDesk

beforeAll(async () => {
  renderer = mkdtempSync(join(tmpdir(), 'neo-ve-renderer-'))
  mkdirSync(join(renderer, 'assets'))
  writeFileSync(
    join(renderer, 'index.html'),
    '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__">',
  )
  writeFileSync(join(renderer, 'assets', 'app-1234.js'), 'export {}')
  writeFileSync(join(renderer, 'secret.txt'), 'not an asset')
  house = await startTestHub({ rendererDir: renderer })
  desk = await house.signIn('director')
})
afterAll(async () => {
  await house.close()
  rmSync(renderer, { recursive: true, force: true })
})

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A request as a browser of another page, or no browser at all, might send it: any header goes. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options
    const sent = request(`${house.url}${path}`, { method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => (text += piece))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const me = (headers: Record<string, string>) =>
  ask('/rpc/auth/me', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: desk.cookie, ...headers },
    body: '{"json":{}}',
  })

describe('requests that may have been forged', () => {
  it('answers our own page', async () => {
    expect((await me({ origin: house.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it.each([
    ['another name for this address', { host: 'evil.example' }],
    ['another name that ends like ours', { host: '127.0.0.1.evil.example' }],
    ['another page', { origin: 'https://evil.example' }],
    ['another program on this PC', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['another port, as the browser says', { 'sec-fetch-site': 'same-site' }],
  ])('refuses %s, cookie or not', async (_what, headers) => {
    const answer = await me(headers)
    expect(answer.status).toBe(403)
    expect(JSON.parse(answer.body)).toMatchObject({ json: { code: 'forbidden' } })
  })

  it('changes nothing on GET', async () => {
    const answer = await ask('/rpc/auth/signOut', { headers: { cookie: desk.cookie } })
    expect(answer.body).not.toContain('ended')
    expect((await desk.raw('auth/me')).status).toBe(200)
  })

  it('does not let other sites read: no CORS header anywhere', async () => {
    for (const path of ['/', '/openapi.json', '/assets/app-1234.js']) {
      expect((await ask(path)).headers).not.toHaveProperty('access-control-allow-origin')
    }
  })
})

describe('bodies', () => {
  it.each([
    ['not JSON', '{"json":'],
    ['no object', '"text"'],
    ['nothing', ''],
    ['another shape', '{"a":1}'],
    ['binary', '\u0000\u0001\u0002'],
    ['an endless nesting', `{"json":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['a prototype', '{"json":{"__proto__":{"form":"a"}}}'],
    ['paths into the prototype', '{"json":{},"meta":[[1,"__proto__","polluted"]]}'],
  ])('of %s are refused as input, never as a fault of the hub', async (_what, body) => {
    const answer = await desk.raw('drafts/get', body)
    expect([answer.status, answer.code]).toEqual([400, 'invalid_input'])
    expect(answer.text).not.toMatch(/\bat \/|node_modules|\.ts:|SQLITE/)
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  it('with a key the route does not know are refused', async () => {
    const answer = await desk.raw('drafts/get', { form: 'a', isAdmin: true })
    expect(answer.code).toBe('invalid_input')
  })

  it('over the limit are refused before they are read', async () => {
    const answer = await desk.raw('drafts/save', { form: 'a', value: { text: 'x'.repeat(300_000) } })
    expect([answer.status, answer.code]).toEqual([413, 'payload_too_large'])
  })

  it('without a length are refused: their size could not be known', async () => {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const sent = request(`${house.url}/rpc/auth/me`, { method: 'POST' }, (response) => {
        response.resume()
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '' }),
        )
      })
      sent.on('error', reject)
      sent.write('{"json":')
      sent.end('{}}')
    })
    expect(answer.status).toBe(413)
  })

  it('just under the limit are taken', async () => {
    const answer = await desk.raw('drafts/save', { form: 'big', value: { text: 'x'.repeat(250_000) } })
    expect(answer.status).toBe(200)
  })
})

describe('what an error tells', () => {
  it('is a code, a Vietnamese sentence and a request id; the stack stays in the log', async () => {
    await using broken = await startTestHub()
    const broke = await broken.signIn('director')
    vi.spyOn(broken.hub.jobs, 'get').mockImplementation(() => {
      throw new Error('SQLITE_CORRUPT: at /secret/place.ts:7')
    })
    const answer = await broke.raw('jobs/get', { id: 'x' })
    expect([answer.status, answer.code]).toEqual([500, 'internal'])
    expect(answer.text).not.toMatch(/SQLITE|secret|place\.ts|stack/)
    expect(answer.text).toMatch(/Mã yêu cầu: [0-9a-f]{8}/)
    expect(broken.errors.some((error) => JSON.stringify(error).includes('SQLITE_CORRUPT'))).toBe(true)
  })
})

describe('headers', () => {
  it('of the page forbid everything that is not ours', async () => {
    const { status, headers, body } = await ask('/nguoi/123')
    expect(status).toBe(200)
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
    expect(body).toContain(`content="${nonce}"`)
    expect({
      ...headers,
      date: undefined,
      'content-length': undefined,
      'content-security-policy': String(headers['content-security-policy']).replace(nonce, 'NONCE'),
    }).toMatchInlineSnapshot(`
      {
        "cache-control": "no-store",
        "connection": "keep-alive",
        "content-length": undefined,
        "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-NONCE'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        "content-type": "text/html; charset=utf-8",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "date": undefined,
        "keep-alive": "timeout=72",
        "permissions-policy": "geolocation=(), microphone=(), usb=(), payment=()",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      }
    `)
  })

  it('of the page carry a nonce that is never used twice', async () => {
    const policies = await Promise.all([ask('/'), ask('/')])
    const [first, second] = policies.map(({ headers }) => headers['content-security-policy'])
    expect(first).not.toBe(second)
  })

  it('keep answers of the API out of every cache', async () => {
    expect((await desk.raw('auth/me')).headers.get('cache-control')).toBe('no-store')
  })

  it('let assets be kept for ever, and nothing beside them be read', async () => {
    const asset = await ask('/assets/app-1234.js')
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    for (const path of ['/assets/../secret.txt', '/assets/..%2fsecret.txt', '/assets/%2e%2e/secret.txt']) {
      expect((await ask(path)).body).not.toContain('not an asset')
    }
  })
})

describe('the document for integrators', () => {
  it('describes every route that the contract has', async () => {
    const document = JSON.parse((await ask('/openapi.json')).body) as { paths: Record<string, unknown> }
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/users/list', '/auth/signIn']))
  })

  it('tells the truth: the same call answers under /api', async () => {
    const answer = await ask('/api/auth/me', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: desk.cookie },
      body: '{}',
    })
    expect(JSON.parse(answer.body)).toMatchObject({ login: desk.login })
  })
})

describe('slow and greedy connections', () => {
  it('are closed when they drip their headers or their body, while others are served', async () => {
    const port = Number(new URL(house.url).port)
    const drips = [
      ...Array.from({ length: 20 }, () =>
        drip(port, 'POST /rpc/auth/me HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: '),
      ),
      ...Array.from({ length: 20 }, () =>
        drip(port, 'POST /rpc/auth/me HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{'),
      ),
    ]
    expect((await desk.raw('auth/me')).status).toBe(200)
    await Promise.all(drips.map(({ closed }) => closed))
    expect((await desk.raw('auth/me')).status).toBe(200)
  }, 60_000)

  it('of one address stop at their share', async () => {
    const port = Number(new URL(house.url).port)
    const sockets = Array.from({ length: 140 }, () => hold(port))
    const isOpen = await Promise.all(sockets.map(({ settled }) => settled))
    expect(isOpen.filter((open) => !open).length).toBeGreaterThan(0)
    for (const { socket } of sockets) socket.destroy()
    await Promise.all(sockets.map(({ closed }) => closed))
    expect((await desk.raw('auth/me')).status).toBe(200)
  })
})

/** A connection that sends one byte now and then and never finishes. */
function drip(port: number, beginning: string): { closed: Promise<void> } {
  const socket = connect(port, '127.0.0.1', () => socket.write(beginning))
  const timer = setInterval(() => socket.write('a'), 500)
  socket.on('error', () => {})
  socket.resume()
  return {
    closed: new Promise((resolve) =>
      socket.on('close', () => {
        clearInterval(timer)
        resolve()
      }),
    ),
  }
}

/** A connection that asks nothing. Settles true when it stays open for a while, false when the hub closed it. */
function hold(port: number): { socket: Socket; settled: Promise<boolean>; closed: Promise<void> } {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  const settled = new Promise<boolean>((resolve) => {
    socket.on('close', () => resolve(false))
    setTimeout(() => resolve(true), 1000)
  })
  return { socket, settled, closed }
}
