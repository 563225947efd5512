import type { Connection } from '#db/connection/open-database.ts'
import type { Feed } from './feed/feed.ts'
import type { ClockWatch } from './health/clock-watch.ts'
import type { Lan } from './lan/lan.ts'
import type { DiskSpace } from './health/disk-space.ts'
import type { JobRunner } from './jobs/job-runner.ts'
import type { Log } from './log.ts'
import type { SeenSessions } from './auth/seen-sessions.ts'
import type { SignInGuard } from './auth/sign-in-guard.ts'
import type { MaintenanceDesk } from './maintenance/maintenance.ts'
import type { Reports } from './storage/reports.ts'
import type { DataFolder } from './storage/data-folder.ts'
import type { Writer } from './storage/writer.ts'
import type { TrustedKey } from '#domain/releases/trusted-keys.ts'
import type { Instant } from '#domain/time/instant.ts'

/** Everything a running hub is made of; composed once in start-hub.ts. */
export interface Hub {
  folder: DataFolder
  key: Uint8Array
  digestKey: Uint8Array
  /** Read-only connection of the HTTP thread. */
  read: Connection
  writer: Writer
  reports: Reports
  feed: Feed
  jobs: JobRunner
  guard: SignInGuard
  seen: SeenSessions
  clock: ClockWatch
  /** Between two beats of the stream of changes, which carry the hub's time. */
  beatMs: number
  lan: Lan
  /** Keys whose signature makes a release of the program good; tests and only tests replace them. */
  releaseKeys: readonly TrustedKey[]
  /** What stops the hub for work on the data as a whole and starts it again; null when nothing would. */
  maintenance: MaintenanceDesk | null
  diskSpace: () => DiskSpace
  /** Bytes of the disk kept in reserve for the last writes; 0 for none. */
  reserveBytes: number
  log: Log
  startedAt: Instant
  /** The hub's clock; tests and only tests replace it. */
  now: () => Instant
}
