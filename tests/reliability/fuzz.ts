import { readFileSync } from 'node:fs'
import { PERMISSION_ROLES } from '#domain/permissions/permissions.ts'
import { ROLES, type Role } from '#domain/permissions/roles.ts'
import type { SeededRandom } from '#hub/seed/seeded-random.ts'
import { DEMO_LOGINS } from '#hub/setup/demo-logins.ts'
import { contractRoutes } from './contract-routes.ts'
import type { Harness, HarnessReport, HarnessRun } from './harness.ts'
import { post, signInFresh, startHubProcess, type HubProcess } from './hub-process.ts'
import { InputMaker } from './made-inputs.ts'
import { faultsIn, lookInto, openRoom, type Room } from './room.ts'
import { RubbishMaker } from './rubbish.ts'

const PEOPLE = 60
const AT_ONCE = 12
const MOST_SIGN_INS = 90
/** Memory may grow by so much after the first tenth, which fills the caches. */
const MOST_GROWTH_MB = 50
/** Below so many requests the growth says nothing. */
const ENOUGH_TO_MEASURE = 20_000

/** Answered by a stream that has no end of its own. */
const NO_END = new Set(['feed/changes'])
/**
 * Acts that would replace the data or the key under the harness, or open this machine to its network: their inputs
 * are looked at with a key in them that no route knows, so that nothing is done.
 */
const NOT_TO_BE_DONE = new Set(['backup/restore', 'keys/rotate', 'devices/setLan'])
/** Tells the administrator where the data lie: that is what it is for. */
const MAY_NAME_PATHS = new Set(['health/get', 'backup/list', 'backup/status'])

/** What the inside of a program looks like from outside. */
const INSIDE =
  /node_modules|\.[tj]s:\d|SQLITE_|\bno such (table|column)|\bat (async )?[\w.<>]+ \(|UNIQUE constraint/
const PATHS = /\/(tmp|home|root|usr|var)\/|file:\/\//

/** Sign-ins by role, renewed when a request happened to end them. */
class Sessions {
  readonly #url: string
  readonly #cookies = new Map<Role, Promise<string>>()

  constructor(url: string) {
    this.#url = url
  }

  of(role: Role): Promise<string> {
    const open = this.#cookies.get(role) ?? this.#open(role)
    this.#cookies.set(role, open)
    return open
  }

  /** A session that was ended; another one opened meanwhile stays. */
  async forget(role: Role, ended: string): Promise<void> {
    if ((await this.#cookies.get(role)) === ended) this.#cookies.delete(role)
  }

  async #open(role: Role): Promise<string> {
    const login = DEMO_LOGINS.find((account) => account.roles.includes(role))?.login
    if (login === undefined) throw new Error(`no account for ${role}`)
    for (let tries = 1; ; tries += 1) {
      try {
        return await signInFresh(this.#url, login)
      } catch (error) {
        // Hostile sign-ins of the same run may have made the hub slow down this account.
        if (tries === MOST_SIGN_INS) throw error
        await new Promise((resolve) => setTimeout(resolve, 1000))
      }
    }
  }
}

/** Ids of everything but accounts: the accounts that ask must live to the end. */
function knownIds(room: Room): string[] {
  return lookInto(room, (db) => {
    const tables = db
      .rows<{ name: string }>(`select name from sqlite_master where type = 'table' and sql like '%strict%'`)
      .map(({ name }) => name)
    return tables
      .filter((table) => table !== 'user' && table !== 'session')
      .flatMap((table) => {
        const columns = db.rows<{ name: string; type: string }>(`pragma table_info("${table}")`)
        if (!columns.some(({ name, type }) => name === 'id' && type === 'TEXT')) return []
        return db.rows<{ id: string }>(`select id from "${table}" order by id limit 40`).map(({ id }) => id)
      })
  })
}

interface Sent {
  statuses: Map<number, number>
  problems: string[]
  say: (line: string) => void
}

/** One request made up of chance: any route, any role, an input good or spoilt. */
async function sendOne(
  hub: HubProcess,
  sessions: Sessions,
  tools: {
    random: SeededRandom
    inputs: InputMaker
    rubbish: RubbishMaker
    routes: ReturnType<typeof contractRoutes>
  },
  sent: Sent,
): Promise<void> {
  const { random, inputs, rubbish, routes } = tools
  const route = routes[random.whole(0, routes.length - 1)]
  if (!route) throw new Error('no routes')
  // Mostly somebody who is let in: what comes after the permission is asked more often.
  const { access } = route.meta
  const may = access === 'public' ? ROLES : PERMISSION_ROLES[access]
  const role = (random.chance(0.8) ? may[random.whole(0, may.length - 1)] : undefined) ?? random.pick(ROLES)
  const good = inputs.make(route.input)
  const kind = random.next()
  const input = kind < 0.3 ? good : kind < 0.9 ? rubbish.spoil(good) : rubbish.value()
  if (NOT_TO_BE_DONE.has(route.path) && typeof input === 'object' && input !== null)
    Object.assign(input, { 'no route knows this key': true })
  const body = kind < 0.3 ? JSON.stringify({ json: input }) : rubbish.body(input)
  const headers = { cookie: await sessions.of(role), 'idempotency-key': `fuzz-${random.hex(16)}` }
  const answer = await post(hub.url, route.path, body, headers)
  const note = (problem: string) => {
    sent.problems.push(problem)
    sent.say(problem)
  }
  sent.statuses.set(answer.status, (sent.statuses.get(answer.status) ?? 0) + 1)
  if (answer.status === 401) await sessions.forget(role, headers.cookie)
  if (answer.status === 500) note(`${route.path} as ${role}: 500 for ${body.slice(0, 400)}`)
  const isInside = INSIDE.test(answer.text) || (!MAY_NAME_PATHS.has(route.path) && PATHS.test(answer.text))
  if (answer.status >= 400 && isInside)
    note(`${route.path} as ${role} tells of its inside: ${answer.text.slice(0, 300)}`)
}

function memoryMb(hub: HubProcess): number {
  if (process.platform !== 'linux') return Number.NaN
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${hub.child.pid}/status`, 'utf8'))?.[1]
  return Number(kb) / 1024
}

async function fuzzRoutes({ rounds, random, say }: HarnessRun): Promise<HarnessReport> {
  using room = await openRoom('fuzz', PEOPLE)
  const hub = await startHubProcess(room.data)
  const sessions = new Sessions(hub.url)
  const routes = contractRoutes().filter(({ path }) => !NO_END.has(path))
  const inputs = new InputMaker(random, knownIds(room))
  const tools = { random, inputs, rubbish: new RubbishMaker(random), routes }
  const sent: Sent = { statuses: new Map(), problems: [], say }
  let begun = 0
  let atFirst = Number.NaN
  let hasEnded = false
  void hub.ended.then(() => (hasEnded = true))
  const sendOn = async () => {
    while (begun < rounds && !hasEnded) {
      begun += 1
      if (begun === Math.ceil(rounds / 10)) atFirst = memoryMb(hub)
      if (begun % 5000 === 0)
        say(`${begun} sent, ${sent.problems.length} problems, ${memoryMb(hub).toFixed(0)} MB`)
      await sendOne(hub, sessions, tools, sent).catch((error: unknown) => {
        sent.problems.push(`a request was not answered: ${error instanceof Error ? error.message : ''}`)
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendOn))
  const problems = [...sent.problems]
  if (hasEnded) return { figures: [], problems: [...problems, `the hub died: ${hub.log().slice(-1500)}`] }
  const growth = memoryMb(hub) - atFirst
  if (rounds >= ENOUGH_TO_MEASURE && growth > MOST_GROWTH_MB)
    problems.push(`memory grew by ${growth.toFixed(0)} MB`)
  await hub.stop()
  problems.push(...lookInto(room, (db) => faultsIn(room, db)))
  if (problems.length > 0) problems.push(...faultLines(hub.log()))
  const statuses = [...sent.statuses]
    .toSorted(([a], [b]) => a - b)
    .map(([status, count]) => `${status}: ${count}`)
  return {
    figures: [
      `${rounds} requests over ${routes.length} routes by ${ROLES.length} roles (${statuses.join(', ')}): ` +
        `${sent.problems.length} answered with 500 or telling of the inside; memory ${atFirst.toFixed(0)} MB after a ` +
        `tenth, ${(atFirst + growth).toFixed(0)} MB at the end`,
    ],
    problems,
  }
}

/** The faults that the hub wrote to its own log, each once. */
function faultLines(log: string): string[] {
  const details = log.split('\n').flatMap((line) => /"detail":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? [])
  return [...new Set(details.map((detail) => `log: ${detail.slice(0, 500)}`))]
}

export const fuzz: Harness = {
  summary: 'made-up, spoilt and hostile bodies over all routes, signed in as each role',
  unit: 'requests',
  rounds: 100_000,
  run: fuzzRoutes,
}
