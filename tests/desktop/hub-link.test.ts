import type { IncomingMessage, ServerResponse } from 'node:http'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HubState } from '#domain/desk/desk-bridge.ts'
import { formatPairingCode, pinText } from '#domain/devices/pairing-code.ts'
import { DeskStore, type PairedDesk } from '../../main/desktop/link/desk-store.ts'
import type { HubHint } from '../../main/desktop/link/discover-hubs.ts'
import { HubLink } from '../../main/desktop/link/hub-link.ts'
import { KeptDrafts } from '../../main/desktop/link/kept-drafts.ts'
import { HubUnreachable, LinkHeld } from '../../main/desktop/link/link-errors.ts'
import {
  fakeIdentity,
  pairedDesk,
  pairingAnswer,
  startFakeHub,
  type FakeHub,
  type FakeIdentity,
} from './_fake-hub.ts'
import { testSealer } from './_sealer.ts'

const PAUSES = { beat: 60, away: [20, 40], stopped: 60 }

let folder = ''
let links: HubLink[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'neo-ve-link-'))
})
afterEach(() => {
  for (const link of links) link.stop()
  links = []
  rmSync(folder, { recursive: true, force: true })
})

interface Desk {
  link: HubLink
  store: DeskStore
  drafts: KeptDrafts
  /** Every state the link went through. */
  states: HubState[]
  /** The first state of this kind, from now on or now. */
  reach: <Kind extends HubState['kind']>(kind: Kind) => Promise<Extract<HubState, { kind: Kind }>>
}

async function desk(
  paired: PairedDesk | null,
  options: { hints?: HubHint[]; now?: () => number } = {},
): Promise<Desk> {
  const sealer = testSealer()
  const store = new DeskStore(folder, sealer)
  const drafts = new KeptDrafts(folder, sealer, () => new Date().toISOString())
  if (paired) await store.setPaired(paired)
  const link = new HubLink({
    store,
    wipe: () => drafts.wipe(),
    program: '0.1.0',
    discover: async () => options.hints ?? [],
    pauses: PAUSES,
    ...(options.now ? { now: options.now } : {}),
  })
  links.push(link)
  const states: HubState[] = []
  link.onState((state) => states.push(state))
  const reach: Desk['reach'] = (kind) =>
    new Promise((resolve) => {
      const fits = (state: HubState): state is Extract<HubState, { kind: typeof kind }> => state.kind === kind
      if (fits(link.state)) return resolve(link.state)
      const stop = link.onState((state) => {
        if (!fits(state)) return
        stop()
        resolve(state)
      })
    })
  await link.start()
  return { link, store, drafts, states, reach }
}

function call(link: HubLink): Promise<Response> {
  return link.carrier.carry(new Request('app://neo-ve/rpc/auth/me', { method: 'POST', body: '{}' }))
}

function hintOf(identity: FakeIdentity, hub: FakeHub): HubHint {
  return {
    name: 'Nẻo Về',
    host: hub.host,
    pairingPort: 7444,
    lanPort: hub.port,
    installation: identity.installationId.slice(0, 8),
  }
}

describe('the link', () => {
  it('carries once the hub has greeted, and keeps the hub’s name', async () => {
    const identity = await fakeIdentity()
    await using hub = await startFakeHub(identity)
    hub.greeting.hubName = 'Cơ sở số 2'
    const { link, store, states } = await desk(await pairedDesk(identity, hub))
    expect(states).toEqual([{ kind: 'starting' }, { kind: 'connected', hubName: 'Cơ sở số 2' }])
    expect((await call(link)).status).toBe(200)
    expect((await store.read()).paired?.hub.name).toBe('Cơ sở số 2')
  })

  it('says since when the hub is away, and comes back by itself', async () => {
    const identity = await fakeIdentity()
    const hub = await startFakeHub(identity)
    const { link, states, reach } = await desk(await pairedDesk(identity, hub))
    const before = Date.now()
    await hub.close()
    await expect(call(link)).rejects.toBeInstanceOf(HubUnreachable)
    const away = await reach('away')
    expect(Math.abs(Date.parse(away.since) - before)).toBeLessThan(2_000)
    await using back = await startFakeHub(identity, { port: hub.port })
    await reach('connected')
    expect((await call(link)).status).toBe(200)
    expect(states.map(({ kind }) => kind)).toEqual(['starting', 'connected', 'away', 'connected'])
    expect(back.requests.length).toBeGreaterThan(0)
  })

  it('stops at another key, names both, sends nothing, and goes on when the right key is back', async () => {
    const identity = await fakeIdentity()
    const hub = await startFakeHub(identity)
    const { link, reach } = await desk(await pairedDesk(identity, hub))
    await call(link)
    await hub.close()
    const other = await fakeIdentity()
    const fake = await startFakeHub(other, { port: hub.port })
    const state = await reach('key-changed')
    expect(state).toMatchObject({ expected: pinText(identity.pin), seen: pinText(other.pin), host: hub.host })
    await expect(call(link)).rejects.toBeInstanceOf(LinkHeld)
    expect(fake.bytes()).toBe(0)
    await fake.close()
    await using back = await startFakeHub(identity, { port: hub.port })
    await reach('connected')
    expect(back.requests[0]?.path).toBe('/rpc/devices/hello')
  })

  it('stops when the hub refuses the device', async () => {
    const identity = await fakeIdentity()
    await using hub = await startFakeHub(identity)
    const { link, reach } = await desk(await pairedDesk(identity, hub))
    hub.greeting.isRefused = true
    expect(await reach('revoked')).toMatchObject({ kind: 'revoked' })
    await expect(call(link)).rejects.toBeInstanceOf(LinkHeld)
  })

  it('asks before it follows the hub to another address, and follows after one confirmation', async () => {
    const identity = await fakeIdentity()
    const hub = await startFakeHub(identity)
    const paired = await pairedDesk(identity, hub)
    await using moved = await startFakeHub(identity, { host: '127.0.0.2', epoch: 2 })
    const { link, store, reach } = await desk(paired, { hints: [hintOf(identity, moved)] })
    await hub.close()
    expect(await reach('moved')).toMatchObject({ host: '127.0.0.2', isOlderData: false })
    await expect(call(link)).rejects.toBeInstanceOf(LinkHeld)
    expect(await link.confirmMove()).toEqual({ ok: true, value: null })
    expect(link.state.kind).toBe('connected')
    expect((await call(link)).status).toBe(200)
    expect((await store.read()).paired?.hub).toMatchObject({
      host: '127.0.0.2',
      lanPort: moved.port,
      epoch: 2,
    })
  })

  it('does not follow a hint to a hub with another key', async () => {
    const identity = await fakeIdentity()
    const hub = await startFakeHub(identity)
    await using fake = await startFakeHub(await fakeIdentity(), { host: '127.0.0.2' })
    const { states, reach } = await desk(await pairedDesk(identity, hub), { hints: [hintOf(identity, fake)] })
    await hub.close()
    await reach('away')
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(states.map(({ kind }) => kind)).toEqual(['starting', 'connected', 'away'])
    expect(fake.bytes()).toBe(0)
  })

  it('finds the hub at an address typed by hand, and says when it is not there', async () => {
    const identity = await fakeIdentity()
    const hub = await startFakeHub(identity)
    await using moved = await startFakeHub(identity, { host: '127.0.0.3' })
    const { link, reach } = await desk(await pairedDesk(identity, hub))
    await hub.close()
    await reach('away')
    expect(await link.tryAddress('127.0.0.4', moved.port)).toMatchObject({
      ok: false,
      problem: { field: 'host' },
    })
    expect(await link.tryAddress('127.0.0.3', moved.port)).toEqual({ ok: true, value: null })
    expect(link.state).toMatchObject({ kind: 'moved', host: '127.0.0.3' })
  })

  it('keeps asking whether to follow a hub that is at another port of the same address', async () => {
    const identity = await fakeIdentity()
    const hub = await startFakeHub(identity)
    await using moved = await startFakeHub(identity)
    const { link, states, reach } = await desk(await pairedDesk(identity, hub))
    await hub.close()
    await reach('away')
    // A greeting to where it was before is always under way or next.
    const looks = states.length
    expect(await link.tryAddress(hub.host, moved.port)).toEqual({ ok: true, value: null })
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(states.slice(looks).map(({ kind }) => kind)).toEqual(['moved'])
    await link.confirmMove()
    expect(link.state.kind).toBe('connected')
  })

  it('warns of data that went back in time and goes on after one confirmation', async () => {
    const identity = await fakeIdentity()
    await using hub = await startFakeHub(identity, { epoch: 3 })
    const { link, store } = await desk(await pairedDesk(identity, hub))
    expect((await store.read()).paired?.hub.epoch).toBe(3)
    hub.greeting.epoch = 2
    await expect.poll(() => link.state).toMatchObject({ kind: 'moved', isOlderData: true })
    await expect(call(link)).rejects.toBeInstanceOf(LinkHeld)
    await link.confirmMove()
    expect(link.state.kind).toBe('connected')
    expect((await store.read()).paired?.hub.epoch).toBe(2)
  })

  it('renews its certificate in the last 90 days, and keeps what is being carried', async () => {
    const identity = await fakeIdentity()
    await using hub = await startFakeHub(identity)
    const paired = await pairedDesk(identity, hub, 80)
    const { link, store } = await desk(paired)
    await expect
      .poll(async () => (await store.read()).paired?.device.certificate)
      .not.toBe(paired.device.certificate)
    expect((await call(link)).status).toBe(200)
    expect(hub.requests.filter(({ path }) => path === '/rpc/devices/renew')).toHaveLength(1)
  })

  it.each([
    [7 * 60_000, 7],
    [-26 * 3_600_000, -26 * 60],
  ])('knows that its clock is %i ms ahead of the hub’s', async (ahead, minutes) => {
    const identity = await fakeIdentity()
    await using hub = await startFakeHub(identity)
    const { link } = await desk(await pairedDesk(identity, hub), { now: () => Date.now() + ahead })
    expect(Math.round((link.clock().aheadMs ?? 0) / 60_000)).toBe(minutes)
  })

  it('keeps drafts when it is paired with its hub anew, and drops them for another hub', async () => {
    const pairs = (identity: FakeIdentity) => ({
      handler: (request: IncomingMessage, response: ServerResponse, body: Buffer) => {
        if (request.url !== '/pair') return false
        const { localPort = 0 } = request.socket
        void pairingAnswer(identity, body, localPort).then((answer) => response.end(JSON.stringify(answer)))
        return true
      },
    })
    const [own, other] = [await fakeIdentity(), await fakeIdentity()]
    await using hub = await startFakeHub(own, pairs(own))
    await using elsewhere = await startFakeHub(other, pairs(other))
    const { link, drafts } = await desk(await pairedDesk(own, hub))
    await drafts.keep({ owner: 'u1', form: 'intake:1', value: { name: 'Nguyễn Văn A' } })
    const codeOf = ({ pin }: FakeIdentity) => formatPairingCode(Buffer.from(pin, 'hex'), new Uint8Array(9))
    const deviceName = 'Máy y tế'
    await link.pair({ host: hub.host, port: hub.port, code: codeOf(own), deviceName })
    expect(await drafts.list('u1')).toHaveLength(1)
    await link.pair({ host: elsewhere.host, port: elsewhere.port, code: codeOf(other), deviceName })
    expect(await drafts.list('u1')).toEqual([])
  })

  it('pairs, remembers across a start, and forgets everything when told to', async () => {
    const identity = await fakeIdentity()
    await using hub = await startFakeHub(identity, {
      handler: (request, response, body) => {
        if (request.url !== '/pair') return false
        void pairingAnswer(identity, body, hub.port).then((answer) => response.end(JSON.stringify(answer)))
        return true
      },
    })
    const { link, store, drafts } = await desk(null)
    expect(link.state).toEqual({ kind: 'none' })
    const code = formatPairingCode(Buffer.from(identity.pin, 'hex'), new Uint8Array(9))
    const answer = await link.pair({ host: hub.host, port: hub.port, code, deviceName: 'Máy y tế' })
    expect(answer).toMatchObject({ ok: true, value: { pin: pinText(identity.pin) } })
    expect(link.state.kind).toBe('connected')
    expect((await store.read()).paired?.hub.pin).toBe(identity.pin)
    await drafts.keep({ owner: 'u1', form: 'intake:1', value: { name: 'Nguyễn Văn A' } })
    await link.forget()
    expect(link.state).toEqual({ kind: 'none' })
    expect(readdirSync(folder)).toEqual(['desk.sealed'])
    expect((await store.read()).paired).toBeNull()
  })

  it('keeps the hub it has when pairing with another fails', async () => {
    const identity = await fakeIdentity()
    await using hub = await startFakeHub(identity)
    const { link, store } = await desk(await pairedDesk(identity, hub))
    const code = formatPairingCode(new Uint8Array(32), new Uint8Array(9))
    const answer = await link.pair({ host: hub.host, port: hub.port, code, deviceName: 'Máy' })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'pairing-other-hub' } })
    expect(link.state.kind).toBe('connected')
    expect((await store.read()).paired?.hub.pin).toBe(identity.pin)
  })
})
