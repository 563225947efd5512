import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, powerMonitor, safeStorage, session } from 'electron'
import type { DeskAnswer, DeskEvent, DeskEvents, DeskMode } from '#domain/desk/desk-bridge.ts'
import type { Problem } from '#domain/errors.ts'
import { instantFromMs } from '#domain/time/instant.ts'
import { PROGRAM_VERSION } from '#hub/version.ts'
import { appProtocol } from './app-protocol.ts'
import { deskCalls } from './desk-calls.ts'
import { forkHub } from './fork-hub.ts'
import { guardSession } from './guard-session.ts'
import { handleCalls } from './handle-calls.ts'
import { HubKeeper } from './hub-keeper.ts'
import type { HubLine } from './hub-line.ts'
import { KeyVault } from './keys/key-vault.ts'
import { safeSealer, sealingProblem } from './keys/safe-sealer.ts'
import { DeskStore } from './link/desk-store.ts'
import { HubLink } from './link/hub-link.ts'
import { KeptDrafts } from './link/kept-drafts.ts'
import { LinkHeld } from './link/link-errors.ts'
import { LocalLine } from './local-line.ts'
import { openWindow } from './open-window.ts'
import { APP_SCHEME } from './origin.ts'
import { STARTED_BY_SYSTEM } from './startup.ts'
import { createUpdater } from './update/create-updater.ts'
import { PARTITION } from './window-policy.ts'

/** Where the built parts of the program lie. */
export interface ProgramFiles {
  rendererDir: string
  preload: string
  hub: string
}

const HUB_CLOSING = {
  type: 'question' as const,
  title: 'Nẻo Về',
  message: 'Máy này là máy chủ: tắt đi thì các máy trạm không làm việc được.',
  detail: 'Thu nhỏ cửa sổ để máy chủ chạy tiếp, hoặc tắt hẳn.',
  buttons: ['Thu nhỏ cửa sổ', 'Tắt máy chủ', 'Không làm gì'],
  defaultId: 0,
  cancelId: 2,
  noLink: true,
}

/** The running desktop program: what this PC is, its way to the hub, and its window. */
export class DesktopProgram {
  readonly #files: ProgramFiles
  readonly #givenHub: URL | undefined
  readonly #sealer = safeSealer(safeStorage)
  readonly #folder = app.getPath('userData')
  readonly #drafts: KeptDrafts
  readonly #store: DeskStore
  #sealingProblem: Problem | undefined
  #mode: DeskMode = 'unset'
  #line: HubLine | null = null
  #window: BrowserWindow | null = null
  #ending: Promise<void> | null = null
  #isEnded = false

  /** @param givenHub a hub that another program runs on this PC: `npm start` */
  constructor(files: ProgramFiles, givenHub: URL | undefined) {
    this.#files = files
    this.#givenHub = givenHub
    this.#store = new DeskStore(this.#folder, this.#sealer)
    this.#drafts = new KeptDrafts(this.#folder, this.#sealer, () => instantFromMs(Date.now()))
  }

  /** Once, when Electron is ready. */
  async start(): Promise<void> {
    const pages = session.fromPartition(PARTITION)
    guardSession(pages)
    const serve = appProtocol(this.#files.rendererDir, (request) => this.#carry(request))
    pages.protocol.handle(APP_SCHEME, serve)
    const updates = createUpdater({
      version: PROGRAM_VERSION,
      isPackaged: app.isPackaged,
      userData: this.#folder,
      carry: (request) => this.#carry(request),
    })
    updates.onState((state) => this.#tell('update.state', state))
    handleCalls(
      ipcMain,
      deskCalls({
        line: () => this.#line,
        chooseMode: ({ mode }) => this.#choose(mode),
        reconsiderMode: () => this.#reconsider(),
        drafts: () => this.#drafts,
        updates,
      }),
    )
    powerMonitor.on('lock-screen', () => this.#tell('screen.locked', null))
    powerMonitor.on('suspend', () => this.#tell('screen.locked', null))
    this.#sealingProblem = await sealingProblem(safeStorage, process.platform)
    await this.#take(await this.#rememberedMode())
    this.#openWindow(process.argv.includes(STARTED_BY_SYSTEM))
  }

  /** Somebody started the program again: shows the window that is there. */
  comeForward(): void {
    if (!this.#window) return
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.show()
    this.#window.focus()
  }

  /** Before the program may end: the hub is stopped in good order. True when nothing is left to wait for. */
  end(whenDone: () => void): boolean {
    if (this.#isEnded) return true
    this.#ending ??= Promise.resolve(this.#line?.stop()).finally(() => {
      this.#isEnded = true
      whenDone()
    })
    return false
  }

  async #rememberedMode(): Promise<DeskMode> {
    if (this.#givenHub) return 'hub'
    if (this.#sealingProblem) return 'unset'
    return (await this.#store.read()).mode
  }

  /** Lets go of the way to the hub there was and takes up the one of the mode. */
  async #take(mode: DeskMode): Promise<void> {
    await this.#line?.stop()
    this.#mode = mode
    this.#line = mode === 'unset' ? null : mode === 'hub' ? this.#localLine() : await this.#deskLine()
    this.#line?.onState((state) => this.#tell('hub.state', state))
  }

  #localLine(): HubLine {
    if (this.#givenHub) return new LocalLine({ url: this.#givenHub })
    const data = join(this.#folder, 'data')
    const vault = new KeyVault(this.#folder, this.#sealer, () => existsSync(join(data, 'neo-ve.db')))
    return new LocalLine({
      keep: (tell) => new HubKeeper(() => forkHub(this.#files.hub, data), vault, tell),
    })
  }

  async #deskLine(): Promise<HubLine> {
    const link = new HubLink({
      store: this.#store,
      wipe: () => this.#drafts.wipe(),
      program: PROGRAM_VERSION,
    })
    // The window does not wait for the hub to answer.
    void link.start()
    return link
  }

  async #choose(mode: DeskMode): Promise<DeskAnswer<null>> {
    if (this.#sealingProblem) return { ok: false, problem: this.#sealingProblem }
    if (this.#mode !== 'unset') {
      const message = 'Máy này đã được chọn vai trò. Đóng cửa sổ rồi mở lại.'
      return { ok: false, problem: { code: 'mode-chosen', message } }
    }
    await this.#store.setMode(mode)
    await this.#become(mode)
    return { ok: true, value: null }
  }

  async #reconsider(): Promise<DeskAnswer<null>> {
    if (this.#mode !== 'desk' || this.#line?.state.kind !== 'none') {
      const message = 'Máy này đang gắn với máy chủ. Bỏ gắn trước khi chọn lại.'
      return { ok: false, problem: { code: 'hub-known', message } }
    }
    await this.#store.setMode('unset')
    await this.#become('unset')
    return { ok: true, value: null }
  }

  /** The window is opened anew: the page must not keep anything of what this PC was. */
  async #become(mode: DeskMode): Promise<void> {
    await this.#take(mode)
    const before = this.#window
    this.#openWindow(false)
    before?.destroy()
  }

  #openWindow(isMinimized: boolean): void {
    const window = openWindow({
      preload: this.#files.preload,
      facts: { version: PROGRAM_VERSION, mode: this.#mode },
      isPackaged: app.isPackaged,
      isMinimized,
    })
    window.on('close', (event) => {
      if (this.#ending || this.#mode !== 'hub' || this.#givenHub) return
      event.preventDefault()
      void this.#askBeforeClosing(window)
    })
    this.#window = window
  }

  async #askBeforeClosing(window: BrowserWindow): Promise<void> {
    const { response } = await dialog.showMessageBox(window, HUB_CLOSING)
    if (response === 0) window.minimize()
    else if (response === 1) app.quit()
  }

  async #carry(request: Request): Promise<Response> {
    if (!this.#line) throw new LinkHeld('no hub is known')
    return this.#line.carrier.carry(request)
  }

  #tell<Name extends DeskEvent>(event: Name, news: DeskEvents[Name]): void {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(`neo-ve:${event}`, news)
  }
}
