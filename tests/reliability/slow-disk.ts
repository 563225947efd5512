import { join } from 'node:path'
import { readFileSync, rmSync } from 'node:fs'
import type { Harness, HarnessReport, HarnessRun } from './harness.ts'
import { post, signIn, startHubProcess } from './hub-process.ts'
import { copyOfRoom, lookInto, openRoom, staysInside, type Room } from './room.ts'
import { compileShim, whyNoShims } from './shims.ts'
import { countAcknowledged, writeClients } from './write-client.ts'

const PEOPLE = 120
const CLIENTS = 16
const SLEEP_MS = 10

interface Pace {
  writesPerSecond: number
  readMs: number
  /** Acknowledged writes for each fsync. */
  writesPerSync: number
}

/** So many writes by sixteen desks while another desk reads, on a disk whose fsync takes so long. */
async function pace(
  room: Room,
  sleepMs: number,
  writes: number,
  shim: { LD_PRELOAD: string },
): Promise<Pace> {
  const run = copyOfRoom(room, `slow-${sleepMs}`)
  const calls = join(room.dir, `calls-${sleepMs}`)
  const env = { ...shim, SHIM_FOLDER: run.data, SHIM_SLEEP_MS: String(sleepMs), SHIM_CALLS: calls }
  const hub = await startHubProcess(run.data, { env })
  try {
    const cookie = await signIn(hub.url, 'khu')
    const clients = writeClients(
      CLIENTS,
      { cookie },
      lookInto(run, (db) => staysInside(db, CLIENTS * 2)),
    )
    let done = 0
    const isOver = () => done >= writes
    rmSync(calls, { force: true })
    const begun = performance.now()
    const reads = readWhile(hub.url, cookie, isOver)
    await Promise.all(clients.map((client) => client.write(hub.url, isOver, () => (done += 1))))
    const seconds = (performance.now() - begun) / 1000
    const syncs = readFileSync(calls, 'utf8').split('\n').length - 1
    if (countAcknowledged(clients) === 0) throw new Error('nothing was acknowledged')
    return { writesPerSecond: done / seconds, readMs: middle(await reads), writesPerSync: done / syncs }
  } finally {
    await hub.stop()
    rmSync(run.data, { recursive: true, force: true })
  }
}

/** Reads one page of people after the other; the milliseconds of each. */
async function readWhile(url: string, cookie: string, isOver: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (!isOver()) {
    const begun = performance.now()
    const { status } = await post(url, 'people/list', {}, { cookie, 'x-background': '1' })
    if (status !== 200) throw new Error(`reading was answered ${status}`)
    times.push(performance.now() - begun)
  }
  return times
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

async function slowTheDisk({ rounds }: HarnessRun): Promise<HarnessReport> {
  const skipped = whyNoShims()
  if (skipped !== undefined) return { figures: [], problems: [], skipped }
  using room = await openRoom('slow', PEOPLE)
  const shim = compileShim('bad-disk', room.dir)
  const quick = await pace(room, 0, rounds, shim)
  const slow = await pace(room, SLEEP_MS, rounds, shim)
  const oneByOne = 1000 / SLEEP_MS
  const problems: string[] = []
  // Without group commit there would be one write for each fsync, and the readers would wait for the disk as well.
  if (slow.writesPerSync < 2) problems.push(`only ${slow.writesPerSync.toFixed(2)} writes for each fsync`)
  return {
    figures: [
      `disk as it is: ${show(quick)}`,
      `fsync ${SLEEP_MS} ms slower: ${show(slow)}`,
      `ratios: ${(slow.writesPerSecond / oneByOne).toFixed(1)} × the ${oneByOne} writes/s of one fsync each, ` +
        `reads ${(slow.readMs / quick.readMs).toFixed(2)} × those beside the quick disk`,
    ],
    problems,
  }
}

function show({ writesPerSecond, readMs, writesPerSync }: Pace): string {
  return (
    `${writesPerSecond.toFixed(0)} writes/s by ${CLIENTS} desks, ${writesPerSync.toFixed(1)} for each fsync, ` +
    `a page of people in ${readMs.toFixed(1)} ms`
  )
}

export const slowDisk: Harness = {
  summary: 'a disk whose fsync takes 10 ms: writes in groups, reads beside them',
  unit: 'writes',
  rounds: 3000,
  run: slowTheDisk,
}
