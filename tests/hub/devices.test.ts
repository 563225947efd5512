import { once } from 'node:events'
import { request } from 'node:https'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import { restoreBackup } from '#hub/backup/restore.ts'
import { startHub } from '#hub/start-hub.ts'
import { openDataFolder, readKey } from '#hub/storage/data-folder.ts'
import { SYSTEM_ACTOR } from '#hub/system-actor.ts'
import {
  askRpc,
  meet,
  pairDesk,
  sendPairing,
  startLanHouse,
  startPairing,
  type LanHouse,
  type PairedDesk,
} from './_lan.ts'
import { startTestHub, TEST_PASSWORD } from './_test-hub.ts'

let lan: LanHouse
let desk: PairedDesk

beforeAll(async () => {
  lan = await startLanHouse()
  desk = await pairDesk(lan)
})
afterAll(() => lan.house.close())

/** Signs somebody in at a desk over the LAN. */
async function signInAt(at: PairedDesk, login: string): Promise<string> {
  const { status, headers } = await at.ask('auth/signIn', {
    login,
    password: TEST_PASSWORD,
    desk: 'tên khác',
  })
  expect(status).toBe(200)
  return String(headers['set-cookie']).split(';')[0] ?? ''
}

describe('a session opened on a desk', () => {
  it('carries the name the administrator knows the desk by', async () => {
    const { login } = await lan.house.addUser('director')
    await signInAt(desk, login)
    const { desks } = await lan.admin.hub.health.get({})
    expect(desks.map(({ desk: name }) => name)).toContain('Bàn trực')
    expect(desks.map(({ desk: name }) => name)).not.toContain('tên khác')
  })

  it('is good at that desk alone: a stolen token opens nothing on another, nor at the hub', async () => {
    const { login } = await lan.house.addUser('director')
    const cookie = await signInAt(desk, login)
    const thief = await pairDesk(lan, 'Máy khác')
    const statuses = [
      (await desk.ask('auth/me', {}, cookie)).status,
      (await thief.ask('auth/me', {}, cookie)).status,
      (await lan.house.anonymous.raw('auth/me', {}, { cookie })).status,
    ]
    expect(statuses).toEqual([200, 401, 401])
  })

  it('slows guesses down at that desk, and lets the same person in at another', async () => {
    const { login } = await lan.house.addUser('director')
    const guesser = await pairDesk(lan, 'Máy đoán')
    const guesses: number[] = []
    for (let tries = 0; tries < 6; tries += 1) {
      guesses.push((await guesser.ask('auth/signIn', { login, password: 'sai', desk: '' })).status)
    }
    expect(guesses).toContain(429)
    expect((await desk.ask('auth/signIn', { login, password: TEST_PASSWORD, desk: '' })).status).toBe(200)
  })

  it('slows a desk from which many logins are tried', async () => {
    const guesser = await pairDesk(lan, 'Máy thử nhiều tên')
    const statuses: number[] = []
    for (let tries = 0; tries < 24; tries += 1) {
      const guess = { login: `khong-co-${tries}`, password: 'sai', desk: '' }
      statuses.push((await guesser.ask('auth/signIn', guess)).status)
    }
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401))
    expect(statuses.slice(20)).toContain(429)
  })
})

describe('a desk that was revoked', () => {
  it('loses its open stream at once, and is told why on its next request', async () => {
    const revoked = await pairDesk(lan, 'Máy mất cắp')
    const { login } = await lan.house.addUser('director')
    const cookie = await signInAt(revoked, login)
    const body = '{"json":{}}'
    const stream = request({
      host: '127.0.0.1',
      port: lan.port,
      path: '/rpc/feed/changes',
      method: 'POST',
      agent: false,
      rejectUnauthorized: false,
      key: revoked.key.key,
      cert: revoked.answer.certificate,
      headers: { 'content-type': 'application/json', 'content-length': body.length, cookie },
    })
    stream.end(body)
    const [response] = (await once(stream, 'response')) as [NodeJS.ReadableStream & { statusCode: number }]
    expect(response.statusCode).toBe(200)
    response.on('error', () => {})
    response.resume()
    const ended = new Promise<void>((resolve) => response.on('close', () => resolve()))
    const device = (await lan.admin.hub.devices.list({})).devices.find(({ name }) => name === 'Máy mất cắp')
    await lan.admin.hub.devices.revoke({ id: device?.id ?? '', version: device?.version ?? 0 })
    await ended
    const next = await revoked.ask('auth/me', {}, cookie)
    expect([next.status, next.body]).toMatchObject([403, { json: { code: 'device_refused' } }])
    expect((await desk.ask('devices/hello')).status).toBe(200)
  })

  it('cannot be renamed or revoked again, and a stale version is a conflict', async () => {
    const again = await pairDesk(lan, 'Máy sửa')
    const { deviceId: id } = again.answer
    const renamed = await lan.admin.hub.devices.rename({ id, version: 1, name: 'Phòng y tế' })
    expect(renamed).toMatchObject({ name: 'Phòng y tế', version: 2 })
    expect(await lan.admin.raw('devices/revoke', { id, version: 1 }, key())).toMatchObject({
      code: 'conflict',
    })
    await lan.admin.hub.devices.revoke({ id, version: 2 })
    expect(await lan.admin.raw('devices/rename', { id, version: 3, name: 'A' }, key())).toMatchObject({
      code: 'rule_violated',
    })
  })

  it('that is paired again with its old key is one desk, not two', async () => {
    await using other = await startLanHouse()
    const first = await pairDesk(other, 'Một máy')
    const { id, port, secret } = await startPairing(other.admin)
    expect((await sendPairing(port, { secret, csr: first.key.csr, deviceName: 'Một máy' })).status).toBe(200)
    const { devices } = await other.admin.hub.devices.list({})
    expect(devices.map(({ state }) => state)).toEqual(['active', 'revoked'])
    expect((await other.admin.hub.devices.pairing({ id })).state).toBe('used')
  })
})

let keys = 0
function key(): Record<string, string> {
  keys += 1
  return { 'idempotency-key': `lan-test-${keys}` }
}

describe('a certificate that ran out', () => {
  it('is refused by the hub’s own record, whatever the certificate says', async () => {
    let clock = '2026-05-04T02:00:00.000Z'
    await using other = await startLanHouse({ now: () => clock })
    const old = await pairDesk(other)
    expect((await old.ask('devices/hello')).status).toBe(200)
    clock = '2028-06-01T02:00:00.000Z'
    const { status, body } = await old.ask('devices/hello')
    expect([status, body]).toMatchObject([403, { json: { code: 'device_refused' } }])
  })
})

describe('turning the LAN on and off', () => {
  it('is off until somebody asks for it', async () => {
    await using house = await startTestHub({ lan: { host: '127.0.0.1' } })
    const admin = await house.signIn('administrator')
    expect(await admin.hub.devices.lan({})).toMatchObject({ enabled: false, listening: false, port: 7443 })
    await admin.hub.auth.stepUp({ password: TEST_PASSWORD })
    expect((await admin.raw('devices/startPairing', {})).code).toBe('rule_violated')
  })

  it('closes every connection when it is turned off', async () => {
    await using other = await startLanHouse()
    const open = await pairDesk(other)
    const socket = await meet(other.port, { key: open.key.key, cert: open.answer.certificate })
    const closed = once(socket, 'close')
    await other.admin.hub.devices.setLan({ enabled: false, port: 7443, pairingPort: 7444 })
    await closed
    await expect(meet(other.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('says that a port is taken, and goes on at the one it had', async () => {
    await using house = await startTestHub({ lan: { host: '127.0.0.1' } })
    const admin = await house.signIn('administrator')
    await admin.hub.auth.stepUp({ password: TEST_PASSWORD })
    const blocker = createTcpServer().listen(0, '127.0.0.1')
    await once(blocker, 'listening')
    const taken = (blocker.address() as AddressInfo).port
    const free = await freePort()
    await admin.hub.devices.setLan({ enabled: true, port: free, pairingPort: 7444 })
    const answer = await admin.raw('devices/setLan', { enabled: true, port: taken, pairingPort: 7444 })
    expect(answer).toMatchObject({ status: 400, code: 'invalid_input' })
    expect(await admin.hub.devices.lan({})).toMatchObject({ enabled: true, listening: true, port: free })
    blocker.close()
  })

  it('refuses one port for both doors', async () => {
    const answer = await lan.admin.raw('devices/setLan', { enabled: true, port: 7443, pairingPort: 7443 })
    expect(answer.code).toBe('invalid_input')
  })
})

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

describe('a hub moved to another PC from a backup', () => {
  it('keeps its key and its desks, and says that its data was restored', async () => {
    await using old = await startLanHouse()
    const moved = await pairDesk(old)
    const { folder } = old.house.hub
    const dir = join(old.house.dir, 'other-pc')
    const backup = join(old.house.dir, 'copy.db')
    const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'write' })
    db.exec(`VACUUM INTO '${backup}'`)
    db.close()
    const restored = await restoreBackup({
      backup,
      dir,
      keyFile: folder.keyFile,
      actor: SYSTEM_ACTOR,
      now: old.house.hub.now(),
      progress: () => {},
    })
    expect(restored).toMatchObject({ data: dir })
    const lanPlace = { host: '127.0.0.1', port: 0, pairingPort: 0 }
    await using running = await startHub({
      folder: openDataFolder(dir),
      port: 0,
      rendererDir: null,
      lan: lanPlace,
    })
    const { pin: after, port } = await running.hub.lan.state(running.hub)
    expect(after).toBe(moved.answer.hubPin)
    const certificate = { key: moved.key.key, cert: moved.answer.certificate }
    const { status, body } = await askRpc(port, 'devices/hello', {}, certificate)
    expect([status, body]).toMatchObject([
      200,
      { json: { epoch: 2, lastRestore: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ])
  })
})
