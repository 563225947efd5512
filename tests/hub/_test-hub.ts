import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { AppContract } from '#domain/contract/index.ts'
import type { Role } from '#domain/permissions/roles.ts'
import type { TrustedKey } from '#domain/releases/trusted-keys.ts'
import { instantFromMs, instantMs, type Instant } from '#domain/time/instant.ts'
import type { Hub } from '#hub/hub.ts'
import type { LanPlace } from '#hub/lan/lan.ts'
import type { Log } from '#hub/log.ts'
import { startHub } from '#hub/start-hub.ts'
import { createDataFolder } from '#hub/storage/data-folder.ts'
import { SYSTEM_ACTOR } from '#hub/system-actor.ts'
import { placeTestDatabase, TEST_KEY } from '#tests/db/_test-database.ts'

/** What a test may say about a call. */
interface TestCallOptions {
  /** The idempotency key; without one each call gets its own. */
  key?: string
}

interface RawAnswer {
  status: number
  headers: Headers
  text: string
  /** The parsed body, or undefined when it is not JSON. */
  body: unknown
  /** The error code of a refusal. */
  code: string | undefined
}

/** Somebody at a desk: a typed client with its own session. */
export interface TestDesk {
  userId: string | null
  login: string
  /** As the browser would send it: follows what the hub sets. */
  readonly cookie: string
  hub: ContractRouterClient<AppContract, TestCallOptions>
  /** A request as no well-behaved client sends it: `raw('users/list', {})`. A string body is sent as it is. */
  raw: (path: string, input?: unknown, headers?: Record<string, string>) => Promise<RawAnswer>
}

export interface TestHub extends AsyncDisposable {
  readonly url: string
  readonly hub: Hub
  /** The temporary folder around everything of this hub. */
  dir: string
  /** Errors the hub logged so far. */
  errors: { event: string; facts: Record<string, unknown> }[]
  anonymous: TestDesk
  /** Adds an account with {@link TEST_PASSWORD} and opens a session for it over HTTP. */
  signIn: (roles: Role | Role[], options?: { name?: string; desk?: string }) => Promise<TestDesk>
  /** Adds an account without signing it in. */
  addUser: (roles: Role | Role[], options?: { login?: string; name?: string }) => Promise<TestUser>
  /** Opens a session of an account that exists. */
  signInAs: (login: string, options?: { desk?: string; password?: string }) => Promise<TestDesk>
  /** Stops the hub and starts it again on the same folder, on another port. */
  restart: () => Promise<void>
  close: () => Promise<void>
}

interface TestUser {
  id: string
  login: string
  name: string
}

export interface TestHubOptions {
  /** The hub's clock: a moment at which it stands still, or a function. Real time without it. */
  now?: Instant | (() => Instant)
  /** Monotonic milliseconds; follows `now` when that is given, so that a session ages with it. */
  elapsed?: () => number
  /** Between two beats of the stream of changes; that of a real hub without it. */
  beatMs?: number
  /** Leaves the hub as before the first run. */
  isEmpty?: boolean
  rendererDir?: string
  /** Where the hub listens once its LAN is turned on. */
  lan?: Partial<LanPlace>
  maxPageCount?: number
  /** Keys that sign releases of the program. */
  releaseKeys?: readonly TrustedKey[]
}

export const TEST_PASSWORD = 'mot cau that dai de nho'
export const TEST_CENTRE = 'Cơ sở cai nghiện ma túy số 1'

/** Argon2id at its cheapest: a hash names its own cost, so sign-ins of tests need not take a tenth of a second. */
let cheapHash: Promise<string> | undefined
function testPasswordHash(): Promise<string> {
  cheapHash ??= hash(TEST_PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 })
  return cheapHash
}

/** A real hub on a loopback port over a temporary folder, with a centre in it. Close it, or use `await using`. */
export async function startTestHub(options: TestHubOptions = {}): Promise<TestHub> {
  const dir = mkdtempSync(join(tmpdir(), 'neo-ve-test-'))
  const errors: TestHub['errors'] = []
  const log: Log = {
    info: () => {},
    error: (event, facts = {}) => errors.push({ event, facts }),
  }
  const now = clockOf(options.now)
  const keyFile = join(dir, 'data.neo-ve-key')
  writeFileSync(keyFile, Buffer.from(TEST_KEY).toString('hex'), { mode: 0o600 })
  const folder = createDataFolder(join(dir, 'data'), keyFile)
  placeTestDatabase(folder.database)
  const start = () =>
    startHub({
      folder,
      port: 0,
      rendererDir: options.rendererDir ?? null,
      log,
      ...(now ? { now, elapsed: options.elapsed ?? (() => instantMs(now())) } : {}),
      ...(options.beatMs === undefined ? {} : { beatMs: options.beatMs }),
      ...(options.lan ? { lan: options.lan } : {}),
      ...(options.maxPageCount === undefined ? {} : { maxPageCount: options.maxPageCount }),
      ...(options.releaseKeys ? { releaseKeys: options.releaseKeys } : {}),
    })
  let running = await start()
  if (!options.isEmpty) await createTestCentre(running.hub)

  let users = 0
  const addUser: TestHub['addUser'] = async (roles, account = {}) => {
    users += 1
    const list = Array.isArray(roles) ? roles : [roles]
    const id = randomUUID()
    const login = account.login ?? `${list.join('-')}-${users}`
    const name = account.name ?? `Người thử ${users}`
    await running.hub.writer.internal('addUser', SYSTEM_ACTOR, running.hub.now(), {
      id,
      login,
      name,
      roles: list,
      passwordHash: await testPasswordHash(),
      mustChangePassword: false,
    })
    return { id, login, name }
  }
  const signInAs: TestHub['signInAs'] = async (
    login,
    { desk = 'Máy thử', password = TEST_PASSWORD } = {},
  ) => {
    const answer = await send(running.url, 'auth/signIn', { login, password, desk }, {})
    const cookie = answer.headers.get('set-cookie')?.split(';')[0]
    if (answer.status !== 200 || !cookie) throw new Error(`sign-in refused: ${answer.text}`)
    const me = (answer.body as { json: { userId: string } }).json
    return deskOf(running.url, cookie, me.userId, login)
  }
  const close = async () => {
    await running.close()
    rmSync(dir, { recursive: true, force: true })
  }
  return {
    get url() {
      return running.url
    },
    get hub() {
      return running.hub
    },
    dir,
    errors,
    anonymous: deskOf(running.url, '', null, ''),
    addUser,
    signInAs,
    signIn: async (roles, { name, desk } = {}) => {
      const user = await addUser(roles, name === undefined ? {} : { name })
      return signInAs(user.login, desk === undefined ? {} : { desk })
    },
    restart: async () => {
      await running.close()
      running = await start()
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

function clockOf(now: TestHubOptions['now']): (() => Instant) | undefined {
  return typeof now === 'string' ? () => now : now
}

/** A clock that stands still until it is moved on: `startTestHub({ now: clock.now })`. */
export function testClock(start: Instant): { now: () => Instant; advance: (minutes: number) => void } {
  let ms = Date.parse(start)
  return {
    now: () => instantFromMs(ms),
    advance: (minutes) => {
      ms += minutes * 60_000
    },
  }
}

async function createTestCentre(hub: Hub): Promise<void> {
  await hub.writer.internal('createCentre', SYSTEM_ACTOR, hub.now(), {
    id: randomUUID(),
    name: TEST_CENTRE,
    code: null,
    headTitle: 'Trưởng cơ sở',
    headName: 'Trần Quốc Bảo',
    superiorBody: 'Công an tỉnh Lạng Sơn',
    court: null,
    provinceCode: '20',
    address: null,
    isDemo: false,
    users: [
      {
        id: randomUUID(),
        login: 'quantri',
        name: 'Lê Minh Tuấn',
        roles: ['administrator'],
        passwordHash: await testPasswordHash(),
        mustChangePassword: false,
      },
    ],
  })
}

function deskOf(url: string, firstCookie: string, userId: string | null, login: string): TestDesk {
  let cookie = firstCookie
  const keep = (headers: Headers) => {
    cookie = headers.get('set-cookie')?.split(';')[0] ?? cookie
  }
  const link = new RPCLink<TestCallOptions>({
    url: `${url}/rpc`,
    headers: ({ context }) => ({ cookie, 'idempotency-key': context.key ?? randomUUID() }),
    fetch: async (request, init) => {
      const response = await fetch(request, init)
      keep(response.headers)
      return response
    },
  })
  return {
    userId,
    login,
    get cookie() {
      return cookie
    },
    hub: createORPCClient(link),
    raw: async (path, input = {}, headers = {}) => {
      const answer = await send(url, path, input, { cookie, ...headers })
      keep(answer.headers)
      return answer
    },
  }
}

async function send(
  url: string,
  path: string,
  input: unknown,
  headers: Record<string, string>,
): Promise<RawAnswer> {
  const response = await fetch(`${url}/rpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body: typeof input === 'string' ? input : JSON.stringify({ json: input }),
  })
  const text = await response.text()
  const body = parse(text)
  return { status: response.status, headers: response.headers, text, body, code: codeOf(body) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function codeOf(body: unknown): string | undefined {
  const json = typeof body === 'object' && body !== null && 'json' in body ? body.json : undefined
  return typeof json === 'object' && json !== null && 'code' in json && typeof json.code === 'string'
    ? json.code
    : undefined
}
