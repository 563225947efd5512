import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { DEMO_PASSWORD } from '#hub/setup/demo-logins.ts'

const COMMAND_LINE = fileURLToPath(new URL('../../main/hub/cli/index.ts', import.meta.url))
const LIMITED_HUB = fileURLToPath(new URL('./limited-hub.ts', import.meta.url))

/** Limits that the command line does not offer. */
export interface HubLimits {
  checkpointPages?: number
  maxPageCount?: number
}

export interface HubStart {
  /** Variables beside those of this process: a shim and what it is told. */
  env?: Record<string, string>
  limits?: HubLimits
  /** Further words of the command line. */
  args?: readonly string[]
}

/** A hub in a process of its own. */
export interface HubProcess {
  child: ChildProcess
  url: string
  /** Resolves when the process is gone. */
  ended: Promise<void>
  /** From the start of the process until it was ready. */
  readyMs: number
  /** What it wrote to its log so far. */
  log: () => string
  /** Asks it to stop and waits. */
  stop: () => Promise<void>
}

/**
 * Starts a hub on a folder and waits until it answers.
 * @throws Error with the end of its log when it ends before that
 */
export function startHubProcess(
  data: string,
  { env = {}, limits, args: more = [] }: HubStart = {},
): Promise<HubProcess> {
  const begun = performance.now()
  const args = limits
    ? [LIMITED_HUB, JSON.stringify({ data, ...limits })]
    : [COMMAND_LINE, 'start', '--data', data, '--port', '0', ...more]
  const child = spawn(process.execPath, args, {
    env: { ...plainEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (piece: Buffer) => {
    log = `${log}${piece.toString()}`.slice(-4_000_000)
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  // A harness that fails leaves no hub behind.
  const killHub = () => child.kill('SIGKILL')
  process.once('exit', killHub)
  void ended.then(() => process.removeListener('exit', killHub))
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString()
      const url = /^ready (\S+)$/m.exec(text)?.[1]
      if (url === undefined) return
      const stop = async () => {
        child.kill('SIGTERM')
        await ended
      }
      resolve({ child, url, ended, readyMs: performance.now() - begun, log: () => log, stop })
    })
    void ended.then(() => reject(new Error(`the hub ended before it was ready: ${log.slice(-2000)}`)))
  })
}

/** Without npm's variables: under npm a hub watches for the end of its parent instead of signals. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { npm_lifecycle_event: _npm, INIT_CWD: _caller, ...env } = process.env
  return env
}

/** Runs a command of the hub's command line to its end. */
export function runToEnd(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [COMMAND_LINE, ...args], {
    env: plainEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (piece: Buffer) => (log += piece.toString()))
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}: ${log.slice(-2000)}`)),
    )
  })
}

/** What a hub answered. */
export interface Answer {
  status: number
  text: string
  /** The code of a refusal. */
  code: string | undefined
  /** The value of a good answer. */
  value: unknown
  /** The session it gave, if any. */
  cookie: string | undefined
}

/** Sends one request, as a browser does. A body that is text already goes as it is. */
export async function post(
  url: string,
  path: string,
  input: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/rpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof input === 'string' ? input : JSON.stringify({ json: input }),
  })
  const text = await response.text()
  const value = jsonOf(text)
  const code =
    !response.ok && typeof value === 'object' && value !== null && 'code' in value ? value.code : ''
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  return { status: response.status, text, code: typeof code === 'string' ? code : '', value, cookie }
}

function jsonOf(text: string): unknown {
  try {
    const body = JSON.parse(text) as unknown
    return typeof body === 'object' && body !== null && 'json' in body ? body.json : undefined
  } catch {
    return undefined
  }
}

/** Opens a session of an invented account and returns its cookie. */
export async function signIn(url: string, login: string): Promise<string> {
  const { cookie, text } = await post(url, 'auth/signIn', { login, password: DEMO_PASSWORD, desk: 'Máy thử' })
  if (cookie === undefined) throw new Error(`sign-in refused: ${text}`)
  return cookie
}

/** The same with the password just confirmed, for acts that ask for it. */
export async function signInFresh(url: string, login: string): Promise<string> {
  const cookie = await signIn(url, login)
  const confirmed = await post(url, 'auth/stepUp', { password: DEMO_PASSWORD }, { cookie })
  if (confirmed.status !== 200) throw new Error(`confirming refused: ${confirmed.text}`)
  return confirmed.cookie ?? cookie
}
