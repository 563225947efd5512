import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from '#hub/storage/data-folder.ts'
import type { Harness, HarnessReport, HarnessRun } from './harness.ts'
import { post, signIn, startHubProcess, type HubStart } from './hub-process.ts'
import { eventIds, faultsIn, lastEvent, lookInto, openRoom, staysInside, type Room } from './room.ts'
import { countAcknowledged, lostEvents, writeClients } from './write-client.ts'

const PEOPLE = 12
const CLIENTS = 8
/** Large enough that the data of all rounds alone do not fill it. */
const DISK_BYTES = 96 * 1024 * 1024
/** Left free beside the ballast: enough to begin, too little to go on for long. */
const ROOM_LEFT = 1024 * 1024

/** A small disk of its own for one hub, or a database that may not grow where none can be mounted. */
interface SmallDisk extends Disposable {
  kind: string
  run: Pick<Room, 'data' | 'folder' | 'key'>
  start: HubStart
  /** Takes what room there is, all but a little. */
  fill: () => void
  /** Gives it back; false where that takes another start of the hub. */
  free: () => boolean
}

function mountSmallDisk(room: Room): SmallDisk | undefined {
  const disk = join(room.dir, 'disk')
  mkdirSync(disk)
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', disk], {
    stdio: 'ignore',
  })
  if (mount.status !== 0) return undefined
  const data = join(disk, 'data')
  cpSync(room.data, data, { recursive: true })
  const ballast = join(disk, 'ballast')
  return {
    kind: `a ${DISK_BYTES / 1024 / 1024} MB disk`,
    run: { data, folder: openDataFolder(data), key: room.key },
    start: {},
    fill: () => {
      const { bavail, bsize } = statfsSync(disk)
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - ROOM_LEFT)))
    },
    free: () => {
      rmSync(ballast)
      return true
    },
    [Symbol.dispose]: () => {
      spawnSync('umount', ['-l', disk], { stdio: 'ignore' })
    },
  }
}

/** Where nothing may be mounted: the cap that SQLite itself keeps. */
function cappedDatabase(room: Room): SmallDisk {
  const pages = lookInto(room, (db) => Number(db.pluck('pragma page_count')))
  return {
    kind: 'a database that may not grow (nothing can be mounted here)',
    run: room,
    start: { limits: { maxPageCount: pages + 40 } },
    fill: () => {},
    free: () => false,
    [Symbol.dispose]: () => {},
  }
}

/** Fills the disk under writing desks and frees it again, so many times. */
async function fillDisk({ rounds, say }: HarnessRun): Promise<HarnessReport> {
  using room = await openRoom('full', PEOPLE)
  using disk = mountSmallDisk(room) ?? cappedDatabase(room)
  const { run } = disk
  let hub = await startHubProcess(run.data)
  const cookie = await signIn(hub.url, 'khu')
  await hub.stop()
  const clients = writeClients(
    CLIENTS,
    { cookie },
    lookInto(run, (db) => staysInside(db, CLIENTS)),
  )
  const seededUpTo = lookInto(run, lastEvent)
  const problems: string[] = []
  hub = await startHubProcess(run.data, disk.start)
  for (let round = 1; round <= rounds; round += 1) {
    const before = countAcknowledged(clients)
    disk.fill()
    await Promise.all(
      clients.map((client) =>
        client.write(
          hub.url,
          () => false,
          () => {},
        ),
      ),
    )
    const list = await post(hub.url, 'people/list', {}, { cookie })
    if (list.status !== 200)
      problems.push(`round ${round}: reading on a full disk was answered ${list.status}`)
    if (!disk.free()) {
      await hub.stop()
      hub = await startHubProcess(run.data)
    }
    // What was refused is sent again and taken; then a few more.
    let more = 0
    await Promise.all(
      clients.map((client) =>
        client.write(
          hub.url,
          () => more >= CLIENTS,
          () => (more += 1),
        ),
      ),
    )
    if (more < CLIENTS) problems.push(`round ${round}: nothing could be written after room was made`)
    const kept = lookInto(run, (db) => eventIds(db, seededUpTo))
    problems.push(...lostEvents(clients, kept).map((id) => `round ${round}: event ${id} is lost`))
    say(
      `round ${round}: ${countAcknowledged(clients) - before} acknowledged until full and after, ${problems.length} problems`,
    )
  }
  await hub.stop()
  problems.push(...lookInto(run, (db) => faultsIn(run, db)))
  problems.push(...clients.flatMap((client) => client.refusals))
  const told = clients.flatMap((client) => client.toldToRetry)
  const others = told.filter((code) => code !== 'disk_full')
  if (told.length === 0) problems.push('the disk was never full: nothing was shown')
  if (others.length > 0)
    problems.push(`told to try again for another reason: ${[...new Set(others)].join(', ')}`)
  return {
    figures: [
      `${rounds} times full on ${disk.kind}: ${countAcknowledged(clients)} acknowledged, ${told.length} refused as ` +
        `retryable, ${
          lostEvents(
            clients,
            lookInto(run, (db) => eventIds(db, seededUpTo)),
          ).length
        } lost`,
    ],
    problems,
  }
}

export const diskFull: Harness = {
  summary: 'a disk that is full in the middle of writing and has room again later',
  unit: 'times full',
  rounds: 20,
  run: fillDisk,
}
