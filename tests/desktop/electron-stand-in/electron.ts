// Stands in for the `electron` module in a Node process: the parts the program uses, typed by electron.d.ts. Windows
// are pages of a real Chromium, opened by the test at the other end of the process's message channel.
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import type * as Electron from 'electron'
import { testSealer } from '../_sealer.ts'
import { KEYRING } from './keyring.ts'
import { tellTest, type ToProgram } from './messages.ts'
import { mountProtocol } from './protocol-server.ts'

const home = process.env['STAND_IN_HOME'] ?? ''
if (home === '') throw new Error('STAND_IN_HOME names the folder of this PC')
const parentPort = fileURLToPath(new URL('./parent-port.ts', import.meta.url))

const did = (what: string, detail: unknown = null) => tellTest({ type: 'did', what, detail })

/** A thing of Electron that is told of events, with the members the program uses. */
function part<Part extends object>(members: Part): Part & EventEmitter {
  return Object.assign(new EventEmitter(), members)
}

/** An event that a listener may prevent. */
function preventable(): { isPrevented: () => boolean; event: { preventDefault: () => void } } {
  let isPrevented = false
  return { isPrevented: () => isPrevented, event: { preventDefault: () => (isPrevented = true) } }
}

const members = {
  isPackaged: process.env['STAND_IN_PACKAGED'] === 'yes',
  getPath: (name: string) => (name === 'userData' ? home : `${home}/${name}`),
  setPath: () => undefined,
  enableSandbox: () => did('enableSandbox'),
  commandLine: { appendSwitch: (name: string) => did('switch', name) },
  requestSingleInstanceLock: () => true,
  whenReady: async () => undefined,
  setBadgeCount: (count?: number) => (did('badge', count), true),
  getLoginItemSettings: () => ({ openAtLogin: false }),
  setLoginItemSettings: (settings: unknown) => did('login-item', settings),
  exit: (code?: number) => process.exit(code),
  quit: () => quit(),
}
export const app = part(members)

function quit(): void {
  const { event, isPrevented } = preventable()
  app.emit('before-quit', event)
  if (isPrevented()) return
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
  process.disconnect?.()
  process.exit(0)
}

type Invoke = (event: unknown, ...args: unknown[]) => unknown
const calls = new Map<string, Invoke>()
export const ipcMain = {
  handle: (channel: string, run: Invoke) => {
    calls.set(channel, run)
  },
}

let pageServer: Promise<string> | undefined
type Answer = (isAllowed: boolean) => void
type PermissionAsked = (contents: null, permission: string, answer: Answer, details: object) => void
type PermissionChecked = (contents: null, permission: string, origin: string, details: object) => boolean
type CertificateAsked = (request: object, answer: (result: number) => void) => void
type LoadAsked = (details: { url: string }, answer: (answer: { cancel: boolean }) => void) => void
let load: LoadAsked = (_details, answer) => answer({ cancel: false })
let asked: PermissionAsked = (_contents, _permission, answer) => answer(true)
let checked: PermissionChecked = () => true

const pages = part({
  protocol: {
    handle: (_scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
      pageServer = mountProtocol(handler)
    },
  },
  setPermissionRequestHandler: (handler: PermissionAsked) => (asked = handler),
  setPermissionCheckHandler: (handler: PermissionChecked) => (checked = handler),
  setDevicePermissionHandler: () => did('device-permission-handler'),
  setDisplayMediaRequestHandler: () => did('display-media-handler'),
  setCertificateVerifyProc: (verify: CertificateAsked) =>
    verify({ hostname: 'may-chu', isIssuedByKnownRoot: true }, (result) => did('certificate', result)),
  webRequest: { onBeforeRequest: (handler: LoadAsked) => (load = handler) },
  setSpellCheckerEnabled: (isOn: boolean) => did('spell-checker', isOn),
})
export const session = {
  fromPartition: (partition: string) => {
    did('partition', partition)
    return pages
  },
}
export const protocol = { registerSchemesAsPrivileged: (schemes: unknown) => did('schemes', schemes) }
export const Menu = { setApplicationMenu: () => undefined }
export const powerMonitor = new EventEmitter()

const keyring = testSealer(KEYRING)
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () =>
    process.env['STAND_IN_KEYRING'] === 'none' ? 'basic_text' : 'gnome_libsecret',
  encryptStringAsync: (text: string) => keyring.seal(text),
  decryptStringAsync: async (sealed: Buffer) => ({
    shouldReEncrypt: false,
    result: await keyring.open(sealed),
  }),
} satisfies Pick<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>

let dialogAnswer: { savePath: string | null; button: number } = { savePath: null, button: 2 }
export const dialog = {
  showSaveDialog: async (_window: unknown, options: unknown) => {
    did('save-dialog', options)
    return { canceled: dialogAnswer.savePath === null, filePath: dialogAnswer.savePath ?? '' }
  },
  showMessageBox: async (_window: unknown, options: unknown) => {
    did('message-box', options)
    return { response: dialogAnswer.button, checkboxChecked: false }
  },
}

export class Notification extends EventEmitter {
  readonly #options: unknown
  constructor(options: unknown) {
    super()
    this.#options = options
  }
  show(): void {
    did('notification', this.#options)
  }
}

type OpenHandler = (details: { url: string }) => { action: string }

class WebContents extends EventEmitter {
  readonly #id: number
  open: OpenHandler = () => ({ action: 'allow' })
  constructor(id: number) {
    super()
    this.#id = id
  }
  send(channel: string, ...args: unknown[]): void {
    tellTest({ type: 'send', window: this.#id, channel, args })
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    did('webrtc', policy)
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.open = handler
  }
  print(options: unknown, done: (isPrinted: boolean, reason: string) => void): void {
    did('print', options)
    done(true, '')
  }
  async printToPDF(options: unknown): Promise<Buffer> {
    did('print-to-pdf', options)
    return Buffer.from('%PDF-1.7 stand-in')
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly #open = new Map<number, BrowserWindow>()
  static #last = 0
  readonly id: number
  readonly webContents: WebContents
  readonly #options: Electron.BrowserWindowConstructorOptions
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.id = BrowserWindow.#last += 1
    this.#options = options
    this.webContents = new WebContents(this.id)
    BrowserWindow.#open.set(this.id, this)
    did('window-options', options)
    app.emit('web-contents-created', {}, this.webContents)
  }
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#open.values()]
  }
  static byId(id: number): BrowserWindow | undefined {
    return BrowserWindow.#open.get(id)
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }
  async loadURL(url: string): Promise<void> {
    const base = await pageServer
    if (base === undefined || !url.startsWith('app://neo-ve/')) throw new Error(`nothing serves ${url}`)
    const { preload = '', additionalArguments = [] } = this.#options.webPreferences ?? {}
    const path = url.slice('app://neo-ve'.length)
    tellTest({ type: 'window', window: this.id, url: base + path, arguments: additionalArguments, preload })
    this.emit('ready-to-show')
  }
  show(): void {
    did('show', this.id)
  }
  focus(): void {
    did('focus', this.id)
  }
  minimize(): void {
    did('minimize', this.id)
  }
  restore(): void {
    did('restore', this.id)
  }
  isMinimized(): boolean {
    return false
  }
  setContentProtection(isOn: boolean): void {
    did('content-protection', isOn)
  }
  /** As the person at the desk closes it. */
  close(): void {
    const { event, isPrevented } = preventable()
    this.emit('close', event)
    if (!isPrevented()) this.destroy()
  }
  destroy(): void {
    if (!BrowserWindow.#open.delete(this.id)) return
    tellTest({ type: 'closed', window: this.id })
    if (BrowserWindow.#open.size === 0) app.emit('window-all-closed')
  }
}

export const utilityProcess = {
  fork: (file: string, args: string[]) => {
    const child = fork(file, args, {
      execArgv: ['--import', parentPort],
      silent: true,
      serialization: 'advanced',
    })
    tellTest({ type: 'hub', pid: child.pid ?? 0 })
    child.stderr?.on('data', (data: Buffer) => did('hub-error', data.toString('utf8')))
    return Object.assign(child, {
      postMessage: (message: Record<string, unknown>) => void child.send(message),
    })
  },
}

/** Carries out what the test asks of this PC; the value is the answer. */
async function obey(message: ToProgram): Promise<unknown> {
  const contents = 'window' in message ? BrowserWindow.byId(message.window)?.webContents : undefined
  switch (message.type) {
    case 'invoke': {
      const run = calls.get(message.channel)
      if (!run) throw new Error(`no handler for ${message.channel}`)
      const base = (await pageServer) ?? ''
      const url = message.frame.startsWith(`${base}/`)
        ? message.frame.replace(base, 'app://neo-ve')
        : message.frame
      const senderFrame = { url, parent: message.isTop ? null : { url: 'app://neo-ve/' } }
      return run({ sender: contents, senderFrame }, ...message.args)
    }
    case 'navigate': {
      const { event, isPrevented } = preventable()
      contents?.emit(message.event, { ...event, url: message.url })
      return isPrevented()
    }
    case 'open':
      return contents?.open({ url: message.url }).action
    case 'webview': {
      const { event, isPrevented } = preventable()
      contents?.emit('will-attach-webview', event, {}, {})
      return isPrevented()
    }
    case 'permission': {
      const { permission, origin, media, isMainFrame } = message
      let isGranted = false
      const details = { requestingUrl: origin, isMainFrame, mediaTypes: media }
      asked(null, permission, (isAllowed) => (isGranted = isAllowed), details)
      const mediaType = media.length === 1 ? media[0] : undefined
      return { isGranted, isChecked: checked(null, permission, origin, { isMainFrame, mediaType }) }
    }
    case 'download': {
      const { event, isPrevented } = preventable()
      pages.emit('will-download', event, { getURL: () => message.url })
      return isPrevented()
    }
    case 'load': {
      let isCancelled = false
      load({ url: message.url }, ({ cancel }) => (isCancelled = cancel))
      return isCancelled
    }
    case 'power':
      return powerMonitor.emit(message.event)
    case 'dialog':
      dialogAnswer = message
      return undefined
    case 'close':
      return BrowserWindow.byId(message.window)?.close()
    case 'second-instance':
      return app.emit('second-instance')
    case 'quit':
      return quit()
  }
}

process.on('message', (message: ToProgram) => {
  obey(message).then(
    (value) => 'ask' in message && tellTest({ type: 'answer', ask: message.ask, value }),
    (error: unknown) =>
      'ask' in message && tellTest({ type: 'answer', ask: message.ask, error: String(error) }),
  )
})
// A test that was ended leaves no program behind.
process.once('disconnect', () => process.exit(1))
