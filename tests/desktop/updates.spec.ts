import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type {} from '#renderer/api/desk-bridge.ts'
import { addHours, instantFromMs } from '#domain/time/instant.ts'
import { DeskStore } from '../../main/desktop/link/desk-store.ts'
import { makeRelease, testKey, type TestRelease } from '../hub/_release.ts'
import { startTestHub, TEST_PASSWORD, type TestHub } from '../hub/_test-hub.ts'
import { Desktop } from './_desktop.ts'
import { fakeIdentity, pairedDesk, startFakeHub, type FakeHub } from './_fake-hub.ts'
import { testSealer } from './_sealer.ts'
import { TAMPERED_FEEDS, type TamperedFeed } from './_tampered-feeds.ts'
import { PUT_IN_PLACE } from './electron-stand-in/electron-updater.ts'
import { KEYRING } from './electron-stand-in/keyring.ts'

const OFFER_ID = '6f9c6d7e-4c3b-8a21-9f00-0123456789ab'
const KEY = testKey('a')
const EXPIRED_HOURS = 100 * 24

/** What the hub says of releases; everything else of it is a real hub's. */
interface FalseReleases {
  release: TestRelease | null
  feed: TamperedFeed | null
  /** How often a desk asked for the bytes of an installer. */
  fetched: number
}

/** Hands a request on to the real hub, as it came, and its answer back as it comes. */
function handOn(to: string, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const { host: _host, ...headers } = request.headers
  const sent = ask(
    new URL(request.url ?? '/', to),
    { method: request.method ?? 'GET', headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    },
  )
  sent.on('error', () => response.destroy())
  response.on('close', () => sent.destroy())
  sent.end(body)
}

function answerOf(said: FalseReleases, house: TestHub) {
  return (request: IncomingMessage, response: ServerResponse, body: Buffer): boolean => {
    const path = request.url ?? ''
    if (path === '/rpc/devices/hello') return false
    if (path === '/rpc/releases/tell') {
      response.end(JSON.stringify({ json: { toldAt: instantFromMs(Date.now()) } }))
    } else if (path === '/rpc/releases/offer') {
      const base64 = (bytes: Buffer) => bytes.toString('base64')
      const shown = said.release && (said.feed?.shown?.(said.release) ?? said.release)
      const { manifest, signature } = shown ?? {}
      const json =
        manifest && signature
          ? { id: OFFER_ID, manifest: base64(manifest), signature: base64(signature) }
          : null
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ json }))
    } else if (path.startsWith('/files/release/')) {
      said.fetched += 1
      const given = said.release && said.feed?.sent?.(said.release)
      if (given) response.writeHead(given.status, given.headers).end(given.body)
      else response.end(said.release?.installer)
    } else handOn(house.url, request, response, body)
    return true
  }
}

test.describe('a desk whose hub offers another program than was signed', () => {
  test.describe.configure({ mode: 'serial' })
  const said: FalseReleases = { release: null, feed: null, fetched: 0 }
  let house: TestHub
  let hub: FakeHub
  let desk: Desktop
  let made = 0

  test.beforeAll(async ({ browser }) => {
    house = await startTestHub()
    const identity = await fakeIdentity()
    hub = await startFakeHub(identity, { handler: answerOf(said, house) })
    const env = { STAND_IN_PACKAGED: 'yes', STAND_IN_RELEASE_KEY: KEY.publicKey, APPIMAGE: '/opt/NeoVe' }
    desk = await Desktop.start(browser, env, async (home) => {
      const store = new DeskStore(home, testSealer(KEYRING))
      await store.setMode('desk')
      await store.setPaired(await pairedDesk(identity, { host: '127.0.0.1', port: hub.port }))
    })
    const { login } = await house.addUser('zone')
    const page = await desk.page()
    await page.getByLabel('Tên đăng nhập').fill(login)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation', { name: 'Phân hệ' })).toBeVisible()
  })
  test.afterAll(async () => {
    await desk[Symbol.asyncDispose]()
    await hub.close()
    await house.close()
  })

  /** A release signed with the trusted key, newer than all before it. */
  function newRelease(words: { version?: string; hoursAgo?: number } = {}): Promise<TestRelease> {
    made += 1
    const { version = `0.${made + 1}.0`, hoursAgo = 100 - made } = words
    const madeAt = addHours(instantFromMs(Date.now()), -hoursAgo)
    return makeRelease(join(house.dir, `release-${made}`), KEY, { version, madeAt })
  }

  /** The hub offers this, and the desk looks. */
  async function offer(page: Page, release: TestRelease | null, feed: TamperedFeed | null): Promise<void> {
    Object.assign(said, { release, feed, fetched: 0 })
    await page.evaluate(() => globalThis.neoVe?.update.check())
  }

  const state = (page: Page) => page.evaluate(() => globalThis.neoVe?.update.state())
  const ready = (page: Page) => page.getByText(/đã tải và kiểm tra. Cài khi rảnh/)
  const installers = () => {
    const folder = join(desk.home, 'updates/installers')
    return existsSync(folder) ? readdirSync(folder) : []
  }

  /** As the person at the desk does it. */
  async function install(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Cài bản mới…' }).click()
    await page.getByRole('button', { name: 'Đóng chương trình và cài' }).click()
  }

  for (const feed of TAMPERED_FEEDS) {
    test(`refuses ${feed.title}`, async () => {
      const page = await desk.page()
      if (feed.signed === 'older than one seen') {
        await offer(page, await newRelease({ hoursAgo: 1 }), null)
        await expect(ready(page)).toBeVisible()
      }
      await offer(page, null, null)
      await expect.poll(() => state(page)).toMatchObject({ kind: 'current' })
      const release = await newRelease(
        feed.signed === 'expired'
          ? { hoursAgo: EXPIRED_HOURS }
          : feed.signed === 'lower than the program'
            ? { version: '0.0.9', hoursAgo: 0 }
            : {},
      )
      const another = Buffer.alloc(release.installer.length, 9)
      await offer(page, release, feed)
      if (feed.replaced) {
        await expect(ready(page)).toBeVisible()
        const fetched = join(desk.home, 'updates/installers', release.installerName)
        writeFileSync(feed.replaced === 'fetched' ? fetched : join(desk.home, PUT_IN_PLACE), another)
        await install(page)
      }
      if (feed.refusal === null) await expect.poll(() => state(page)).toMatchObject({ kind: 'available' })
      else await expect(page.getByText(feed.refusal).first()).toBeVisible()
      await expect(ready(page)).toBeHidden()
      expect(said.fetched).toBe(feed.shown || feed.signed ? 0 : 1)
      if (!feed.replaced) expect(installers()).not.toContain(release.installerName)
      expect(desk.did('installer-run')).toEqual([])
      // The next feed is the first that this desk sees.
      for (const name of ['updates', PUT_IN_PLACE])
        rmSync(join(desk.home, name), { recursive: true, force: true })
    })
  }

  test('installs the good one, once and only when asked', async () => {
    const page = await desk.page()
    await offer(page, await newRelease(), null)
    await expect(ready(page)).toBeVisible()
    expect(desk.did('installer-run')).toEqual([])
    await install(page)
    await expect.poll(() => desk.did('installer-run')).toHaveLength(1)
    expect(desk.leaks).toEqual([])
  })
})
