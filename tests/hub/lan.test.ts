import { channel } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import { hostname } from 'node:os'
import { connect as connectTcp, type Socket } from 'node:net'
import type { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spkiHash } from '#hub/lan/certificates.ts'
import { takeHubIdentity } from '#hub/lan/hub-identity.ts'
import {
  askRpc,
  askTls,
  meet,
  newDeskKey,
  pairDesk,
  startLanHouse,
  type LanHouse,
  type PairedDesk,
} from './_lan.ts'

let lan: LanHouse
let desk: PairedDesk
let pin: string

beforeAll(async () => {
  lan = await startLanHouse()
  desk = await pairDesk(lan)
  ;({ pin } = await lan.admin.hub.devices.lan({}))
})
afterAll(() => lan.house.close())

async function seenAt(port: number): Promise<{ pin: string; certificate: X509Certificate }> {
  const socket = await meet(port)
  const certificate = socket.getPeerX509Certificate()
  socket.destroy()
  if (!certificate) throw new Error('no certificate')
  const pin = spkiHash(certificate.publicKey.export({ type: 'spki', format: 'der' }))
  return { pin, certificate }
}

/** Runs `act` and counts the requests that the listener at `port` parsed meanwhile. */
async function requestsParsed(port: number, act: () => Promise<unknown>): Promise<number> {
  let count = 0
  const requests = channel('http.server.request.start')
  const listener = (message: unknown) => {
    const { socket } = message as { socket: Socket }
    if (socket.localPort === port) count += 1
  }
  requests.subscribe(listener)
  try {
    await act()
  } finally {
    requests.unsubscribe(listener)
  }
  return count
}

describe('the key of the hub', () => {
  it('is the one the administrator sees', async () => {
    expect((await seenAt(lan.port)).pin).toBe(pin)
  })

  it('stays when the certificate is renewed', async () => {
    await using other = await startLanHouse()
    const before = await seenAt(other.port)
    await takeHubIdentity(other.house.hub, ['may-chu-moi.example'])
    await other.admin.hub.devices.setLan({ enabled: false, port: 7443, pairingPort: 7444 })
    const { port } = await other.admin.hub.devices.setLan({ enabled: true, port: 7443, pairingPort: 7444 })
    const after = await seenAt(port)
    expect(after.certificate.serialNumber).not.toBe(before.certificate.serialNumber)
    expect(after.pin).toBe(before.pin)
  })

  it('is another one at another hub of the same name', async () => {
    await using other = await startLanHouse()
    const stranger = await seenAt(other.port)
    expect(stranger.certificate.subject).toBe((await seenAt(lan.port)).certificate.subject)
    expect(stranger.pin).not.toBe(pin)
  })

  it.each(['2015-01-01T00:00:00.000Z', '2041-01-01T00:00:00.000Z'])(
    'is found whatever the clock says: a hub that believes in %s',
    async (now) => {
      await using other = await startLanHouse({ now })
      const { pin: shown } = await other.admin.hub.devices.lan({})
      expect((await seenAt(other.port)).pin).toBe(shown)
    },
  )

  it('stays when the hub starts again', async () => {
    await using other = await startLanHouse()
    const before = await seenAt(other.port)
    await other.house.restart()
    const state = await other.house.hub.lan.state(other.house.hub)
    expect(state).toMatchObject({ enabled: true, listening: true, pin: before.pin })
    expect((await seenAt(state.port)).certificate.serialNumber).toBe(before.certificate.serialNumber)
  })
})

describe('who may speak to the listener', () => {
  it('a paired desk', async () => {
    const { status, body } = await desk.ask('devices/hello')
    expect([status, body]).toMatchObject([
      200,
      { json: { epoch: 1, lastRestore: null, device: { id: desk.answer.deviceId, name: 'Bàn trực' } } },
    ])
  })

  it('nobody who trusts the machine’s authorities', async () => {
    const { key, answer } = desk
    const trusting = { key: key.key, cert: answer.certificate, rejectUnauthorized: true }
    await expect(askTls(lan.port, '/rpc/devices/hello', trusting)).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })
  })

  it('nobody over plain HTTP', async () => {
    const parsed = await requestsParsed(lan.port, async () => {
      const sent = plainRequest({ host: '127.0.0.1', port: lan.port, path: '/', method: 'GET' })
      sent.end()
      await expect(once(sent, 'response')).rejects.toThrow(/ECONN|socket hang up|alert/i)
    })
    expect(parsed).toBe(0)
  })

  it.each(['TLSv1.2', 'TLSv1.1'] as const)('nobody over %s', async (maxVersion) => {
    const old = { maxVersion, minVersion: maxVersion, ciphers: 'DEFAULT:@SECLEVEL=0' } as const
    await expect(meet(lan.port, old)).rejects.toThrow(/protocol version|alert|ECONNRESET/i)
  })

  it('nobody without a certificate, or with one of another authority: nothing is parsed', async () => {
    await using other = await startLanHouse()
    const stranger = await pairDesk(other)
    const foreign = { key: stranger.key.key, cert: stranger.answer.certificate }
    const parsed = await requestsParsed(lan.port, async () => {
      await expect(askRpc(lan.port, 'devices/hello', {}, {})).rejects.toThrow(/ECONN|socket hang up|alert/i)
      await expect(askRpc(lan.port, 'devices/hello', {}, foreign)).rejects.toThrow(
        /ECONN|socket hang up|alert/i,
      )
    })
    expect(parsed).toBe(0)
    expect(await requestsParsed(lan.port, () => desk.ask('devices/hello'))).toBe(1)
  })

  it('nobody who resumes an earlier connection instead of showing the certificate again', async () => {
    const certificate = { key: desk.key.key, cert: desk.answer.certificate }
    const first = await meet(lan.port, certificate)
    let session: Buffer | undefined
    first.on('session', (kept: Buffer) => (session = kept))
    first.write('POST /rpc/devices/hello HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}')
    await once(first, 'data')
    first.destroy()
    const second = await meet(lan.port, { ...certificate, ...(session ? { session } : {}) })
    expect(second.isSessionReused()).toBe(false)
    second.destroy()
  })

  it.each([
    ['another name for this address', { host: 'evil.example' }, 403],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }, 403],
    ['the name of this PC', { host: `${hostname()}.local:7443` }, 200],
  ])('%s is answered by its headers', async (_who, headers, status) => {
    const body = '{"json":{}}'
    const { answer } = await new Promise<{ answer: number }>((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: lan.port,
          path: '/rpc/devices/hello',
          method: 'POST',
          agent: false,
          rejectUnauthorized: false,
          key: desk.key.key,
          cert: desk.answer.certificate,
          headers: { 'content-type': 'application/json', 'content-length': body.length, ...headers },
        },
        (response) => {
          response.resume()
          resolve({ answer: response.statusCode ?? 0 })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
    expect(answer).toBe(status)
  })

  it('gets no pages: a browser finds nothing here', async () => {
    const certificate = { key: desk.key.key, cert: desk.answer.certificate }
    for (const path of ['/', '/nguoi', '/assets/app.js']) {
      expect((await askTls(lan.port, path, { method: 'GET', ...certificate })).status).toBe(404)
    }
  })
})

describe('slow and greedy connections', () => {
  it('that never shake hands are closed, and one address may not hold more than its share', async () => {
    const sockets = Array.from({ length: 80 }, () => {
      const socket = connectTcp(lan.port, '127.0.0.1')
      socket.on('error', () => {})
      socket.resume()
      return { socket, closed: once(socket, 'close') }
    })
    const refusedAtOnce = await Promise.race([
      Promise.all(sockets.slice(0, 16).map(({ closed }) => closed)).then(() => false),
      Promise.all(sockets.slice(64).map(({ closed }) => closed)).then(() => true),
    ])
    expect(refusedAtOnce).toBe(true)
    await Promise.all(sockets.map(({ closed }) => closed))
    expect((await desk.ask('devices/hello')).status).toBe(200)
  }, 40_000)
})

describe('an own key', () => {
  it('of a desk never reaches the hub: it sends a request, and the answer holds no key', async () => {
    const { csr } = await newDeskKey()
    expect(csr).not.toContain('PRIVATE')
    expect(JSON.stringify(desk.answer)).not.toContain('PRIVATE')
  })
})
