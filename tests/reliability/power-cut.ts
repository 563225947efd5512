import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SeededRandom } from '#hub/seed/seeded-random.ts'
import { prepareDatabase } from '#hub/start-hub.ts'
import { CUT_MODES, DiskModel, type CutMode } from './disk-model.ts'
import { readJournal } from './disk-journal.ts'
import type { Harness, HarnessRun } from './harness.ts'
import { signIn, startHubProcess } from './hub-process.ts'
import { copyOfRoom, eventIds, faultsIn, lookInto, openRoom, staysInside, type Room } from './room.ts'
import { compileShim, whyNoShims } from './shims.ts'
import { countAcknowledged, writeClients } from './write-client.ts'

const PEOPLE = 12
const CLIENTS = 8
/** Acknowledged writes of one recorded run: several checkpoints long. */
const HUB_WRITES = 600
const CONTROL_WRITES = 400
const STORAGE_WRITER = fileURLToPath(new URL('./storage-writer.ts', import.meta.url))

/** A write that somebody was told is done, and when. */
interface Acknowledged {
  id: string
  at: bigint
}

/** Everything that happened on a disk in one run, beside the disk as it was before. */
interface Recorded {
  /** The data as they were before the run. */
  before: Room
  /** The folder the journal speaks of. */
  folder: string
  journal: string
  acknowledged: Acknowledged[]
}

/** What cutting the power at many moments showed. */
interface CutResult {
  cuts: number
  /** By what becomes of unsynced writes: cuts after which acknowledged writes were missing. */
  lossy: Record<CutMode, number>
  worstLoss: number
  /** Cuts after which the file did not open or was not sound. */
  damaged: Record<CutMode, number>
  /** The first few of them. */
  examples: string[]
}

/** The real hub under eight desks. */
async function recordHub(room: Room, shim: { LD_PRELOAD: string }): Promise<Recorded> {
  const run = copyOfRoom(room, 'hub')
  const journal = join(room.dir, 'hub.journal')
  const env = { ...shim, SHIM_FOLDER: run.data, SHIM_JOURNAL: journal }
  const hub = await startHubProcess(run.data, { env, limits: { checkpointPages: 200 } })
  const cookie = await signIn(hub.url, 'khu')
  const clients = writeClients(
    CLIENTS,
    { cookie },
    lookInto(run, (db) => staysInside(db, CLIENTS)),
  )
  const isOver = () => countAcknowledged(clients) >= HUB_WRITES
  await Promise.all(clients.map((client) => client.write(hub.url, isOver, () => {})))
  hub.child.kill('SIGKILL')
  await hub.ended
  const acknowledged = clients.flatMap((client) =>
    client.acknowledged.map((id, i) => ({ id, at: client.acknowledgedAt[i] ?? 0n })),
  )
  return { before: room, folder: run.data, journal, acknowledged }
}

/** The same writes by one process with `synchronous` as told. */
async function recordControl(
  room: Room,
  shim: { LD_PRELOAD: string },
  synchronous: 'FULL' | 'NORMAL' | 'OFF',
): Promise<Recorded> {
  const run = copyOfRoom(room, synchronous)
  const journal = join(room.dir, `${synchronous}.journal`)
  const child = spawn(process.execPath, [STORAGE_WRITER, run.data, synchronous, String(CONTROL_WRITES)], {
    env: { ...process.env, ...shim, SHIM_FOLDER: run.data, SHIM_JOURNAL: journal },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (piece: Buffer) => (text += piece.toString()))
  await new Promise((resolve) => child.once('close', resolve))
  const acknowledged = text
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([at = '0', id = '']) => ({ id, at: BigInt(at) }))
  if (acknowledged.length !== CONTROL_WRITES) throw new Error(`${acknowledged.length} writes by the control`)
  return { before: room, folder: run.data, journal, acknowledged }
}

/** Replays a recorded run, cuts the power at random moments, and opens what is left with the program itself. */
function cutPower(recorded: Recorded, cuts: number, random: SeededRandom, dir: string): CutResult {
  const records = [...readJournal(recorded.journal)]
  const moments = new Map<number, number>()
  for (let i = 0; i < cuts; i += 1) {
    const at = random.whole(1, records.length)
    moments.set(at, (moments.get(at) ?? 0) + 1)
  }
  const { folder } = recorded.before
  const database = join(recorded.folder, basename(folder.database))
  const model = new DiskModel(recorded.folder, new Map([[database, readFileSync(folder.database)]]))
  const none = () => ({ dropped: 0, torn: 0, kept: 0 })
  const result: CutResult = { cuts: 0, lossy: none(), worstLoss: 0, damaged: none(), examples: [] }
  for (const [i, record] of records.entries()) {
    model.apply(record)
    for (let again = moments.get(i + 1) ?? 0; again > 0; again -= 1) {
      const told = recorded.acknowledged.filter(({ at }) => at <= record.at)
      for (const mode of CUT_MODES) {
        result.cuts += 1
        const found = openAfter(model.cut(mode, random), recorded, dir, told)
        if (found.lost > 0) result.lossy[mode] += 1
        result.worstLoss = Math.max(result.worstLoss, found.lost)
        if (found.fault === undefined) continue
        result.damaged[mode] += 1
        if (result.examples.length < 5) result.examples.push(`${mode}, record ${i + 1}: ${found.fault}`)
      }
    }
  }
  return result
}

/** Puts the files of a cut in place and opens them as a hub does at its start. */
function openAfter(
  files: ReadonlyMap<string, Buffer>,
  { before, folder }: Recorded,
  dir: string,
  told: readonly Acknowledged[],
): { lost: number; fault?: string } {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  const name = basename(before.folder.database)
  for (const suffix of ['', '-wal']) {
    const bytes = files.get(join(folder, `${name}${suffix}`))
    if (bytes) writeFileSync(join(dir, `${name}${suffix}`), bytes)
  }
  const left = { ...before.folder, dir, database: join(dir, name), backups: join(dir, 'backups') }
  try {
    prepareDatabase(left, before.key)
    return lookInto({ folder: left, key: before.key }, (db) => {
      const [fault] = faultsIn(before, db)
      const kept = eventIds(db, 0)
      const lost = told.filter(({ id }) => !kept.has(id)).length
      return fault === undefined ? { lost } : { lost, fault }
    })
  } catch (error) {
    return { lost: 0, fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

/** The three runs: the hub, and the controls without which the harness might be blind. */
interface PowerCutReport {
  hub: CutResult
  full: CutResult
  normal: CutResult
  off: CutResult
}

/** Cuts the power of the hub and of the controls so many times each, in all three ways. */
async function powerCuts({ rounds, random, say }: HarnessRun): Promise<PowerCutReport> {
  using room = await openRoom('power', PEOPLE)
  const shim = compileShim('disk-journal', room.dir)
  const left = join(room.dir, 'cut')
  const cut = (name: string, recorded: Recorded) => {
    const result = cutPower(recorded, rounds, random, left)
    say(figure(name, result))
    return result
  }
  return {
    hub: cut('hub', await recordHub(room, shim)),
    full: cut('FULL', await recordControl(room, shim, 'FULL')),
    normal: cut('NORMAL', await recordControl(room, shim, 'NORMAL')),
    off: cut('OFF', await recordControl(room, shim, 'OFF')),
  }
}

function sum({ dropped, torn, kept }: Record<CutMode, number>): number {
  return dropped + torn + kept
}

function figure(name: string, { cuts, lossy, worstLoss, damaged }: CutResult): string {
  const by = (counts: Record<CutMode, number>) =>
    CUT_MODES.map((mode) => `${counts[mode]} ${mode}`).join(', ')
  return (
    `${name}: ${cuts} cuts, acknowledged writes missing after ${sum(lossy)} (${by(lossy)}; at worst ${worstLoss}), ` +
    `damaged after ${sum(damaged)} (${by(damaged)})`
  )
}

export const powerCut: Harness = {
  summary: 'power cuts replayed from a journal of the disk, with controls that must lose and break',
  unit: 'moments at which the power goes, each in three ways and for four runs',
  rounds: 1000,
  run: async (run) => {
    const skipped = whyNoShims()
    if (skipped !== undefined) return { figures: [], problems: [], skipped }
    const { hub, full, normal, off } = await powerCuts(run)
    const problems: string[] = []
    for (const [name, result] of Object.entries({ hub, FULL: full })) {
      if (sum(result.lossy) > 0) problems.push(`${name} lost acknowledged writes`)
      problems.push(...result.examples.map((example) => `${name}: ${example}`))
    }
    if (normal.lossy.dropped === 0) problems.push('the control NORMAL lost nothing: the harness is blind')
    if (off.damaged.torn === 0) problems.push('the control OFF broke nothing: the harness is blind')
    return {
      figures: [
        figure('hub', hub),
        figure('FULL', full),
        figure('control NORMAL', normal),
        figure('control OFF', off),
      ],
      problems,
    }
  },
}
