import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { ToProgram, ToTest } from './electron-stand-in/messages.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const register = join(root, 'tests/desktop/electron-stand-in/register.ts')

type Asking = Extract<ToProgram, { ask: number }>
type Question = Asking extends infer Kind ? (Kind extends Asking ? Omit<Kind, 'ask'> : never) : never

/** One thing the program did with Electron: a dialog, a notice, a print. */
export interface Deed {
  what: string
  detail: unknown
}

/** The built program: out/, or the folder that NEO_VE_BUILT names, which is then tried as it is. */
const out = process.env['NEO_VE_BUILT'] ?? join(root, 'out')

/**
 * The desktop program as built, on the stand-in for Electron, with its windows in a real Chromium: one PC. Its folder
 * stays over {@link stop} and {@link start}, as a PC's disk does.
 */
export class Desktop implements AsyncDisposable {
  /** The program's own folder on this PC. */
  readonly home = mkdtempSync(join(tmpdir(), 'neo-ve-desk-'))
  readonly deeds: Deed[] = []
  /** Requests that left the window's own origin. */
  readonly leaks: string[] = []
  hubPid = 0
  readonly #browser: Browser
  readonly #env: Record<string, string>
  readonly #windows = new Map<number, Promise<Page>>()
  readonly #answers = new Map<number, (message: Extract<ToTest, { type: 'answer' }>) => void>()
  #context: BrowserContext | undefined
  #process: ChildProcess | undefined
  #asked = 0
  #window = 0
  #opened: (() => void)[] = []

  private constructor(browser: Browser, env: Record<string, string>) {
    this.#browser = browser
    this.#env = env
  }

  /** Starts the program on a new PC. @param prepare puts files into the PC's folder first */
  static async start(
    browser: Browser,
    env: Record<string, string> = {},
    prepare: (home: string) => Promise<void> = async () => undefined,
  ): Promise<Desktop> {
    const desktop = new Desktop(browser, env)
    await prepare(desktop.home)
    await desktop.start()
    return desktop
  }

  /** Starts the program; returns when its window is there. */
  async start(): Promise<Page> {
    this.#context = await this.#browser.newContext()
    this.#process = fork(join(out, 'main/desktop.js'), [], {
      execArgv: ['--import', register],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...this.#env, STAND_IN_HOME: this.home },
    })
    this.#process.on('message', (message: ToTest) => this.#hear(message))
    return this.nextWindow()
  }

  /** The window that is open now. */
  async page(): Promise<Page> {
    const page = await this.#windows.get(this.#window)
    if (!page) throw new Error('no window')
    return page
  }

  /** The window that is opened next. */
  async nextWindow(): Promise<Page> {
    await new Promise<void>((resolve) => this.#opened.push(resolve))
    return this.page()
  }

  /** Asks something of the program; the answer of the stand-in. */
  async ask<Answer>(question: Question): Promise<Answer> {
    this.#asked += 1
    const ask = this.#asked
    const answer = new Promise<Extract<ToTest, { type: 'answer' }>>((resolve) =>
      this.#answers.set(ask, resolve),
    )
    this.#process?.send({ ...question, ask })
    const { value, error } = await answer
    if (error !== undefined) throw new Error(error)
    return value as Answer
  }

  tell(message: Exclude<ToProgram, Asking>): void {
    this.#process?.send(message)
  }

  get window(): number {
    return this.#window
  }

  /** Calls the program's IPC as a frame would. */
  invoke(channel: string, args: unknown[], frame: string, isTop: boolean): Promise<unknown> {
    return this.ask({ type: 'invoke', window: this.#window, channel, args, frame, isTop })
  }

  did(what: string): unknown[] {
    return this.deeds.filter((deed) => deed.what === what).map(({ detail }) => detail)
  }

  /** Ends the program in good order, as the person would, and waits until it is gone. */
  async stop(): Promise<void> {
    const running = this.#process
    if (!running) return
    const gone = new Promise((resolve) => running.once('exit', resolve))
    if (running.connected) running.send({ type: 'quit' } satisfies ToProgram)
    await gone
    this.#process = undefined
    await this.#context?.close()
    this.#windows.clear()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    rmSync(this.home, { recursive: true, force: true })
  }

  #hear(message: ToTest): void {
    switch (message.type) {
      case 'window':
        this.#window = message.window
        this.#windows.set(message.window, this.#open(message))
        for (const tell of this.#opened.splice(0)) tell()
        return
      case 'closed':
        void this.#windows.get(message.window)?.then((page) => page.close())
        return
      case 'send':
        void this.#deliver(message)
        return
      case 'answer':
        this.#answers.get(message.ask)?.(message)
        this.#answers.delete(message.ask)
        return
      case 'hub':
        this.hubPid = message.pid
        return
      case 'did':
        this.deeds.push(message)
    }
  }

  async #open({
    window,
    url,
    arguments: facts,
    preload,
  }: Extract<ToTest, { type: 'window' }>): Promise<Page> {
    if (!this.#context) throw new Error('no Chromium')
    const page = await this.#context.newPage()
    const { origin } = new URL(url)
    await page.exposeBinding('standInInvoke', ({ frame }, channel: string, args: unknown[]) =>
      this.ask({
        type: 'invoke',
        window,
        channel,
        args,
        frame: frame.url(),
        isTop: frame.parentFrame() === null,
      }),
    )
    await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8'), facts, origin) })
    const isForeign = (address: URL) => address.origin !== origin && !address.protocol.startsWith('blob')
    await page.route(isForeign, async (route) => {
      const request = route.request()
      const isPrevented =
        request.isNavigationRequest() &&
        (await this.ask<boolean>({ type: 'navigate', window, event: 'will-navigate', url: request.url() }))
      if (!isPrevented) this.leaks.push(request.url())
      // As a navigation that was prevented: the page stays.
      await route.abort('aborted')
    })
    page.on('popup', async (popup) => {
      const action = await this.ask<string>({ type: 'open', window, url: popup.url() })
      if (action !== 'deny') this.leaks.push(`window ${popup.url()}`)
      await popup.close()
    })
    await page.goto(url)
    return page
  }

  async #deliver({ window, channel, args }: Extract<ToTest, { type: 'send' }>): Promise<void> {
    const page = await this.#windows.get(window)
    try {
      await page?.evaluate(([name, news]) => standInDeliver(name, news), [channel, args] as const)
    } catch {
      // The page is on its way to another address: a real window drops the message too.
    }
  }
}

/** Exists in the page, put there by {@link preloadScript}. */
declare function standInDeliver(channel: string, args: unknown[]): void

/** The built preload in a scope of its own, with as much of Electron as a sandboxed preload gets. */
function preloadScript(preload: string, facts: readonly string[], origin: string): string {
  return `(() => {
  if (location.origin !== ${JSON.stringify(origin)} || window !== window.top) return
  const listeners = new Map()
  globalThis.standInDeliver = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({ sender: 'secret' }, ...args)
  }
  const freeze = (value) => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze)
    return Object.freeze(value)
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) =>
        Object.defineProperty(globalThis, name, { value: freeze(api), writable: false, configurable: false }),
    },
    ipcRenderer: {
      invoke: (channel, ...args) => globalThis.standInInvoke(channel, args),
      on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      off: (channel, listener) =>
        listeners.set(channel, (listeners.get(channel) ?? []).filter((known) => known !== listener)),
    },
  }
  const require = (name) => {
    if (name !== 'electron') throw new Error('a sandboxed preload has no ' + name)
    return electron
  }
  const process = { argv: ${JSON.stringify(facts)} }
  const module = { exports: {} }
  ;((require, process, module, exports) => {\n${preload}\n})(require, process, module, module.exports)
})()`
}
