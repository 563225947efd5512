import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { qb } from '#db/connection/query-builder.ts'
import type { Connection } from '#db/connection/open-database.ts'
import { Cable } from './cable.ts'
import { deskReportShape, type DeskOrder, type DeskReport, type DeskStart } from './desk-messages.ts'
import type { Harness, HarnessRun } from './harness.ts'
import { post, signInFresh, startHubProcess, type HubProcess } from './hub-process.ts'
import { eventIds, faultsIn, lastEvent, lookInto, openRoom, staysInside, type Room } from './room.ts'

const DESK_PROCESS = fileURLToPath(new URL('./desk-process.ts', import.meta.url))
const PEOPLE = 120
/** People all desks work on at once, so that they meet. */
const STAYS = 16
/** Accounts of the invented centre that may record who goes out. */
const LOGINS = ['khu', 'vuviec', 'truong', 'khu', 'vuviec'] as const
const HUB_HOST = '127.0.0.1'
/** Milliseconds of work between two faults, at least and at most. */
const BETWEEN = [1_500, 5_000] as const
const LONGEST_WAIT_MS = 120_000

interface LanPorts {
  lan: number
  pairing: number
}

/** One desk with its cable, as the harness sees it; its process may be killed and begun again. */
class Desk {
  readonly name: string
  readonly host: string
  readonly acknowledged: string[] = []
  readonly refused: string[] = []
  sentAgain = 0
  /** Sent by a process that was killed before it heard the answer. */
  readonly unknown = new Set<string>()
  readonly #cables: Cable[]
  readonly #start: Omit<DeskStart, 'pairing'>
  readonly #waiting = new Map<DeskReport['type'], (report: DeskReport) => void>()
  #child: ChildProcess | null = null
  #underway: string | null = null
  #failure: string | null = null

  constructor(name: string, host: string, cables: Cable[], start: Omit<DeskStart, 'pairing'>) {
    this.name = name
    this.host = host
    this.#cables = cables
    this.#start = start
  }

  /** Starts the desk's process and waits until its screen stands. */
  async begin(pairing?: DeskStart['pairing']): Promise<void> {
    const start: DeskStart = pairing ? { ...this.#start, pairing } : this.#start
    const ready = this.#report('ready')
    this.#child = fork(DESK_PROCESS, [JSON.stringify(start)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child.on('message', (message) => this.#hear(deskReportShape.parse(message)))
    await ready
  }

  tell(order: DeskOrder): void {
    this.#child?.send(order)
  }

  /** The last act answered, and no other begun. */
  async rest(): Promise<void> {
    const resting = this.#report('resting')
    this.tell({ type: 'rest' })
    await resting
  }

  async view(): Promise<Record<string, string>> {
    const shown = this.#report('view')
    this.tell({ type: 'show' })
    const report = await shown
    return report.type === 'view' ? report.lastEvents : {}
  }

  /** The desk's PC is switched off. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    if (this.#underway !== null) this.unknown.add(this.#underway)
    this.#underway = null
  }

  pullCable(): void {
    for (const cable of this.#cables) cable.pull()
  }

  silenceCable(): void {
    for (const cable of this.#cables) cable.goSilent()
  }

  plugIn(): void {
    for (const cable of this.#cables) cable.plugIn()
  }

  async close(): Promise<void> {
    await this.kill()
    await Promise.all(this.#cables.map((cable) => cable.close()))
  }

  #report(type: DeskReport['type']): Promise<DeskReport> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${this.name}: ${this.#failure ?? `no answer "${type}"`}`)),
        LONGEST_WAIT_MS,
      )
      this.#waiting.set(type, (report) => {
        clearTimeout(late)
        resolve(report)
      })
    })
  }

  #hear(report: DeskReport): void {
    switch (report.type) {
      case 'sending':
        this.#underway = report.eventId
        return
      case 'done':
        this.#underway = null
        this.acknowledged.push(report.eventId)
        if (report.tries > 1) this.sentAgain += 1
        return
      case 'refused':
        this.#underway = null
        if (report.code === 'rule_violated' || report.code === 'conflict') this.refused.push(report.eventId)
        else this.#failure = `refused: ${report.code}`
        return
      case 'failed':
        this.#failure = report.message
        return
      default:
        this.#waiting.get(report.type)?.(report)
        this.#waiting.delete(report.type)
    }
  }

  /** What went wrong in the desk's process, if anything. */
  get failure(): string | null {
    return this.#failure
  }
}

/** The hub, killed and begun again at the same ports. */
class HubAtWork {
  #process: HubProcess
  readonly #data: string
  readonly #ports: LanPorts

  private constructor(process: HubProcess, data: string, ports: LanPorts) {
    this.#process = process
    this.#data = data
    this.#ports = ports
  }

  static async start(data: string, ports: LanPorts): Promise<HubAtWork> {
    return new HubAtWork(await startHubProcess(data, { args: listening(ports) }), data, ports)
  }

  get url(): string {
    return this.#process.url
  }

  async kill(): Promise<void> {
    this.#process.child.kill('SIGKILL')
    await this.#process.ended
    await this.#again()
  }

  async restart(): Promise<void> {
    await this.#process.stop()
    await this.#again()
  }

  stop(): Promise<void> {
    return this.#process.stop()
  }

  async #again(): Promise<void> {
    this.#process = await startHubProcess(this.#data, { args: listening(this.#ports) })
  }
}

function listening({ lan, pairing }: LanPorts): string[] {
  return ['--lan-host', HUB_HOST, '--lan-port', String(lan), '--pairing-port', String(pairing)]
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, HUB_HOST, resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Opens the LAN as an administrator and takes the desks in, one code each. */
async function takeIn(hub: HubAtWork, desks: readonly Desk[], ports: LanPorts): Promise<void> {
  const cookie = await signInFresh(hub.url, 'quantri')
  const ask = async (path: string, input: unknown) => {
    const answer = await post(hub.url, path, input, {
      cookie,
      'idempotency-key': randomBytes(8).toString('hex'),
    })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text.slice(0, 300)}`)
    return answer.value
  }
  await ask('devices/setLan', { enabled: true, port: ports.lan, pairingPort: ports.pairing })
  for (const desk of desks) {
    const { code } = (await ask('devices/startPairing', {})) as { code: string }
    await desk.begin({ host: desk.host, port: ports.pairing, code, name: desk.name })
  }
}

/** One thing that breaks, and its repair. Returns what it was. */
async function breakSomething(
  hub: HubAtWork,
  desks: readonly Desk[],
  { random }: HarnessRun,
): Promise<string> {
  const desk = desks[random.whole(0, desks.length - 1)]
  if (!desk) return 'nothing'
  const fault = random.weighted([
    ['cable pulled', 4],
    ['cable silent', 2],
    ['desk killed', 2],
    ['hub killed', 2],
    ['hub restarted', 1],
  ])
  switch (fault) {
    case 'cable pulled':
      desk.pullCable()
      await pause(random.whole(300, 6_000))
      desk.plugIn()
      break
    case 'cable silent':
      desk.silenceCable()
      await pause(random.whole(1_000, 15_000))
      desk.plugIn()
      break
    case 'desk killed':
      await desk.kill()
      await desk.begin()
      desk.tell({ type: 'work' })
      break
    case 'hub killed':
      await hub.kill()
      break
    default:
      await hub.restart()
  }
  return fault
}

/** The last event of each stay as the hub has it. */
function standing(db: Connection, stays: readonly string[]): Record<string, string> {
  const rows = db.all(
    qb
      .selectFrom('custody_event as e')
      .select(['e.stay_id', 'e.id'])
      .where('e.stay_id', 'in', stays)
      .where('e.kind', '!=', 'corrected')
      .orderBy('e.at')
      .orderBy('e.seq'),
  )
  return Object.fromEntries(rows.map((row) => [row.stay_id, row.id]))
}

/** Desks whose screen is not what the hub has, after they had time to hear of it. */
async function behind(room: Room, desks: readonly Desk[], stays: readonly string[]): Promise<string[]> {
  const until = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    const truth = lookInto(room, (db) => standing(db, stays))
    const views = await Promise.all(desks.map((desk) => desk.view()))
    const wrong = desks.flatMap(({ name }, at) => {
      const missed = stays.filter((stayId) => views[at]?.[stayId] !== truth[stayId])
      return missed.length === 0 ? [] : [`${name} shows ${missed.length} of ${stays.length} people wrongly`]
    })
    if (wrong.length === 0 || performance.now() > until) return wrong
    await pause(250)
  }
}

function judge(room: Room, desks: readonly Desk[], seededUpTo: number): string[] {
  return lookInto(room, (db) => {
    const kept = eventIds(db, seededUpTo)
    const acknowledged = desks.flatMap((desk) => desk.acknowledged)
    const unknown = new Set(desks.flatMap((desk) => [...desk.unknown]))
    const audited = db.all(
      qb
        .selectFrom('audit_entry')
        .select('subject_id')
        .where('action', 'like', 'custody.%')
        .where('actor', 'like', 'user:%'),
    )
    const problems = [...faultsIn(room, db)]
    const lost = acknowledged.filter((id) => !kept.has(id))
    if (lost.length > 0) problems.push(`${lost.length} acknowledged acts lost`)
    const known = new Set(acknowledged)
    const unasked = [...kept].filter((id) => !known.has(id) && !unknown.has(id))
    if (unasked.length > 0) problems.push(`${unasked.length} acts kept that were refused or never sent`)
    if (audited.length !== kept.size) problems.push(`${kept.size} acts, ${audited.length} in the audit`)
    for (const { name, failure } of desks) if (failure !== null) problems.push(`${name}: ${failure}`)
    return problems
  })
}

/** Five desks, each a process with its own address, cable and certificate, on one hub; cuts and kills meanwhile. */
export const desksAtOnce: Harness = {
  summary: 'five desks over the LAN listener on the same people, with cables pulled, desks and hub killed',
  unit: 'cuts and kills',
  rounds: 100,
  run: async (run) => {
    const { rounds, random, say } = run
    using room = await openRoom('desks', PEOPLE)
    const ports = { lan: await freePort(), pairing: await freePort() }
    const begun = performance.now()
    const hub = await HubAtWork.start(room.data, ports)
    const stays = lookInto(room, (db) => staysInside(db, STAYS))
    const seededUpTo = lookInto(room, lastEvent)
    const desks = await Promise.all(
      LOGINS.map(async (login, at) => {
        const host = `127.0.0.${at + 11}`
        const folder = join(room.dir, `desk-${at + 1}`)
        mkdirSync(folder, { recursive: true })
        const cables = await Promise.all(
          [ports.lan, ports.pairing].map((port) => Cable.lay({ host, port }, { host: HUB_HOST, port })),
        )
        const start = { folder, key: randomBytes(32).toString('hex'), login, stays }
        return new Desk(`Máy ${at + 1}`, host, cables, start)
      }),
    )
    try {
      await takeIn(hub, desks, ports)
      for (const desk of desks) desk.tell({ type: 'work' })
      const faults: Record<string, number> = {}
      for (let round = 1; round <= rounds; round += 1) {
        await pause(random.whole(...BETWEEN))
        const fault = await breakSomething(hub, desks, run)
        faults[fault] = (faults[fault] ?? 0) + 1
        say(`${round}: ${fault}`)
      }
      await Promise.all(desks.map((desk) => desk.rest()))
      const wrongScreens = await behind(room, desks, stays)
      const sum = (count: (desk: Desk) => number) => desks.reduce((all, desk) => all + count(desk), 0)
      return {
        figures: [
          `${desks.length} desks, ${Math.round((performance.now() - begun) / 1000)} s, ` +
            `${Object.entries(faults)
              .map(([fault, count]) => `${count} × ${fault}`)
              .join(', ')}: ` +
            `${sum((desk) => desk.acknowledged.length)} acknowledged, ${sum((desk) => desk.sentAgain)} sent again, ` +
            `${sum((desk) => desk.refused.length)} refused because another desk was first, ` +
            `${sum((desk) => desk.unknown.size)} unheard by a killed desk; ${wrongScreens.length} screens wrong`,
        ],
        problems: [...wrongScreens, ...judge(room, desks, seededUpTo)],
      }
    } finally {
      await Promise.all(desks.map((desk) => desk.close()))
      await hub.stop()
    }
  },
}
