import { request as plainRequest } from 'node:http'
import type {} from '#renderer/api/desk-bridge.ts'
import { expect, test } from '@playwright/test'
import { DESK_INPUTS } from '#domain/desk/desk-inputs.ts'
import { Desktop } from './_desktop.ts'

/** Addresses that begin like ours, leave the machine, or open what is not a page. */
const FOREIGN = [
  'https://example.com/',
  'http://example.com/',
  'http://127.0.0.1/',
  'http://localhost:7420/',
  'https://neo-ve/',
  'https://app.neo-ve.example/',
  'app://neo-ve.example.com/',
  'app://neo-ve@example.com/',
  'app://example.com/neo-ve',
  'app://neo-ve:8080/',
  'app://me@neo-ve/',
  'app:neo-ve',
  'apps://neo-ve/',
  'file:///etc/passwd',
  'file://neo-ve/index.html',
  'data:text/html,<h1>a</h1>',
  'javascript:alert(1)',
  'about:blank',
  'chrome://settings',
  'ftp://neo-ve/',
  'ms-settings:privacy',
  'không phải địa chỉ',
]
const NAVIGATIONS = ['will-navigate', 'will-frame-navigate', 'will-redirect']

const PERMISSIONS = [
  'geolocation',
  'notifications',
  'midi',
  'pointerLock',
  'fullscreen',
  'openExternal',
  'clipboard-read',
  'display-capture',
  'usb',
  'hid',
  'serial',
  'idle-detection',
]

/** Ways of writing a path that leads out of a folder. */
const TRAVERSALS = [
  '/../package.json',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/main/desktop.js',
  '/assets/..%5c..%5cpackage.json',
  '/assets/....//....//package.json',
  '/%2e%2e/%2e%2e/etc/passwd.txt',
  '/assets/%00/../../package.json',
  '/assets//etc/passwd.txt',
  '/C:/Windows/win.ini',
  '/assets/%c0%ae%c0%ae/package.json',
  '/index.html%00.svg',
]

/** As it is written: a browser or `fetch` would tidy the path up first. */
function getAsWritten(origin: string, path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = plainRequest({ hostname, port, path, agent: false }, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => (text += part.toString('utf8')))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

test.describe('the window of the desktop program', () => {
  test.describe.configure({ mode: 'serial' })
  let desk: Desktop

  test.beforeAll(async ({ browser }) => {
    desk = await Desktop.start(browser)
  })
  test.afterAll(() => desk[Symbol.asyncDispose]())

  test('is sandboxed, isolated, without Node, in memory only, and breaks no rule of its CSP', async () => {
    const [options] = desk.did('window-options')
    expect(options).toMatchObject({
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        spellcheck: false,
        partition: 'neo-ve',
      },
    })
    expect(desk.did('partition')).toEqual(['neo-ve'])
    expect(desk.did('spell-checker')).toEqual([false])
    expect(desk.did('enableSandbox')).toHaveLength(1)
    expect(desk.did('switch')).toEqual(['disable-breakpad', 'disable-crash-reporter', 'disable-http-cache'])
    expect(desk.did('schemes')).toEqual([
      [
        {
          scheme: 'app',
          privileges: {
            standard: true,
            secure: true,
            supportFetchAPI: true,
            corsEnabled: true,
            stream: true,
          },
        },
      ],
    ])
    const page = await desk.page()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    const answer = await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(answer?.headers()['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(answer?.headers()['x-content-type-options']).toBe('nosniff')
    expect(said.filter((line) => /Content Security Policy|violates/i.test(line))).toEqual([])
  })

  test('goes nowhere but its own pages, by link, redirect, frame, new window or webview', async () => {
    const window = desk.window
    for (const event of NAVIGATIONS) {
      for (const url of FOREIGN)
        expect([url, await desk.ask<boolean>({ type: 'navigate', window, event, url })]).toEqual([url, true])
      for (const url of ['app://neo-ve/', 'app://neo-ve/nguoi?a=1#b'])
        expect([url, await desk.ask<boolean>({ type: 'navigate', window, event, url })]).toEqual([url, false])
    }
    for (const url of [...FOREIGN, 'app://neo-ve/'])
      expect(await desk.ask<string>({ type: 'open', window, url })).toBe('deny')
    expect(await desk.ask<boolean>({ type: 'webview', window })).toBe(true)
    const downloads = [
      'https://example.com/a.exe',
      'blob:https://example.com/1',
      'file:///a',
      'data:text/plain,a',
    ]
    for (const url of downloads) expect(await desk.ask<boolean>({ type: 'download', url })).toBe(true)
    expect(await desk.ask<boolean>({ type: 'download', url: 'blob:app://neo-ve/0b1c' })).toBe(false)

    const page = await desk.page()
    const { href } = new URL(page.url())
    await page.evaluate(() => {
      globalThis.location.href = 'https://example.com/'
    })
    await page.evaluate(() => void globalThis.open('https://example.com/'))
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/'
      document.body.append(frame)
      const image = new Image()
      image.src = 'https://example.com/a.png'
      void fetch('https://example.com/').catch(() => undefined)
    })
    await page.waitForTimeout(300)
    expect(page.url()).toBe(href)
    expect(desk.leaks).toEqual([])
    expect(page.context().pages()).toHaveLength(1)
    await page.reload()
  })

  test('has no network: nothing loads but its own, no certificate is good, no peer is looked for', async () => {
    const isCancelled = (url: string) => desk.ask<boolean>({ type: 'load', url })
    const foreign = [...FOREIGN.filter((url) => !url.startsWith('data:')), 'wss://neo-ve/', 'ws://127.0.0.1/']
    for (const url of foreign) expect([url, await isCancelled(url)]).toEqual([url, true])
    for (const url of ['app://neo-ve/rpc/auth/me', 'blob:app://neo-ve/0b1c', 'data:image/png;base64,AA'])
      expect([url, await isCancelled(url)]).toEqual([url, false])
    expect(desk.did('certificate')).toEqual([-2])
    expect(desk.did('webrtc')).toEqual(['disable_non_proxied_udp'])
  })

  test('is given the camera on its own page and no other power', async () => {
    const own = { origin: 'app://neo-ve/tiep-nhan', isMainFrame: true }
    const may = (permission: string, media: string[], origin = own.origin, isMainFrame = true) =>
      desk.ask<{ isGranted: boolean; isChecked: boolean }>({
        type: 'permission',
        permission,
        origin,
        media,
        isMainFrame,
      })
    const [yes, no] = [true, false].map((is) => ({ isGranted: is, isChecked: is }))
    for (const permission of PERMISSIONS)
      expect([permission, await may(permission, [])]).toEqual([permission, no])
    expect(await may('media', ['video'])).toEqual(yes)
    expect(await may('media', ['audio'])).toEqual(no)
    expect(await may('media', ['video', 'audio'])).toEqual(no)
    expect(await may('media', [])).toEqual(no)
    expect(await may('media', ['video'], 'https://example.com/')).toEqual(no)
    expect(await may('media', ['video'], 'http://127.0.0.1:7420/')).toEqual(no)
    expect(await may('media', ['video'], 'app://neo-ve.example.com/')).toEqual(no)
    expect(await may('media', ['video'], own.origin, false)).toEqual(no)
    expect(desk.did('device-permission-handler')).toHaveLength(1)
    expect(desk.did('display-media-handler')).toHaveLength(1)
  })

  test('refuses every call of a foreign frame, and every call it cannot read', async () => {
    const own = new URL((await desk.page()).url()).origin
    const frames: [string, boolean][] = [
      ['https://example.com/', true],
      ['http://127.0.0.1:7420/', true],
      ['app://neo-ve.example.com/', true],
      ['file:///a.html', true],
      ['about:blank', true],
      [`${own}/`, false],
    ]
    for (const call of Object.keys(DESK_INPUTS)) {
      for (const [frame, isTop] of frames)
        await expect(desk.invoke(`neo-ve:${call}`, [undefined], frame, isTop)).rejects.toThrow('refused')
    }
    const wrong: [string, unknown][] = [
      ['mode.choose', { mode: 'province' }],
      ['mode.choose', undefined],
      ['hub.state', { a: 1 }],
      ['hub.pair', { host: 'http://a/b', port: 7444, code: 'x', deviceName: 'a' }],
      ['hub.pair', { host: 'a', port: 70_000, code: 'x', deviceName: 'a' }],
      ['hub.pair', { host: 'a', port: 7444, code: 'x', deviceName: 'a', more: 1 }],
      ['file.save', { name: '../a.txt', bytes: new Uint8Array(1) }],
      ['file.save', { name: 'C:\\a.txt', bytes: new Uint8Array(1) }],
      ['file.save', { name: 'a.txt', bytes: 'text' }],
      ['print.toPdf', { name: '/etc/passwd' }],
      ['desk.badge', { count: -1 }],
      ['drafts.keep', { owner: 'a', form: 'b', value: { text: 'a'.repeat(300_000) } }],
      ['screen.protect', { isOn: 'yes' }],
    ]
    for (const [call, input] of wrong)
      await expect(desk.invoke(`neo-ve:${call}`, [input], `${own}/`, true)).rejects.toThrow('refused')
    expect(await desk.invoke('neo-ve:hub.state', [undefined], `${own}/`, true)).toEqual({ kind: 'none' })
    await expect(desk.invoke('neo-ve:shell.open', [undefined], `${own}/`, true)).rejects.toThrow('no handler')
  })

  test('serves its bundle and nothing beside it, however the path is written', async () => {
    const { origin } = new URL((await desk.page()).url())
    for (const path of TRAVERSALS) {
      const { status, text } = await getAsWritten(origin, path)
      expect([path, status === 404 || /^<!doctype html>/i.test(text)]).toEqual([path, true])
      expect(text).not.toMatch(/"dependencies"|root:x:|DesktopProgram/)
    }
    expect((await getAsWritten(origin, '/icon.svg')).status).toBe(404)
    expect((await getAsWritten(origin, '/assets/none.js')).status).toBe(404)
  })

  test('gives the page named functions and nothing of Electron', async () => {
    const page = await desk.page()
    const shape = await page.evaluate(() => {
      const walk = (value: unknown): unknown =>
        typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]))
          : typeof value
      return walk(globalThis.neoVe)
    })
    const f = 'function'
    expect(shape).toEqual({
      version: 'string',
      mode: 'string',
      chooseMode: f,
      reconsiderMode: f,
      hub: { discover: f, pair: f, state: f, onState: f, tryAddress: f, confirmMove: f, forget: f },
      drafts: { keep: f, list: f, drop: f },
      print: { toPrinter: f, toPdf: f },
      saveFile: f,
      notify: f,
      badge: f,
      clock: f,
      update: { state: f, onState: f, check: f, install: f },
      startup: { state: f, set: f },
      lock: { onScreenLock: f },
      screen: { protect: f },
    })
    await page.evaluate(() => {
      const heard: unknown[][] = []
      Object.assign(globalThis, { heard })
      globalThis.neoVe?.lock.onScreenLock((...news: unknown[]) => void heard.push(news))
    })
    desk.tell({ type: 'power', event: 'lock-screen' })
    await expect.poll(() => page.evaluate('heard')).toEqual([[null]])
  })

  test('prints, saves, notifies and protects what it shows when its page asks', async () => {
    const page = await desk.page()
    const path = `${desk.home}/Danh sách.pdf`
    desk.tell({ type: 'dialog', savePath: path, button: 2 })
    const answers = await page.evaluate(async () => {
      const desk = globalThis.neoVe
      if (!desk) throw new Error('no bridge')
      await desk.notify({ title: 'Nẻo Về', body: 'Có việc mới' })
      await desk.badge({ count: 3 })
      await desk.screen.protect({ isOn: true })
      return [
        await desk.print.toPrinter(),
        await desk.print.toPdf({ name: 'Danh sách.pdf' }),
        await desk.saveFile({ name: 'Danh sách.pdf', bytes: new Uint8Array([1, 2]) }),
        await desk.startup.set({ isOn: true }),
      ]
    })
    expect(answers.slice(0, 3)).toEqual([
      { ok: true, value: { isPrinted: true } },
      { ok: true, value: { isSaved: true } },
      { ok: true, value: { isSaved: true } },
    ])
    expect(answers[3]).toMatchObject({ ok: false })
    expect(desk.did('notification')).toEqual([{ title: 'Nẻo Về', body: 'Có việc mới' }])
    expect(desk.did('badge')).toEqual([3])
    expect(desk.did('content-protection')).toEqual([true])
    expect(desk.did('print')).toEqual([{ silent: false, printBackground: true }])
  })
})

test('a PC without a keyring is refused in words, and remembers nothing', async ({ browser }) => {
  await using desk = await Desktop.start(browser, { STAND_IN_KEYRING: 'none' })
  const page = await desk.page()
  await page.getByRole('button', { name: 'Dùng làm máy trạm' }).click()
  await expect(page.getByRole('alert')).toContainText('kho khóa của hệ điều hành')
})
