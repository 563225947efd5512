import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#db/connection/open-database.ts'
import type { SeededRandom } from '#hub/seed/seeded-random.ts'
import type { Harness, HarnessReport, HarnessRun } from './harness.ts'
import { faultsIn, lookInto, openRoom, type Room } from './room.ts'

const PEOPLE = 30
const WRITES_IN_LOG = 40
const STORAGE_WRITER = fileURLToPath(new URL('./storage-writer.ts', import.meta.url))

/** Where a damaged copy lies. */
function copyIn(room: Room): { file: string; log: string } {
  const dir = join(room.dir, 'flipped')
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir)
  const file = join(dir, 'neo-ve.db')
  return { file, log: `${file}-wal` }
}

function flipped(whole: Buffer, random: SeededRandom): Buffer {
  const bytes = Buffer.from(whole)
  const at = random.whole(0, bytes.length - 1)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.whole(0, 7)), at)
  return bytes
}

/** True when nothing about a closed file looks wrong to the program. */
function looksSound(file: string, key: Uint8Array): boolean {
  try {
    const db = openDatabase({ file, key, mode: 'read' })
    try {
      return db.pluck('pragma quick_check') === 'ok'
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}

/** Everything recorded about custody, in its order, as one text for each event. */
function eventsIn(room: Pick<Room, 'folder' | 'key'>): string[] {
  return lookInto(room, (db) =>
    db.rows('select * from custody_event order by seq').map((row) => JSON.stringify(row)),
  )
}

/** What a flip in the log of last writes came to, after the program had opened the file. */
function openFlippedLog(
  room: Room,
  log: Buffer,
  whole: readonly string[],
): 'noticed' | 'shorter' | 'whole' | 'altered' {
  const { file, log: logFile } = copyIn(room)
  copyFileSync(room.folder.database, file)
  writeFileSync(logFile, log)
  try {
    const copy = { folder: { ...room.folder, database: file }, key: room.key }
    openDatabase({ file, key: room.key, mode: 'write' }).close()
    const events = eventsIn(copy)
    const isSound = lookInto(copy, (db) => faultsIn(copy, db)).length === 0
    if (!isSound) return 'noticed'
    if (events.some((event, i) => event !== whole[i])) return 'altered'
    return events.length < whole.length ? 'shorter' : 'whole'
  } catch {
    return 'noticed'
  }
}

async function flipBits({ rounds, random }: HarnessRun): Promise<HarnessReport> {
  using room = await openRoom('flips', PEOPLE)
  const closed = readFileSync(room.folder.database)
  const problems: string[] = []
  let noticed = 0
  for (let i = 0; i < rounds; i += 1) {
    const { file } = copyIn(room)
    writeFileSync(file, flipped(closed, random))
    if (looksSound(file, room.key)) problems.push(`flip ${i + 1} of the closed file went unnoticed`)
    else noticed += 1
  }
  const writer = spawn(process.execPath, [STORAGE_WRITER, room.data, 'FULL', String(WRITES_IN_LOG)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await new Promise((resolve) => writer.once('close', resolve))
  // Kept apart: the first who looks and closes would move the log into the file.
  const { file, log } = copyIn(room)
  copyFileSync(room.folder.database, file)
  const written = readFileSync(`${room.folder.database}-wal`)
  writeFileSync(log, written)
  const whole = eventsIn({ folder: { ...room.folder, database: file }, key: room.key })
  const ends = { noticed: 0, shorter: 0, whole: 0, altered: 0 }
  for (let i = 0; i < rounds; i += 1) ends[openFlippedLog(room, flipped(written, random), whole)] += 1
  if (ends.altered > 0) problems.push(`${ends.altered} flips of the log changed what is read, unnoticed`)
  return {
    figures: [
      `closed file: ${noticed} of ${rounds} flips noticed on opening or by quick_check`,
      `log of last writes (${Math.round(written.length / 1024)} KB): of ${rounds} flips ${ends.shorter} ended it at the ` +
        `last whole commit before, ${ends.noticed} were noticed, ${ends.whole} met bytes without meaning, ` +
        `${ends.altered} changed content`,
    ],
    problems,
  }
}

export const bitFlips: Harness = {
  summary: 'one flipped bit in the closed file, and in the log of last writes of a killed hub',
  unit: 'flips in each of the two',
  rounds: 400,
  run: flipBits,
}
