import { X509Certificate } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreesWithPin, readPairingCode } from '#domain/devices/pairing-code.ts'
import { addHours, type Instant } from '#domain/time/instant.ts'
import {
  askRpc,
  askTls,
  newDeskKey,
  pairDesk,
  sendPairing,
  startLanHouse,
  startPairing,
  type LanHouse,
} from './_lan.ts'

let now: Instant = '2026-05-04T02:00:00.000Z'
let lan: LanHouse

beforeAll(async () => {
  lan = await startLanHouse({ now: () => now })
})
afterAll(() => lan.house.close())

const WRONG = '0'.repeat(14)

/** An administrator whose password was confirmed just now, whatever the clock did meanwhile. */
async function freshAdmin() {
  const admin = await lan.house.signIn('administrator')
  await admin.hub.auth.stepUp({ password: 'mot cau that dai de nho' })
  return admin
}

describe('a pairing code', () => {
  it('names the key of the hub in its first half', async () => {
    const { id, code, lan: state } = await lan.admin.hub.devices.startPairing({})
    const read = readPairingCode(code)
    expect('message' in read ? '' : agreesWithPin(read.pinPrefix, state.pin)).toBe(true)
    await lan.admin.hub.devices.cancelPairing({ id })
  })

  it('takes one desk in with a certificate for its own key, and tells the administrator who came', async () => {
    const { id, port, secret } = await startPairing(lan.admin)
    const { csr } = await newDeskKey()
    const { status, body } = await sendPairing(port, { secret, csr, deviceName: 'Phòng tiếp nhận 1' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ installationId: lan.house.hub.folder.installationId, lanPort: lan.port })
    expect(await lan.admin.hub.devices.pairing({ id })).toMatchObject({
      state: 'used',
      deviceName: 'Phòng tiếp nhận 1',
    })
    const { devices } = await lan.admin.hub.devices.list({})
    expect(devices).toContainEqual(expect.objectContaining({ name: 'Phòng tiếp nhận 1', state: 'active' }))
  })

  it('gives a certificate that says the device id and nothing of the place', async () => {
    const { answer } = await pairDesk(lan)
    const certificate = new X509Certificate(answer.certificate)
    expect(certificate.subject).toBe(`CN=${answer.deviceId}`)
    expect(certificate.issuer).toBe('CN=Neo Ve Devices')
    expect(certificate.verify(new X509Certificate(answer.caCertificate).publicKey)).toBe(true)
  })

  it('ends an earlier pairing of the same key, and the audit says so and by which code', async () => {
    const { csr } = await newDeskKey()
    const first = await startPairing(await freshAdmin())
    await sendPairing(first.port, { secret: first.secret, csr, deviceName: 'Máy cũ' })
    const second = await startPairing(await freshAdmin())
    await sendPairing(second.port, { secret: second.secret, csr, deviceName: 'Máy mới' })
    const entries = lan.house.hub.read.rows<{ action: string; body: string }>(
      'select action, body from audit_entry order by seq desc limit 2',
    )
    const told = entries.map(({ action, body }) => [action, (JSON.parse(body) as { facts: unknown }).facts])
    expect(told).toEqual([
      ['device.paired', { desk: 'Máy mới', pairingCode: second.id }],
      ['device.revoked', { desk: 'Máy cũ' }],
    ])
  })

  it('is good once', async () => {
    const { port, secret } = await startPairing(lan.admin)
    const another = await startPairing(lan.admin)
    const first = await sendPairing(port, { secret, csr: (await newDeskKey()).csr })
    const second = await sendPairing(another.port, { secret, csr: (await newDeskKey()).csr })
    expect([first.status, second.status]).toEqual([200, 403])
    await lan.admin.hub.devices.cancelPairing({ id: another.id })
  })

  it('is won by exactly one of many desks that send it at the same moment', async () => {
    const { port, secret } = await startPairing(lan.admin)
    const before = (await lan.admin.hub.devices.list({})).devices.length
    const keys = await Promise.all(Array.from({ length: 6 }, newDeskKey))
    const answers = await Promise.allSettled(keys.map(({ csr }) => sendPairing(port, { secret, csr })))
    const taken = answers.filter((a) => a.status === 'fulfilled' && a.value.status === 200)
    expect(taken).toHaveLength(1)
    expect((await lan.admin.hub.devices.list({})).devices).toHaveLength(before + 1)
  })

  it('dies after five wrong ones, and the listener with it', async () => {
    await using other = await startLanHouse()
    const { id, port, secret } = await startPairing(other.admin)
    const { csr } = await newDeskKey()
    for (let tries = 1; tries <= 5; tries += 1) {
      const { status, body } = await sendPairing(port, { secret: WRONG, csr })
      expect([status, body]).toMatchObject([403, { code: 'pairing_refused' }])
    }
    expect(await other.admin.hub.devices.pairing({ id })).toMatchObject({ state: 'dead', triesLeft: 0 })
    await expect(sendPairing(port, { secret, csr })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('is refused after ten minutes', async () => {
    const { id, port, secret } = await startPairing(await freshAdmin())
    now = addHours(now, 1 / 6)
    const { status, body } = await sendPairing(port, { secret, csr: (await newDeskKey()).csr })
    expect([status, body]).toMatchObject([403, { code: 'pairing_refused' }])
    expect(await (await freshAdmin()).hub.devices.pairing({ id })).toMatchObject({ state: 'expired' })
  })

  it('is refused once it was withdrawn', async () => {
    const admin = await freshAdmin()
    const { id, port, secret } = await startPairing(admin)
    expect(await admin.hub.devices.cancelPairing({ id })).toMatchObject({ state: 'cancelled' })
    await expect(sendPairing(port, { secret, csr: (await newDeskKey()).csr })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    })
  })
})

describe('the pairing listener', () => {
  it('is closed while no code lives', async () => {
    await using other = await startLanHouse()
    const { pairingPort } = await other.admin.hub.devices.lan({})
    await expect(askTls(pairingPort, '/pair')).rejects.toThrow(/ECONN|EADDR/)
    const { id, port } = await startPairing(other.admin)
    expect((await askTls(port, '/pair')).status).toBe(400)
    await other.admin.hub.devices.cancelPairing({ id })
    await expect(askTls(port, '/pair')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it.each([
    ['GET', '/pair'],
    ['POST', '/'],
    ['POST', '/rpc/devices/hello'],
    ['POST', '/pair/'],
    ['POST', '/pair?x=1'],
  ])('knows one route: %s %s is not found, without a word', async (method, path) => {
    const { id, port } = await startPairing(await freshAdmin())
    expect(await askTls(port, path, { method })).toMatchObject({ status: 404, body: null })
    await (await freshAdmin()).hub.devices.cancelPairing({ id })
  })

  it('keeps room for the desk that pairs while another address holds all it can get', async () => {
    const { id, port, secret } = await startPairing(await freshAdmin())
    const greedy = Array.from({ length: 60 }, () =>
      connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' }),
    )
    const left = new Set(greedy)
    for (const socket of greedy) socket.on('error', () => {}).once('close', () => left.delete(socket))
    await expect.poll(() => left.size).toBeLessThanOrEqual(8)
    const { status } = await sendPairing(port, { secret, csr: (await newDeskKey()).csr })
    expect([status, (await (await freshAdmin()).hub.devices.pairing({ id })).state]).toEqual([200, 'used'])
    for (const socket of greedy) socket.destroy()
  })

  it('refuses a body that is none, one that is too long, and a request that nobody signed', async () => {
    await using other = await startLanHouse()
    const { port, secret } = await startPairing(other.admin)
    const { csr } = await newDeskKey()
    const broken = csr.replace(/[A-Za-z](?=[^\n]*\n-----END)/, (letter) => (letter === 'A' ? 'B' : 'A'))
    const statuses = [
      (await askTls(port, '/pair', {}, '{')).status,
      (await askTls(port, '/pair', {}, `"${'x'.repeat(20_000)}"`)).status,
      (await sendPairing(port, { secret, csr: 'no request' })).status,
      (await sendPairing(port, { secret, csr: broken })).status,
    ]
    expect(statuses).toEqual([400, 400, 400, 400])
    expect((await sendPairing(port, { secret, csr })).status).toBe(200)
  })

  it('slows one address down', async () => {
    await using other = await startLanHouse()
    const { port } = await startPairing(other.admin)
    const statuses: number[] = []
    for (let tries = 0; tries < 12; tries += 1) statuses.push((await askTls(port, '/pair', {}, '{')).status)
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 400))
    expect(statuses.slice(10)).toEqual([429, 429])
  })
})

describe('renewing a certificate', () => {
  it('is refused while the old one is long good, and from the hub’s own PC', async () => {
    await using other = await startLanHouse()
    const desk = await pairDesk(other)
    const early = await desk.ask('devices/renew', { csr: desk.key.csr })
    expect([early.status, early.body]).toMatchObject([422, { json: { code: 'rule_violated' } }])
    const answer = await other.house.anonymous.raw('devices/renew', { csr: desk.key.csr })
    expect(answer.code).toBe('forbidden')
  })

  it('gives a longer one for the same key in the last 90 days, and the old one stays good', async () => {
    let clock: Instant = '2026-05-04T02:00:00.000Z'
    await using other = await startLanHouse({ now: () => clock })
    const desk = await pairDesk(other)
    clock = '2028-04-01T02:00:00.000Z'
    const stolen = await desk.ask('devices/renew', { csr: (await newDeskKey()).csr })
    expect(stolen.body).toMatchObject({ json: { code: 'rule_violated' } })
    const { status, body } = await desk.ask('devices/renew', { csr: desk.key.csr })
    expect(status).toBe(200)
    const renewed = (body as { json: { certificate: string; expiresAt: string } }).json
    expect(renewed.expiresAt > desk.answer.expiresAt).toBe(true)
    const both = [renewed.certificate, desk.answer.certificate].map((cert) =>
      askRpc(other.port, 'devices/hello', {}, { key: desk.key.key, cert }),
    )
    expect((await Promise.all(both)).map((answer) => answer.status)).toEqual([200, 200])
  })
})
