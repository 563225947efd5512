import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppContract } from '#domain/contract/index.ts'
import type { FeedEvent } from '#domain/contract/feed.ts'
import type { HubState } from '#domain/desk/desk-bridge.ts'
import { addHours, type Instant } from '#domain/time/instant.ts'
import { startLanHouse } from '#tests/hub/_lan.ts'
import { startTestHub, TEST_PASSWORD, type TestDesk, type TestHub } from '#tests/hub/_test-hub.ts'
import { DeskStore } from '../../main/desktop/link/desk-store.ts'
import { HubLink } from '../../main/desktop/link/hub-link.ts'
import { testSealer } from './_sealer.ts'

const PAUSES = { beat: 200, away: [50, 100], stopped: 200 }

let folder = ''
let house: TestHub
let admin: TestDesk
let link: HubLink
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'neo-ve-link-hub-'))
  house = await startTestHub({
    lan: { host: '127.0.0.1', port: await freePort(), pairingPort: await freePort() },
  })
  admin = await house.signIn('administrator')
  await admin.hub.auth.stepUp({ password: TEST_PASSWORD })
  await admin.hub.devices.setLan({ enabled: true, port: 7443, pairingPort: 7444 })
  const store = new DeskStore(folder, testSealer())
  const wipe = () => Promise.resolve()
  link = new HubLink({ store, wipe, program: '0.1.0', discover: async () => [], pauses: PAUSES })
})
afterEach(async () => {
  link.stop()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** What the page of this desk has: the typed API through the carrier, and nothing else. */
function page(seen: Headers[] = []): ContractRouterClient<AppContract> {
  return createORPCClient(
    new RPCLink({
      url: 'app://neo-ve/rpc',
      headers: () => ({ 'idempotency-key': randomUUID() }),
      fetch: async (request) => {
        const answer = await link.carrier.carry(request)
        seen.push(answer.headers)
        return answer
      },
    }),
  )
}

async function pair(): Promise<void> {
  const { code, lan } = await admin.hub.devices.startPairing({})
  const answer = await link.pair({ host: '127.0.0.1', port: lan.pairingPort, code, deviceName: 'Máy y tế' })
  expect(answer).toMatchObject({ ok: true })
}

function reach(kind: HubState['kind']): Promise<void> {
  return new Promise((resolve) => {
    if (link.state.kind === kind) return resolve()
    const stop = link.onState((state) => {
      if (state.kind !== kind) return
      stop()
      resolve()
    })
  })
}

it('keeps its place at the hub past the two years of its first certificate', async () => {
  let now: Instant = '2026-11-22T02:00:00.000Z'
  await using lan = await startLanHouse({ now: () => now })
  const store = new DeskStore(join(folder, 'long'), testSealer())
  const desk = new HubLink({
    store,
    wipe: () => Promise.resolve(),
    program: '0.1.0',
    discover: async () => [],
    pauses: PAUSES,
  })
  try {
    const { code, lan: at } = await lan.admin.hub.devices.startPairing({})
    await desk.pair({ host: '127.0.0.1', port: at.pairingPort, code, deviceName: 'Máy y tế' })
    const first = (await store.read()).paired?.device
    now = addHours(now, 24 * 700)
    await expect
      .poll(async () => (await store.read()).paired?.device.certificate, { timeout: 5_000 })
      .not.toBe(first?.certificate)
    expect((await store.read()).paired?.device).toMatchObject({ id: first?.id, key: first?.key })
    now = addHours(now, 24 * 60)
    desk.stop()
    await desk.start()
    expect(desk.state.kind).toBe('connected')
  } finally {
    desk.stop()
  }
})

describe('a desk on the hub', () => {
  it('is taken in by the code on the administrator’s screen, once', async () => {
    const { code, lan } = await admin.hub.devices.startPairing({})
    const where = { host: '127.0.0.1', port: lan.pairingPort, deviceName: 'Máy y tế' }
    const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    expect(await link.pair({ ...where, code: wrong })).toMatchObject({ problem: { code: 'pairing_refused' } })
    expect(await link.pair({ ...where, code })).toMatchObject({ ok: true })
    expect(link.state.kind).toBe('connected')
    const { devices } = await admin.hub.devices.list({})
    expect(devices.map(({ name, state }) => [name, state])).toEqual([['Máy y tế', 'active']])
    expect(await link.pair({ ...where, code })).toMatchObject({ ok: false })
    expect(link.state.kind).toBe('connected')
  })

  it('works as its device: signs in, and the page sees no cookie', async () => {
    await pair()
    const seen: Headers[] = []
    const desk = page(seen)
    const { login } = await house.addUser('zone')
    await desk.auth.signIn({ login, password: TEST_PASSWORD, desk: 'tên do trang tự đặt' })
    expect((await desk.auth.me({})).login).toBe(login)
    expect(seen.some((headers) => headers.has('set-cookie'))).toBe(false)
    const { desks } = await admin.hub.health.get({})
    expect(desks.map(({ desk: name }) => name)).toContain('Máy y tế')
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'))
    expect(kept.join()).not.toMatch(/nv_[0-9a-f]{8}|PRIVATE|CERTIFICATE/)
  })

  it('hears a live change, is told when it is cut, and catches up with what it missed after the hub was away', async () => {
    await pair()
    const desk = page()
    const { login } = await house.addUser('zone')
    await desk.auth.signIn({ login, password: TEST_PASSWORD, desk: '' })
    const events: FeedEvent[] = []
    const first = await desk.feed.changes({ since: null })
    const ended = (async () => {
      for await (const event of first) events.push(event)
    })().catch(() => 'cut')
    await expect.poll(() => events.length).toBeGreaterThan(0)
    await house.addUser('medical')
    await expect.poll(() => events.filter(({ type }) => type === 'change').length).toBeGreaterThan(0)
    const lastSeq = Math.max(...events.map((event) => ('seq' in event ? event.seq : 0)))
    await house.restart()
    await ended
    await house.addUser('teacher')
    await reach('connected')
    const since = await page().feed.changes({ since: lastSeq })
    const after: FeedEvent['type'][] = []
    for await (const event of since) {
      after.push(event.type)
      if (event.type === 'change' || event.type === 'resync') break
    }
    expect(after[0]).toBe('hello')
    expect(['change', 'resync']).toContain(after.at(-1))
  })

  it('ends its stream at the hub when the page leaves it', async () => {
    await pair()
    const desk = page()
    const { login } = await house.addUser('zone')
    await desk.auth.signIn({ login, password: TEST_PASSWORD, desk: '' })
    const abort = new AbortController()
    const stream = await desk.feed.changes({ since: null }, { signal: abort.signal })
    await stream.next()
    expect(house.hub.feed.sessions.size).toBe(1)
    abort.abort()
    await expect.poll(() => house.hub.feed.sessions.size).toBe(0)
  })

  it('stops at once when the administrator shuts it out', async () => {
    await pair()
    const [device] = (await admin.hub.devices.list({})).devices
    await admin.hub.devices.revoke({ id: device?.id ?? '', version: device?.version ?? 0 })
    await reach('revoked')
    await expect(page().auth.me({})).rejects.toThrow('revoked')
  })
})
