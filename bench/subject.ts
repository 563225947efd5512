import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { openDatabase } from '#db/connection/open-database.ts'
import { DEMO_PASSWORD } from '#hub/setup/demo-logins.ts'
import { openDataFolder, readKey } from '#hub/storage/data-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const COMMAND_LINE = join(root, 'main/hub/cli/index.ts')

/** Data of a size, made once and kept for the next run as long as the tables stay the same. */
export interface Subject {
  people: number
  data: string
  file: string
  keyFile: string
  bytes: number
  stays: number
  /** Some who are present, to be asked for. */
  persons: readonly { personId: string; stayId: string }[]
}

export function prepareSubject(people: number): Subject {
  const tables = createHash('sha256')
    .update(MIGRATIONS.map(({ sql }) => sql).join(''))
    .digest('hex')
    .slice(0, 12)
  const data = join(root, 'out/bench', `${people}-${tables}`, 'data')
  const made = join(data, '..', 'made')
  if (!existsSync(made)) {
    rmSync(join(data, '..'), { recursive: true, force: true })
    mkdirSync(join(data, '..'), { recursive: true })
    console.error(`making ${people} people…`)
    const args = [
      COMMAND_LINE,
      'seed',
      '--data',
      data,
      '--people',
      String(people),
      '--seed',
      'bench',
      '--json',
    ]
    const run = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] })
    if (run.status !== 0) throw new Error('seeding failed')
    mkdirSync(made)
  }
  const folder = openDataFolder(data)
  const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'read' })
  const persons = db
    .rows<{ person_id: string; stay_id: string }>(
      `select person_id, stay_id from roster where state = 'inside' and bed_id is not null order by person_id limit 400`,
    )
    .map((row) => ({ personId: row.person_id, stayId: row.stay_id }))
  const stays = Number(db.pluck('select count(*) from stay'))
  db.close()
  return {
    people,
    data,
    file: folder.database,
    keyFile: folder.keyFile,
    bytes: statSync(folder.database).size,
    stays,
    persons,
  }
}

/** A server in a process of its own. */
export interface Running {
  child: ChildProcess
  url: string
  /** From the start of the process to its first answer. */
  firstAnswerMs: number
  stop: () => Promise<void>
}

/** The hub on a copy of the subject: what is written does not change the next run. */
export async function startHub(subject: Subject): Promise<Running> {
  const copy = join(subject.data, '..', 'run')
  rmSync(copy, { recursive: true, force: true })
  cpSync(subject.data, copy, { recursive: true })
  const args = [COMMAND_LINE, 'start', '--data', copy, '--key-file', subject.keyFile, '--port', '0']
  return startServer(args, /^ready (\S+)$/m, (url) => call(url, 'setup/status', {}, ''))
}

/** A copy of the data in a file of its own, to be written to. */
export function copyOf(subject: Subject, name: string): string {
  const copy = join(subject.data, '..', name)
  rmSync(`${copy}-wal`, { force: true })
  cpSync(subject.file, copy)
  return copy
}

export async function startFloor(subject: Subject): Promise<Running> {
  const copy = copyOf(subject, 'floor.db')
  const args = [join(root, 'bench/floor-server.ts'), subject.file, subject.keyFile, copy]
  return startServer(args, /^ready (\d+)$/m, (url) => fetchText(`${url}/page`))
}

async function startServer(
  args: readonly string[],
  ready: RegExp,
  first: (url: string) => Promise<unknown>,
): Promise<Running> {
  const begun = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const said = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString()
      const found = ready.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(() => reject(new Error('the server ended before it was ready')))
  })
  const url = said.startsWith('http') ? said : `http://127.0.0.1:${said}`
  await first(url)
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { child, url, firstAnswerMs: performance.now() - begun, stop }
}

/** Memory the process holds now, in megabytes; undefined where the system does not tell. */
export function memoryMb({ child }: Running): number | undefined {
  const status = `/proc/${child.pid}/status`
  if (!existsSync(status)) return undefined
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
  return kb === undefined ? undefined : Number(kb) / 1024
}

export async function fetchText(url: string): Promise<string> {
  const response = await fetch(url)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`)
  return text
}

/** One call of the hub's API, as a desk makes it. */
export async function call(url: string, path: string, input: unknown, cookie: string): Promise<unknown> {
  const response = await fetch(`${url}/rpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ json: input }),
  })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`)
  return (JSON.parse(text) as { json: unknown }).json
}

export async function signIn(url: string, login: string): Promise<string> {
  const response = await fetch(`${url}/rpc/auth/signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: { login, password: DEMO_PASSWORD, desk: 'Máy đo' } }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`sign-in refused: ${await response.text()}`)
  return cookie
}
