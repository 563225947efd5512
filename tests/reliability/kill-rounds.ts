import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { DEMO_PASSWORD } from '#hub/setup/demo-logins.ts'
import { digestKeyOf } from '#hub/start-hub.ts'
import { openDataFolder, readKey } from '#hub/storage/data-folder.ts'
import { verifyDatabase } from '#hub/verify-database.ts'
import { WriteClient } from './write-client.ts'

const COMMAND_LINE = fileURLToPath(new URL('../../main/hub/cli/index.ts', import.meta.url))
const PEOPLE = 120
/** The hub dies so many milliseconds after its first answer of the round, at least and at most. */
const KILL_AFTER = [5, 255] as const

/** One kill and what was found after it. */
export interface KillRound {
  round: number
  killedAfterMs: number
  restartMs: number
  acknowledged: number
  /** Committed by the hub, but killed before it could answer. */
  committedUnanswered: number
  lost: number
  problems: string[]
}

export interface KillReport {
  rounds: KillRound[]
  acknowledged: number
  sentAgain: number
  lost: number
  doubled: number
  /** Anything that is not as it must be, a line each. */
  problems: string[]
}

/**
 * Kills a hub with SIGKILL, round after round on the same file, while clients write over HTTP and send again what was
 * not answered. After each kill every acknowledged write must be there, and the file whole.
 */
export async function killRounds(options: {
  rounds: number
  clients: number
  onRound?: (round: KillRound) => void
}): Promise<KillReport> {
  const dir = mkdtempSync(join(tmpdir(), 'neo-ve-kill-'))
  try {
    const data = join(dir, 'data')
    await runToEnd(['seed', '--data', data, '--people', String(PEOPLE), '--seed', 'kill', '--json'])
    const hubFile = new HubFile(data)
    const first = await startHub(data)
    const cookie = await signIn(first.url, 'khu')
    const stays = await hubFile.look((db) => staysInside(db, options.clients * 4))
    const seededUpTo = await hubFile.look((db) => Number(db.pluck('select max(seq) from custody_event')))
    const clients = Array.from({ length: options.clients }, (_, i) => {
      const own = stays.filter((_stay, n) => n % options.clients === i)
      return new WriteClient(String(i), cookie, own)
    })
    const rounds: KillRound[] = []
    let hub = first
    for (let round = 1; round <= options.rounds; round += 1) {
      const found = await killOnce(hub, hubFile, clients, { round, seededUpTo })
      rounds.push(found)
      options.onRound?.(found)
      hub = await startHub(data)
    }
    // The last answers: everything sent is sent again until the hub has said yes.
    await Promise.all(
      clients.map((client) =>
        client.write(
          hub.url,
          () => true,
          () => {},
        ),
      ),
    )
    hub.child.kill('SIGTERM')
    await hub.ended
    return await hubFile.look((db, digestKey) => judge(db, digestKey, { rounds, clients, seededUpTo }))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

interface Started {
  child: ChildProcess
  url: string
  ended: Promise<void>
  readyMs: number
}

function startHub(data: string): Promise<Started> {
  const begun = performance.now()
  const { npm_lifecycle_event: _npm, ...env } = process.env
  const child = spawn(process.execPath, [COMMAND_LINE, 'start', '--data', data, '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString()
      const url = /^ready (\S+)$/m.exec(text)?.[1]
      if (url !== undefined) resolve({ child, url, ended, readyMs: performance.now() - begun })
    })
    void ended.then(() => reject(new Error('the hub ended before it was ready')))
  })
}

function runToEnd(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [COMMAND_LINE, ...args], { stdio: ['ignore', 'ignore', 'ignore'] })
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}`)),
    )
  })
}

async function signIn(url: string, login: string): Promise<string> {
  const response = await fetch(`${url}/rpc/auth/signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: { login, password: DEMO_PASSWORD, desk: 'Máy thử' } }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`sign-in refused: ${await response.text()}`)
  return cookie
}

/** The data file seen from outside, beside the hub or after its death. */
class HubFile {
  readonly #folder: ReturnType<typeof openDataFolder>

  constructor(data: string) {
    this.#folder = openDataFolder(data)
  }

  look<T>(work: (db: Connection, digestKey: Uint8Array) => T): Promise<T> {
    const key = readKey(this.#folder.keyFile)
    const db = openDatabase({ file: this.#folder.database, key, mode: 'read' })
    try {
      return Promise.resolve(work(db, digestKeyOf(key)))
    } finally {
      db.close()
    }
  }
}

function staysInside(db: Connection, count: number): string[] {
  const inside = qb
    .selectFrom('roster')
    .select('stay_id')
    .where('state', '=', 'inside')
    .where('bed_id', 'is not', null)
    .orderBy('stay_id')
    .limit(count)
  return db.all(inside).map((row) => row.stay_id)
}

async function killOnce(
  hub: Started,
  file: HubFile,
  clients: readonly WriteClient[],
  { round, seededUpTo }: { round: number; seededUpTo: number },
): Promise<KillRound> {
  const [least, most] = KILL_AFTER
  const killedAfterMs = least + Math.floor(Math.random() * (most - least + 1))
  const before = countAcknowledged(clients)
  let isDying = false
  let timer: NodeJS.Timeout | undefined
  const onAnswer = () => {
    timer ??= setTimeout(() => {
      isDying = true
      hub.child.kill('SIGKILL')
    }, killedAfterMs)
  }
  await Promise.all(clients.map((client) => client.write(hub.url, () => isDying, onAnswer)))
  await hub.ended
  const found = await file.look((db, digestKey) => {
    const kept = eventIds(db, seededUpTo)
    const lost = clients.flatMap((client) => client.acknowledged).filter((id) => !kept.has(id))
    const unanswered = clients
      .map((client) => client.unansweredEvent)
      .filter((id) => id !== null && kept.has(id))
    return { lost: lost.length, committedUnanswered: unanswered.length, problems: faults(db, digestKey) }
  })
  const acknowledged = countAcknowledged(clients) - before
  return { round, killedAfterMs, restartMs: hub.readyMs, acknowledged, ...found }
}

function countAcknowledged(clients: readonly WriteClient[]): number {
  return clients.reduce((sum, client) => sum + client.acknowledged.length, 0)
}

function eventIds(db: Connection, after: number): Set<string> {
  const recorded = qb.selectFrom('custody_event').select('id').where('seq', '>', after)
  return new Set(db.all(recorded).map((row) => row.id))
}

function faults(db: Connection, digestKey: Uint8Array): string[] {
  const { ok, integrity, foreignKeys, audit, derived } = verifyDatabase(db, digestKey)
  return ok ? [] : [JSON.stringify({ integrity, foreignKeys, faults: audit.faults, derived })]
}

function judge(
  db: Connection,
  digestKey: Uint8Array,
  run: { rounds: KillRound[]; clients: readonly WriteClient[]; seededUpTo: number },
): KillReport {
  const { rounds, clients, seededUpTo } = run
  const kept = eventIds(db, seededUpTo)
  const acknowledged = clients.flatMap((client) => client.acknowledged)
  const lost = acknowledged.filter((id) => !kept.has(id)).length
  // Every act was answered in the end: an event or an audit entry beyond the acknowledged ones was done twice.
  const audited = db.all(
    qb
      .selectFrom('audit_entry')
      .select('seq')
      .where('action', 'like', 'custody.%')
      .where('actor', 'like', 'user:%'),
  )
  const doubled = kept.size - (acknowledged.length - lost) + Math.abs(audited.length - kept.size)
  const problems = [...rounds.flatMap((round) => round.problems), ...faults(db, digestKey)]
  for (const client of clients) {
    problems.push(...client.refusals)
    const draft = db.get(qb.selectFrom('draft').select('value').where('form', '=', client.form))
    const { count } = JSON.parse(draft?.value ?? '{"count":0}') as { count: number }
    if (count !== client.draftCount)
      problems.push(`draft ${client.form}: ${count}, answered ${client.draftCount}`)
  }
  return {
    rounds,
    acknowledged: acknowledged.length,
    sentAgain: clients.reduce((sum, client) => sum + client.sentAgain, 0),
    lost,
    doubled,
    problems,
  }
}
