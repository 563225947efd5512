import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { formatPairingCode } from '#domain/devices/pairing-code.ts'
import { hubCertificate } from '#hub/lan/certificates.ts'
import { askHub } from '../../main/desktop/link/ask-hub.ts'
import { HubKeyChanged, HubUnreachable } from '../../main/desktop/link/link-errors.ts'
import { pairWithHub } from '../../main/desktop/link/pair-with-hub.ts'
import { PinnedAgent } from '../../main/desktop/link/pinned-agent.ts'
import { fakeIdentity, pairedDesk, pairingAnswer, startFakeHub } from './_fake-hub.ts'

/** What an attacker would want to hear. */
const SECRET = { json: { password: 'mật khẩu của y tá' } }

async function ask(
  to: { host: string; port: number },
  pin: string,
  device?: { certificate: string; key: string },
) {
  const agent = new PinnedAgent({ key: { pin }, ...(device ? { device } : {}) })
  try {
    return await askHub({ host: to.host, port: to.port, agent, isSecure: true }, '/rpc/auth/signIn', SECRET)
  } finally {
    agent.destroy()
  }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('the pinned connection', () => {
  it('goes to the hub with the right key, with the certificate of the desk', async () => {
    const identity = await fakeIdentity()
    await using hub = await startFakeHub(identity)
    const { device } = await pairedDesk(identity, hub)
    expect((await ask(hub, identity.pin, device)).status).toBe(200)
    expect(hub.requests).toHaveLength(1)
  })

  it('goes on when the certificate was renewed over the same key', async () => {
    const identity = await fakeIdentity()
    const tls = await hubCertificate(['10.0.0.9'], '2031-01-01T00:00:00.000Z', identity.tls)
    expect(tls.certificate).not.toBe(identity.tls.certificate)
    await using hub = await startFakeHub({ ...identity, tls })
    expect((await ask(hub, identity.pin)).status).toBe(200)
  })

  it('sends no byte to another key under the same name, and names both keys', async () => {
    const identity = await fakeIdentity()
    const other = await fakeIdentity()
    await using hub = await startFakeHub(other)
    for (let round = 0; round < 20; round += 1) {
      const refused = await ask(hub, identity.pin).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(HubKeyChanged)
      expect(refused).toMatchObject({ expected: identity.pin, seen: other.pin })
    }
    expect(hub.bytes()).toBe(0)
    expect(hub.requests).toEqual([])
  })

  it('compares the key on every connection, also after one that was right', async () => {
    const identity = await fakeIdentity()
    const agent = new PinnedAgent({ key: { pin: identity.pin } })
    const right = await startFakeHub(identity)
    const route = { host: right.host, port: right.port, agent, isSecure: true }
    expect((await askHub(route, '/rpc/x', {})).status).toBe(200)
    await right.close()
    await using wrong = await startFakeHub(await fakeIdentity(), { port: right.port })
    await expect(askHub(route, '/rpc/x', SECRET)).rejects.toBeInstanceOf(HubKeyChanged)
    expect(wrong.bytes()).toBe(0)
    agent.destroy()
  })

  it('refuses TLS 1.2', async () => {
    const identity = await fakeIdentity()
    await using hub = await startFakeHub(identity, { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' })
    await expect(ask(hub, identity.pin)).rejects.toBeInstanceOf(HubUnreachable)
    expect(hub.bytes()).toBe(0)
  })

  it('refuses plain HTTP', async () => {
    const identity = await fakeIdentity()
    let heard = ''
    const plain = createServer().on('connection', (socket) => socket.on('data', (part) => (heard += part)))
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
    const { port } = plain.address() as AddressInfo
    await expect(ask({ host: '127.0.0.1', port }, identity.pin)).rejects.toBeInstanceOf(HubUnreachable)
    expect(heard).not.toContain('signIn')
    plain.close()
  })

  it.each(['2015-03-01T00:00:00.000Z', '2041-03-01T00:00:00.000Z'])(
    'holds with the clock of the desk at %s',
    async (wrong) => {
      const identity = await fakeIdentity()
      await using hub = await startFakeHub(identity)
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(wrong) })
      expect((await ask(hub, identity.pin)).status).toBe(200)
      await expect(ask(hub, 'f'.repeat(64))).rejects.toBeInstanceOf(HubKeyChanged)
    },
  )
})

describe('pairing', () => {
  const secret = Uint8Array.from({ length: 9 }, (_, index) => index * 29)
  const input = { deviceName: 'Máy phòng tiếp nhận', program: '0.1.0' }

  it('gives the desk a certificate over its own key, and keeps what the hub is', async () => {
    const identity = await fakeIdentity()
    await using hub = await startFakeHub(identity, {
      handler: (request, response, body) => {
        if (request.url !== '/pair') return false
        void pairingAnswer(identity, body, 7443).then((answer) => response.end(JSON.stringify(answer)))
        return true
      },
    })
    const code = formatPairingCode(Buffer.from(identity.pin, 'hex'), secret)
    const paired = await pairWithHub({ ...input, code: code.toLowerCase(), host: hub.host, port: hub.port })
    expect(paired).toMatchObject({
      hub: { host: hub.host, lanPort: 7443, pin: identity.pin, installationId: identity.installationId },
    })
    expect(hub.requests[0]?.body.toString()).not.toContain('PRIVATE')
  })

  it('sends nothing of the code to a hub with another key', async () => {
    const identity = await fakeIdentity()
    await using hub = await startFakeHub(await fakeIdentity())
    const code = formatPairingCode(Buffer.from(identity.pin, 'hex'), secret)
    expect(await pairWithHub({ ...input, code, host: hub.host, port: hub.port })).toMatchObject({
      code: 'pairing-other-hub',
    })
    expect(hub.bytes()).toBe(0)
  })

  it.each([
    [
      'a refused code',
      { status: 403, body: { code: 'pairing_refused', message: 'Mã không đúng.' } },
      'pairing_refused',
    ],
    ['an answer that is none', { status: 200, body: { ok: true } }, 'pairing-bad-answer'],
    ['a certificate that is not ours', { status: 200, body: 'other' }, 'pairing-bad-answer'],
  ])('says what is wrong with %s', async (_name, { status, body }, problem) => {
    const identity = await fakeIdentity()
    const foreign = await pairedDesk(identity, { host: '127.0.0.1', port: 1 })
    await using hub = await startFakeHub(identity, {
      handler: (_request, response, asked) => {
        response.statusCode = status
        if (body !== 'other') response.end(JSON.stringify(body))
        else
          void pairingAnswer(identity, asked, 7443).then((answer) =>
            response.end(JSON.stringify({ ...answer, certificate: foreign.device.certificate })),
          )
        return true
      },
    })
    const code = formatPairingCode(Buffer.from(identity.pin, 'hex'), secret)
    expect(await pairWithHub({ ...input, code, host: hub.host, port: hub.port })).toMatchObject({
      code: problem,
    })
  })

  it('says that nobody answers', async () => {
    const identity = await fakeIdentity()
    const code = formatPairingCode(Buffer.from(identity.pin, 'hex'), secret)
    expect(await pairWithHub({ ...input, code, host: '127.0.0.1', port: 9 })).toMatchObject({
      code: 'pairing-no-answer',
      field: 'host',
    })
  })
})
