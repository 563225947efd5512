import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { formatPairingCode, pinText, readPairingCode } from '#domain/devices/pairing-code.ts'
import { hubCertificate } from '#hub/lan/certificates.ts'
import { DeskStore } from '../../main/desktop/link/desk-store.ts'
import { expectAccessible } from '../e2e/_axe.ts'
import { startLanHouse, type LanHouse } from '../hub/_lan.ts'
import { TEST_PASSWORD } from '../hub/_test-hub.ts'
import { Desktop } from './_desktop.ts'
import { fakeIdentity, pairedDesk, startFakeHub, type FakeIdentity } from './_fake-hub.ts'
import { testSealer } from './_sealer.ts'
import { KEYRING } from './electron-stand-in/keyring.ts'

const CANARY = 'Hoàng Nghiệp Thám'
const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]

/** A call of the typed API from the page, through the program's own scheme. */
function call(page: Page, path: string, input: unknown): Promise<{ status: number; text: string }> {
  return page.evaluate(
    async ([route, body]) => {
      const response = await fetch(`/rpc/${route}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ json: body }),
      })
      return { status: response.status, text: await response.text() }
    },
    [path, input] as const,
  )
}

async function typeCode(page: Page, code: string, port: number): Promise<void> {
  await page.getByLabel('Địa chỉ máy chủ').fill('127.0.0.1')
  await page.getByRole('textbox', { name: 'Cổng' }).fill(String(port))
  await page.getByLabel('Mã ghép máy').fill(code)
  await page.getByLabel('Tên máy này').fill('Bàn trực khu A')
  await page.keyboard.press('Enter')
}

test.describe('a desk of a hub on the LAN', () => {
  test.describe.configure({ mode: 'serial' })
  let lan: LanHouse
  let desk: Desktop

  test.beforeAll(async ({ browser }) => {
    lan = await startLanHouse()
    await lan.house.addUser(['director'], { login: 'giamdoc' })
    desk = await Desktop.start(browser)
  })
  test.afterAll(async () => {
    await desk[Symbol.asyncDispose]()
    await lan[Symbol.asyncDispose]()
  })

  test('says at the box what is wrong with a code, and sends nothing to a hub with another key', async () => {
    const first = await desk.page()
    await expect(first.getByRole('heading', { name: 'Máy này là máy gì?' })).toBeVisible()
    await expectAccessible(first)
    const opened = desk.nextWindow()
    await first.getByRole('button', { name: 'Dùng làm máy trạm' }).focus()
    await first.keyboard.press('Enter')
    const page = await opened
    await expect(page.getByRole('heading', { name: 'Gắn máy trạm với máy chủ' })).toBeVisible()
    await expectAccessible(page)
    const { id, code, lan: state } = await lan.admin.hub.devices.startPairing({})
    await typeCode(page, code.slice(0, 9), state.pairingPort)
    await expect(page.getByText('Mã ghép máy có 28 ký tự')).toBeVisible()

    const read = readPairingCode(code)
    if ('message' in read) throw new Error(read.message)
    const otherHub = formatPairingCode(new Uint8Array(32).fill(9), new Uint8Array(9).fill(1))
    await typeCode(page, otherHub, state.pairingPort)
    await expect(page.getByText(/không phải máy chủ đã tạo mã. Chưa gửi gì đi/)).toBeVisible()
    expect(await lan.admin.hub.devices.pairing({ id })).toMatchObject({ triesLeft: 5 })

    await typeCode(page, `${code.replaceAll(' ', '').slice(0, 14)}${'0'.repeat(14)}`, state.pairingPort)
    await expect(page.getByLabel('Mã ghép máy')).toHaveAttribute('aria-invalid', 'true')
    expect(await lan.admin.hub.devices.pairing({ id })).toMatchObject({ triesLeft: 4 })
    await lan.admin.hub.devices.cancelPairing({ id })
  })

  test('is tied with the right code, typed carelessly, and shows the fingerprint', async () => {
    const page = await desk.page()
    const { code, lan: state } = await lan.admin.hub.devices.startPairing({})
    await typeCode(page, code.toLowerCase().replaceAll(' ', '-'), state.pairingPort)
    await expect(page.getByRole('heading', { name: 'Đã gắn máy trạm' })).toBeVisible()
    await expect(page.getByText(pinText(state.pin))).toBeVisible()
    await page.getByRole('button', { name: 'Vào Nẻo Về' }).click()
    await expect(page.getByLabel('Tên đăng nhập')).toBeVisible()
    const { devices } = await lan.admin.hub.devices.list({})
    expect(devices).toMatchObject([{ name: 'Bàn trực khu A', state: 'active' }])
  })

  test('hears a change as it is made, and a stream or report given up ends at the hub too', async () => {
    const page = await desk.page()
    const feed = lan.house.hub.feed
    const input = { login: 'giamdoc', password: TEST_PASSWORD, desk: 'x' }
    expect(await call(page, 'auth/signIn', input)).toMatchObject({ status: 200 })
    await page.evaluate(() => {
      const heard: string[] = []
      const stop = new AbortController()
      Object.assign(globalThis, { heard, stop })
      void (async () => {
        const response = await fetch('/rpc/feed/changes', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ json: { since: null } }),
          signal: stop.signal,
        })
        const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
        for (;;) {
          const piece = await reader?.read()
          if (!piece || piece.done) break
          heard.push(piece.value)
        }
      })().catch(() => undefined)
    })
    await expect.poll(() => feed.sessions.size).toBe(1)
    const day = {
      day: '2026-12-24',
      kind: 'holiday',
      name: 'Ngày thử',
      source: 'Thử',
      version: null,
    } as const
    await lan.admin.hub.centre.setHoliday(day)
    await expect.poll(() => page.evaluate('heard.join("")')).toContain('calendar')
    await page.evaluate('stop.abort()')
    await expect.poll(() => feed.sessions.size).toBe(0)

    const outcome = await page.evaluate(async () => {
      const stop = new AbortController()
      const report = fetch('/rpc/roll/people', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json: {} }),
        signal: stop.signal,
      })
      stop.abort()
      return report.then(
        () => 'answered',
        (error: Error) => error.name,
      )
    })
    expect(outcome).toBe('AbortError')
    expect(await call(page, 'roll/people', {})).toMatchObject({ status: 200 })
  })

  test('sends a photo and a file of many pieces, and never shows the page its session', async () => {
    const page = await desk.page()
    const sent = await page.evaluate(async (bytes) => {
      const response = await fetch('/files/photo', {
        method: 'POST',
        headers: { 'content-type': 'image/jpeg' },
        body: new Uint8Array(bytes),
      })
      return {
        status: response.status,
        body: (await response.json()) as { fileId?: string },
        cookie: document.cookie,
      }
    }, JPEG)
    expect(sent.status).toBe(200)
    expect(sent.body.fileId).toMatch(/^[0-9a-f-]{36}$/)
    expect(sent.cookie).toBe('')
    const large = await page.evaluate(async () => {
      const response = await fetch('/files/upload?name=a.xlsx', {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(3_000_000),
      })
      return response.status
    })
    expect(large).toBe(200)
  })

  test('locks with the PC, and goes on when the same person signs in again', async () => {
    const page = await desk.page()
    await page.reload()
    await expect(page.getByRole('navigation', { name: 'Phân hệ' })).toBeVisible()
    desk.tell({ type: 'power', event: 'lock-screen' })
    await expect(page.getByRole('heading', { name: 'Đã khóa' })).toBeVisible()
    await page.getByLabel('Mật khẩu', { exact: true }).fill(TEST_PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Đã khóa' })).toBeHidden()
  })

  test('finds its hub under an open page by hand, when that came back at another address', async () => {
    const page = await desk.page()
    const ports = { port: 7443, pairingPort: 7444 }
    await lan.admin.hub.auth.stepUp({ password: TEST_PASSWORD })
    await lan.admin.hub.devices.setLan({ enabled: false, ...ports })
    await page.getByRole('button', { name: 'Tìm máy chủ ở địa chỉ khác…' }).click()
    const { port } = await lan.admin.hub.devices.setLan({ enabled: true, ...ports })
    await page.getByLabel('Tìm ở địa chỉ khác').fill(`127.0.0.1:${port}`)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Đi theo máy chủ đến 127.0.0.1' }).click()
    await expect(page.getByText(/Mất kết nối với máy chủ từ/)).toBeHidden()
    await expect(page.getByRole('navigation', { name: 'Phân hệ' })).toBeVisible()
    expect(await call(page, 'auth/me', {})).toMatchObject({ status: 200 })
  })

  test('keeps drafts sealed and leaves nothing readable on the disk of the desk', async () => {
    const page = await desk.page()
    const key = { owner: 'u1', form: 'intake' }
    await page.evaluate(
      async ([draft, name]) => void (await globalThis.neoVe?.drafts.keep({ ...draft, value: { name } })),
      [key, CANARY] as const,
    )
    const kept = await page.evaluate(() => globalThis.neoVe?.drafts.list({ owner: 'u1' }))
    expect(kept).toMatchObject([{ form: 'intake', value: { name: CANARY } }])
    const files = readdirSync(desk.home, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    )
    expect(files.map((file) => file.name).toSorted()).toEqual(['desk.sealed', 'drafts.sealed'])
    const words = [CANARY, 'giamdoc', TEST_PASSWORD, '127.0.0.1', 'PRIVATE KEY', 'nv_', 'Bàn trực khu A']
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name))
      for (const word of words)
        for (const encoding of ['utf8', 'utf16le', 'base64'] as const)
          expect(bytes.includes(Buffer.from(word, encoding === 'base64' ? 'utf8' : encoding))).toBe(false)
    }
    await page.evaluate((draft) => globalThis.neoVe?.drafts.drop(draft), key)
    expect(readdirSync(desk.home)).toEqual(['desk.sealed'])
  })

  test('remembers its hub when it is started again, and says so when it is shut out', async () => {
    await desk.stop()
    const page = await desk.start()
    await expect(page.getByLabel('Tên đăng nhập')).toBeVisible()
    await desk.stop()
    const [device] = (await lan.admin.hub.devices.list({})).devices
    await lan.admin.hub.auth.stepUp({ password: TEST_PASSWORD })
    await lan.admin.hub.devices.revoke({ id: device?.id ?? '', version: device?.version ?? 0 })
    const after = await desk.start()
    await expect(after.getByRole('heading', { name: 'Máy trạm này đã bị thu hồi' })).toBeVisible()
  })
})

/** A PC that was tied to this identity earlier, with its hub at a port. */
function tiedDesk(browser: Browser, identity: FakeIdentity, port: number): Promise<Desktop> {
  return Desktop.start(browser, {}, async (home) => {
    const store = new DeskStore(home, testSealer(KEYRING))
    await store.setMode('desk')
    await store.setPaired(await pairedDesk(identity, { host: '127.0.0.1', port }))
  })
}

test('a hub with a renewed certificate of the same key is the same hub', async ({ browser }) => {
  const identity = await fakeIdentity()
  const renewed = await hubCertificate(['neo-ve.local', '127.0.0.9'], new Date().toISOString(), identity.tls)
  await using hub = await startFakeHub({ ...identity, tls: renewed })
  await using desk = await tiedDesk(browser, identity, hub.port)
  const page = await desk.page()
  await expect
    .poll(() => page.evaluate(() => globalThis.neoVe?.hub.state()))
    .toMatchObject({ kind: 'connected' })
  await expect.poll(() => hub.requests.some(({ path }) => !path.startsWith('/rpc/devices/'))).toBe(true)
  const carried = hub.requests.filter(({ path }) => !path.startsWith('/rpc/devices/'))
  for (const { headers } of carried) {
    expect(headers.origin).toBeUndefined()
    expect(headers['sec-fetch-site']).toBeUndefined()
  }
})

test('a changed key stops the desk before a byte is sent, with both fingerprints', async ({ browser }) => {
  const [known, other] = [await fakeIdentity(), await fakeIdentity()]
  await using hub = await startFakeHub(other)
  await using desk = await tiedDesk(browser, known, hub.port)
  const page = await desk.page()
  await expect(page.getByRole('heading', { name: 'Khóa của máy chủ đã đổi' })).toBeVisible()
  await expect(page.getByText(pinText(known.pin))).toBeVisible()
  await expect(page.getByText(pinText(other.pin))).toBeVisible()
  await expectAccessible(page)
  await expect(call(page, 'auth/me', {})).rejects.toThrow('Failed to fetch')
  expect(hub.requests).toEqual([])
  expect(hub.bytes()).toBe(0)
  await page.getByRole('button', { name: 'Gắn lại với mã mới' }).click()
  await page.getByRole('button', { name: /^Bỏ gắn/ }).click()
  await expect(page.getByRole('heading', { name: 'Gắn máy trạm với máy chủ' })).toBeVisible()
})

test('older data on the hub waits for a word of the person', async ({ browser }) => {
  const identity = await fakeIdentity()
  await using hub = await startFakeHub(identity, { epoch: 0 })
  await using desk = await tiedDesk(browser, identity, hub.port)
  const page = await desk.page()
  await expect(page.getByRole('heading', { name: 'Máy chủ đang chạy dữ liệu cũ hơn' })).toBeVisible()
  await page.getByRole('button', { name: 'Làm tiếp với dữ liệu này' }).click()
  await expect(page.getByRole('heading', { name: 'Máy chủ đang chạy dữ liệu cũ hơn' })).toBeHidden()
  expect(await page.evaluate(() => globalThis.neoVe?.hub.state())).toMatchObject({ kind: 'connected' })
})
