import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { qb } from '#db/connection/query-builder.ts'
import { openDatabase } from '#db/connection/open-database.ts'
import { takeHubLock } from '#db/connection/hub-lock.ts'
import { migrate } from '#db/migrations/migrate.ts'
import { findSessionEnd, listUnendedSessions } from '#db/queries/accounts/reader.ts'
import { lastEntryAt } from '#db/queries/audit/reader.ts'
import { TRUSTED_KEYS, type TrustedKey } from '#domain/releases/trusted-keys.ts'
import { requireSoundForms } from '#domain/incidents/check-config.ts'
import { KIND_FORMS } from '#domain/incidents/kind-forms.ts'
import { buildRuleBook } from '#domain/law/rule-book.ts'
import { DEFAULT_RULES } from '#domain/law/rules/default-rules.ts'
import { instantFromMs, type Instant } from '#domain/time/instant.ts'
import { SeenSessions } from './auth/seen-sessions.ts'
import { SignInGuard } from './auth/sign-in-guard.ts'
import { DutyTimer } from './obligations/duty-timer.ts'
import { BackupTimer } from './backup/backup-timer.ts'
import { Feed } from './feed/feed.ts'
import { ClockWatch } from './health/clock-watch.ts'
import type { Hub } from './hub.ts'
import { LOOPBACK } from './http/listener.ts'
import { buildServer } from './http/server.ts'
import { flushViews } from './http/views.ts'
import { JobRunner } from './jobs/job-runner.ts'
import { Lan, type LanPlace } from './lan/lan.ts'
import { stderrLog, type Log } from './log.ts'
import { digestKeyIn } from './keys/digest-key.ts'
import { diskSpace, type DiskSpace } from './health/disk-space.ts'
import { keepSealedKey } from './keys/sealed-marker.ts'
import type { MaintenanceDesk } from './maintenance/maintenance.ts'
import { readKey, type DataFolder } from './storage/data-folder.ts'
import { Reports } from './storage/reports.ts'
import { Writer } from './storage/writer.ts'
import { SYSTEM_ACTOR } from './system-actor.ts'
import { SweepTimer } from './sweep/sweep-timer.ts'

export interface HubConfig {
  folder: DataFolder
  /** The data key of a folder that has no key file. */
  key?: Uint8Array
  /** What starts this hub again after work on the data as a whole. */
  maintenance?: MaintenanceDesk
  /** Takes backups when they are due. */
  keepsBackups?: boolean
  /** Bytes kept in reserve for the last writes on a full disk; none without it. */
  reserveBytes?: number
  /** How full the disk is; tests and only tests replace it. */
  diskSpace?: () => DiskSpace
  /** TCP port on 127.0.0.1; 0 for any free one. */
  port: number
  rendererDir: string | null
  /** Where to listen on the LAN once that is turned on; every address and the ports of the settings by default. */
  lan?: Partial<LanPlace>
  log?: Log
  now?: () => Instant
  /** Monotonic milliseconds; tests that set the clock move it by themselves. */
  elapsed?: () => number
  /** Between two beats of the stream of changes; tests and only tests replace it. */
  beatMs?: number
  /** Keys of releases, for the tests of updates only. */
  releaseKeys?: readonly TrustedKey[]
  /** Cap on the database file in pages: for the disk-full tests only. */
  maxPageCount?: number
  /** Pages of new content after which they are moved into the file; fewer for the tests only. */
  checkpointPages?: number
}

export interface RunningHub extends AsyncDisposable {
  hub: Hub
  url: string
  close(): Promise<void>
}

/** Another hub holds this data folder. */
export class HubRunningError extends Error {
  override readonly name = 'HubRunningError'
}

const SAVE_SEEN_MS = 20_000
/** A silent stream is a dead one: desks give up after three missed beats. */
const BEAT_MS = 4000
const DAY_MS = 86_400_000

/**
 * Starts a hub on its data folder: lock, migrations, writer, listener. Closing it ends everything it started.
 * @throws HubRunningError when another process holds the folder
 */
export async function startHub(config: HubConfig): Promise<RunningHub> {
  requireSoundForms(KIND_FORMS, buildRuleBook(DEFAULT_RULES))
  const log = config.log ?? stderrLog
  const now = config.now ?? (() => instantFromMs(Date.now()))
  const elapsed = config.elapsed ?? (() => performance.now())
  const key = config.key ?? readKey(config.folder.keyFile)
  const lock = takeHubLock(config.folder.lock)
  if (!lock) throw new HubRunningError('another hub runs on this folder')
  // Closed from the last opened to the first, also when a later step fails: a writer left open would keep the
  // process alive, without the lock.
  await using opened = new AsyncDisposableStack()
  opened.defer(() => lock.release())
  prepareDatabase(config.folder, key)
  const digestKey = openedDigestKey(config.folder, key)
  const feed = new Feed()
  const guard = new SignInGuard()
  const database = config.folder.database
  const limits = {
    ...(config.maxPageCount === undefined ? {} : { maxPageCount: config.maxPageCount }),
    ...(config.checkpointPages === undefined ? {} : { checkpointPages: config.checkpointPages }),
  }
  const writer = opened.use(
    await Writer.start({ database, key, digestKey, ...limits }, log, (changes) => {
      feed.publish(changes)
      const devices = changes.some((change) => change.topic === 'devices')
      if (devices || changes.some((change) => change.topic === 'users')) {
        guard.stopEnded((id) => findSessionEnd(read, id) !== null)
      }
      if (devices) hub.lan.devicesChanged(hub)
    }),
  )
  const read = openDatabase({ file: database, key, mode: 'read' })
  opened.defer(() => read.close())
  const lastSeq = read.get(qb.selectFrom('change').select((e) => e.fn.max('seq').as('seq')))?.seq
  feed.startAt(Number(lastSeq ?? 0))
  const reports = opened.use(new Reports({ database, key, digestKey }, log))
  const hub: Hub = {
    folder: config.folder,
    key,
    digestKey,
    read,
    writer,
    reports,
    feed,
    jobs: new JobRunner(),
    guard,
    seen: new SeenSessions(elapsed),
    beatMs: config.beatMs ?? BEAT_MS,
    clock: new ClockWatch(now, elapsed, lastEntryAt(read)),
    lan: new Lan(config.lan ?? {}, config.rendererDir),
    releaseKeys: config.releaseKeys ?? TRUSTED_KEYS,
    maintenance: config.maintenance ?? null,
    diskSpace: config.diskSpace ?? (() => diskSpace(config.folder.dir)),
    reserveBytes: config.reserveBytes ?? 0,
    log,
    startedAt: now(),
    now,
  }
  for (const session of listUnendedSessions(read, now())) hub.seen.measure(session, now())
  const server = await buildServer(hub, LOOPBACK, config.rendererDir)
  opened.defer(() => server.close())
  await server.listen({ host: '127.0.0.1', port: config.port })
  const address = server.server.address() as AddressInfo
  opened.defer(() => hub.lan.close())
  await hub.lan.start(hub)
  const saveSeen = setInterval(() => void saveSeenAt(hub), SAVE_SEEN_MS)
  await tidyUploads(hub)
  const tidy = setInterval(() => void tidyUploads(hub), DAY_MS)
  const duties = new DutyTimer(hub)
  await duties.look()
  duties.start()
  const backups = new BackupTimer(hub)
  if (config.keepsBackups) backups.start()
  const sweeps = new SweepTimer(hub)
  if (config.keepsBackups) sweeps.start()
  const parts = opened.move()
  let closing: Promise<void> | undefined
  const close = () =>
    (closing ??= (async () => {
      clearInterval(saveSeen)
      clearInterval(tidy)
      guard.stopEnded(() => true)
      await hub.jobs.stopAll()
      await backups.stop()
      await sweeps.stop()
      await duties.stop()
      await hub.lan.close()
      server.server.closeIdleConnections()
      const forced = setTimeout(() => server.server.closeAllConnections(), 1500)
      await server.close()
      clearTimeout(forced)
      await flushViews(hub)
      await saveSeenAt(hub)
      await parts.disposeAsync()
    })())
  return { hub, url: `http://127.0.0.1:${address.port}`, close, [Symbol.asyncDispose]: close }
}

/** The key of the audit's digests; what the recovery sheet opens is brought up to date on the way. */
function openedDigestKey(folder: DataFolder, key: Uint8Array): Uint8Array {
  const db = openDatabase({ file: folder.database, key, mode: 'read' })
  try {
    keepSealedKey(folder, db, key)
    return digestKeyIn(db, key)
  } finally {
    db.close()
  }
}

/** Creates or migrates the file before any thread opens it; a copy is kept beside the backups first. */
export function prepareDatabase(folder: DataFolder, key: Uint8Array): void {
  const connection = openDatabase({ file: folder.database, key, mode: 'write' })
  try {
    migrate(connection, (from) => {
      mkdirSync(folder.backups, { recursive: true })
      const copy = join(folder.backups, `before-migration-from-${from}.db`)
      rmSync(copy, { force: true })
      connection.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`)
      statSync(copy)
    })
  } finally {
    connection.close()
  }
}

/** Lists sent for an import hold many people's data: those never imported go, whether or not another is sent. */
async function tidyUploads(hub: Hub): Promise<void> {
  try {
    await hub.writer.internal('removeOldUploads', SYSTEM_ACTOR, hub.now(), {})
  } catch (error) {
    hub.log.error('old uploads not removed', { error: error instanceof Error ? error.name : '' })
  }
}

async function saveSeenAt(hub: Hub): Promise<void> {
  const sessions = hub.seen.takeUnsaved()
  const devices = hub.lan.takeSeen()
  try {
    if (sessions.length > 0) {
      await hub.writer.internal('touchSessions', SYSTEM_ACTOR, hub.now(), { seen: sessions })
    }
    if (devices.length > 0) {
      await hub.writer.internal('touchDevices', SYSTEM_ACTOR, hub.now(), { seen: devices })
    }
  } catch {
    hub.log.error('last uses not saved', { sessions: sessions.length, devices: devices.length })
  }
}
