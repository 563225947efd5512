// npm start: builds the screens if they changed, starts the hub, and shows it - in a window of its own where Electron
// can be had, in a browser otherwise. Data lie in ~/.neo-ve/data, or where NEO_VE_DATA says.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from './find-electron.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const NODE_NEEDED = 26
const FIRST_PORT = 7420
const PORTS_TRIED = 40

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function build(...part: string[]): boolean {
  const run = spawnSync(process.execPath, ['scripts/build.ts', ...part], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  return run.status === 0
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolveFree) => {
    const server = createServer()
    server.once('error', () => resolveFree(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolveFree(true)))
  })
}

/** The first free port from the usual one on; 0 lets the system choose. */
async function freePort(): Promise<number> {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port += 1) if (await isFree(port)) return port
  return 0
}

/** Starts the hub; resolves with its address once it answers, or undefined when it refused and said why. */
function startHub(data: string, port: number): Promise<{ hub: ChildProcess; url: string } | undefined> {
  const command = ['main/hub/cli/index.ts', 'start', '--data', data, '--port', String(port), '--create']
  const hub = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolveStart) => {
    let text = ''
    hub.stdout.on('data', (piece: Buffer) => {
      text += piece.toString()
      const url = /^ready (\S+)$/m.exec(text)?.[1]
      if (url !== undefined) resolveStart({ hub, url })
    })
    hub.once('exit', () => resolveStart(undefined))
  })
}

function openBrowser(url: string): void {
  if (process.env['NEO_VE_NO_BROWSER'] !== undefined) return
  const hasScreen = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
  const openers: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  }
  const [command, ...args] = openers[process.platform] ?? (hasScreen ? ['xdg-open', url] : [])
  if (command === undefined) return
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  // No browser to open is no fault: the address stands on the screen.
  opener.on('error', () => {})
  opener.unref()
}

function openWindow(electron: string, url: string): ChildProcess {
  return spawn(electron, [join(root, 'out/main/desktop.js'), `--hub-url=${url}`], {
    cwd: root,
    stdio: 'inherit',
  })
}

const PARENT_CHECK_MS = 300

/** Under npm the shell in between does not pass signals on: its end counts as one. */
function onParentEnd(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, PARENT_CHECK_MS).unref()
}

async function start(): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < NODE_NEEDED) {
    say(`Cần Node ${NODE_NEEDED}. Chạy "npm ci" để có đúng bản, rồi "npm start".`)
    return 1
  }
  const electron = await findElectron(root)
  if (!build(...(electron === undefined ? ['renderer'] : []))) {
    say('Không dựng được giao diện. Xem lỗi ở trên.')
    return 1
  }
  const data = resolve(
    process.env['INIT_CWD'] ?? root,
    process.env['NEO_VE_DATA'] ?? join(homedir(), '.neo-ve/data'),
  )
  const started = await startHub(data, await freePort())
  if (!started) return 1
  const { hub, url } = started
  const ended = new Promise<number>((resolveEnd) => hub.once('exit', (code) => resolveEnd(code ?? 0)))
  const stop = () => hub.kill('SIGTERM')
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
  onParentEnd(stop)
  if (electron !== undefined && existsSync(join(root, 'out/main/desktop.js'))) {
    openWindow(electron, url).once('exit', stop)
  } else {
    say('Máy này chưa có Electron nên Nẻo Về mở trong trình duyệt.')
    openBrowser(url)
  }
  say(`Nẻo Về đang chạy tại ${url} (dữ liệu: ${data}). Ctrl+C để tắt.`)
  return ended
}

process.exitCode = await start()
