import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Harness, HarnessReport, HarnessRun } from './harness.ts'
import { post, signIn, startHubProcess, type HubProcess, type HubStart } from './hub-process.ts'
import { eventIds, faultsIn, lastEvent, lookInto, openRoom, staysInside, type Room } from './room.ts'
import { compileShim, whyNoShims } from './shims.ts'
import {
  countAcknowledged,
  lostEvents,
  writeClients,
  type WriteClient,
  type WriteSession,
} from './write-client.ts'

const PEOPLE = 60
const CLIENTS = 8
/** As many fsync calls succeed, then one fails. */
const FAIL_EVERY = 37
/** A hub with a failing disk must refuse writes after at most so many milliseconds. */
const READ_ONLY_WITHIN_MS = 1000

/** Rounds after which the desks sign in again: a hub that cannot write forgets when they last worked. */
const SIGN_IN_EVERY = 20

interface Desks {
  zone: WriteSession
  administrator: WriteSession
}

/** Opens sessions on a hub whose disk is good. */
async function signInDesks(room: Room, desks: Desks): Promise<void> {
  const hub = await startHubProcess(room.data)
  desks.zone.cookie = await signIn(hub.url, 'khu')
  desks.administrator.cookie = await signIn(hub.url, 'quantri')
  await hub.stop()
}

/** What a hub did once its disk had failed. */
interface AfterFailure {
  refusedAfterMs: number
  problems: string[]
}

/**
 * Lets fsync fail again and again under writing desks: whoever was not told "done" must have been told to try again,
 * the hub must stop writing, go on showing, say so, and be well after a restart.
 */
async function failFsync({ rounds, say }: HarnessRun): Promise<HarnessReport> {
  const skipped = whyNoShims()
  if (skipped !== undefined) return { figures: [], problems: [], skipped }
  using room = await openRoom('fsync', PEOPLE)
  const calls = join(room.dir, 'calls')
  const start: HubStart = {
    env: {
      ...compileShim('bad-disk', room.dir),
      SHIM_FOLDER: room.data,
      SHIM_FAIL_EVERY: String(FAIL_EVERY),
      SHIM_CALLS: calls,
    },
    // Few pages between checkpoints, so that they meet errors too.
    limits: { checkpointPages: 50 },
  }
  const desks: Desks = { zone: { cookie: '' }, administrator: { cookie: '' } }
  const clients = writeClients(
    CLIENTS,
    desks.zone,
    lookInto(room, (db) => staysInside(db, CLIENTS * 4)),
  )
  const seededUpTo = lookInto(room, lastEvent)
  const problems: string[] = []
  let slowest = 0
  let failedStarts = 0
  let atWork = 0
  for (let round = 1; round <= rounds; round += 1) {
    if (round % SIGN_IN_EVERY === 1) await signInDesks(room, desks)
    // A start writes, too, and may meet the error itself; it is then tried again, as whoever watches the hub does.
    const hub = await startHubProcess(room.data, start).catch(() => undefined)
    if (!hub) {
      failedStarts += 1
      continue
    }
    atWork += 1
    await Promise.all(
      clients.map((client) =>
        client.write(
          hub.url,
          () => false,
          () => {},
        ),
      ),
    )
    const after = await lookAtFailed(hub, desks)
    slowest = Math.max(slowest, after.refusedAfterMs)
    problems.push(...after.problems.map((problem) => `round ${round}: ${problem}`))
    await hub.stop()
    const found = lookInto(room, (db) => [
      ...lostEvents(clients, eventIds(db, seededUpTo)).map(
        (id) => `event ${id} was acknowledged and is lost`,
      ),
      ...faultsIn(room, db),
    ])
    problems.push(...found.map((problem) => `round ${round}: ${problem}`))
    say(`round ${round}: ${countAcknowledged(clients)} acknowledged so far, ${problems.length} problems`)
  }
  // The same requests once more on a good disk: each is then done, and once.
  await signInDesks(room, desks)
  const healed = await startHubProcess(room.data)
  await Promise.all(
    clients.map((client) =>
      client.write(
        healed.url,
        () => true,
        () => {},
      ),
    ),
  )
  await healed.stop()
  problems.push(...lookInto(room, (db) => [...unfinished(clients), ...faultsIn(room, db)]))
  const kept = lookInto(room, (db) => eventIds(db, seededUpTo))
  if (kept.size !== countAcknowledged(clients)) {
    problems.push(`${kept.size} events are kept, ${countAcknowledged(clients)} were acknowledged`)
  }
  const errors = errorsIn(calls)
  const told = clients.flatMap((client) => client.toldToRetry)
  return {
    figures: [
      `${errors.total} fsync errors (every ${FAIL_EVERY}th call; ${errors.onLog} on the log of last writes) in ` +
        `${atWork} hubs at work and ${failedStarts} starts: ${countAcknowledged(clients)} acknowledged, ` +
        `${told.length} told to try again (${[...new Set(told)].join(', ')}), ` +
        `${lostEvents(clients, kept).length} lost; slowest to refuse ${Math.round(slowest)} ms`,
    ],
    problems,
  }
}

/** Asks a hub whose disk has failed for a write, for what it shows, and how it says it is. */
async function lookAtFailed(hub: HubProcess, { zone, administrator }: Desks): Promise<AfterFailure> {
  const problems: string[] = []
  const begun = performance.now()
  const key = { cookie: zone.cookie, 'idempotency-key': `after-failure-${begun}` }
  const write = await post(hub.url, 'drafts/save', { form: 'after', value: {} }, key)
  const refusedAfterMs = performance.now() - begun
  if (write.status !== 503 || write.code !== 'disk_failed') {
    problems.push(`a write after the failure was answered ${write.status} ${write.code}`)
  }
  if (refusedAfterMs > READ_ONLY_WITHIN_MS) problems.push(`refused only after ${refusedAfterMs} ms`)
  const list = await post(hub.url, 'people/list', {}, { cookie: zone.cookie })
  if (list.status !== 200) problems.push(`reading was answered ${list.status}`)
  const health = await post(hub.url, 'health/get', {}, { cookie: administrator.cookie })
  const { checks = [] } = (health.value ?? {}) as { checks?: { code: string; ok: boolean }[] }
  if (checks.find((check) => check.code === 'storage')?.ok !== false) {
    problems.push('health does not say that nothing is written any more')
  }
  return { refusedAfterMs, problems }
}

/** What a client was answered that is neither a yes nor a "try again". */
function unfinished(clients: readonly WriteClient[]): string[] {
  return clients.flatMap((client) => client.refusals)
}

function errorsIn(calls: string): { total: number; onLog: number } {
  const lines = existsSync(calls) ? readFileSync(calls, 'utf8').split('\n') : []
  const errors = lines.filter((line) => line.startsWith('EIO'))
  return { total: errors.length, onLog: errors.filter((line) => line.endsWith('-wal')).length }
}

export const fsyncErrors: Harness = {
  summary: 'every 37th fsync fails with EIO under eight writing desks',
  unit: 'starts of the hub, each until its disk fails',
  rounds: 330,
  run: failFsync,
}
