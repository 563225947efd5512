import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { latestVersion, migrate, schemaVersion } from '#db/migrations/migrate.ts'
import type { SeededRandom } from '#hub/seed/seeded-random.ts'
import { createDataFolder, readKey, type DataFolder } from '#hub/storage/data-folder.ts'
import type { Harness, HarnessReport, HarnessRun } from './harness.ts'

const PREPARE = fileURLToPath(new URL('./prepare-data.ts', import.meta.url))
/** Enough rows that a copy before the migration and the migration itself take a moment. */
const ROWS = 4000
/** From so many kills for each start on, every version is started from. */
const FULL_ROUNDS = 10

/** A file as an older program left it, with rows in it that must come through. */
function oldFile(folder: DataFolder, version: number): void {
  const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'write' })
  try {
    for (const migration of MIGRATIONS) if (migration.version <= version) db.exec(migration.sql)
    db.exec(`PRAGMA user_version = ${version}`)
    db.exec(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${ROWS}) ` +
        `insert into setting (key, value, updated_at, updated_by) select 'k' || i, '"' || i || '"', 't', 'u' from n`,
    )
  } finally {
    db.close()
  }
}

/** Tables, indexes and triggers by name, as one text. */
function schemaOf(db: Connection): string {
  return JSON.stringify(
    db.rows(`select type, name, sql from sqlite_master where name not like 'sqlite_%' order by name`),
  )
}

function rowsOf(db: Connection): number {
  return Number(
    db.pluck(`select count(*) from setting where key like 'k%' and value = '"' || substr(key, 2) || '"'`),
  )
}

/** Starts the program on the file and kills it after so many milliseconds; resolves with how long it ran. */
function prepareKilled(folder: DataFolder, killAfterMs: number | null): Promise<number> {
  const child = spawn(process.execPath, [PREPARE, folder.dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  let begun = performance.now()
  // Its first word: everything is loaded, the file is opened next.
  child.stdout.once('data', () => {
    begun = performance.now()
    if (killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  })
  return new Promise((resolve) => child.once('close', () => resolve(performance.now() - begun)))
}

/** The schema each version has when nothing disturbs it. */
function schemas(dir: string): Map<number, string> {
  const found = new Map<number, string>()
  const folder = createDataFolder(join(dir, 'whole'))
  const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'write' })
  try {
    for (const { version, sql } of MIGRATIONS) {
      db.exec(sql)
      found.set(version, schemaOf(db))
    }
  } finally {
    db.close()
  }
  return found
}

/** Where the program of old stood: the first goes through every migration; in a full run each one is begun from. */
function startsOf(rounds: number): typeof MIGRATIONS {
  const starts = MIGRATIONS.slice(0, -1)
  return rounds < FULL_ROUNDS ? [...starts.slice(0, 1), ...starts.slice(-1)] : starts
}

async function killOne(
  old: DataFolder,
  random: SeededRandom,
  takesMs: number,
  whole: ReadonlyMap<number, string>,
): Promise<{ reached: number; problems: string[] }> {
  const dir = `${old.dir}-killed`
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir)
  cpSync(old.dir, dir, { recursive: true })
  const folder = { ...old, dir, database: join(dir, 'neo-ve.db'), backups: join(dir, 'backups') }
  await prepareKilled(folder, random.next() * takesMs)
  const problems: string[] = []
  const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'write' })
  try {
    const reached = schemaVersion(db)
    if (schemaOf(db) !== whole.get(reached)) problems.push(`the schema is between versions at ${reached}`)
    if (rowsOf(db) !== ROWS) problems.push(`${ROWS - rowsOf(db)} rows changed at version ${reached}`)
    migrate(db)
    if (schemaOf(db) !== whole.get(latestVersion()))
      problems.push('the next start does not bring it to the end')
    if (rowsOf(db) !== ROWS) problems.push('rows changed on the next start')
    if (db.pluck('pragma integrity_check') !== 'ok') problems.push('the file is damaged')
    return { reached, problems }
  } finally {
    db.close()
  }
}

async function killMigrations({ rounds, random }: HarnessRun): Promise<HarnessReport> {
  const dir = mkdtempSync(join(tmpdir(), 'neo-ve-migration-'))
  try {
    const whole = schemas(dir)
    const problems: string[] = []
    const lines: string[] = []
    for (const { version, name } of startsOf(rounds)) {
      const old = createDataFolder(join(dir, `from-${version}`))
      oldFile(old, version)
      const trial = join(dir, 'trial')
      rmSync(trial, { recursive: true, force: true })
      cpSync(old.dir, trial, { recursive: true })
      const takesMs = await prepareKilled({ ...old, dir: trial }, null)
      const reached = new Map<number, number>()
      for (let round = 1; round <= rounds; round += 1) {
        const found = await killOne(old, random, takesMs, whole)
        reached.set(found.reached, (reached.get(found.reached) ?? 0) + 1)
        problems.push(...found.problems.map((problem) => `from ${name}, kill ${round}: ${problem}`))
      }
      const ends = [...reached].toSorted(([a], [b]) => a - b).map(([at, count]) => `${count} at ${at}`)
      lines.push(`from ${name} (${takesMs.toFixed(0)} ms): ${rounds} kills left the file ${ends.join(', ')}`)
    }
    return { figures: lines, problems }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

export const killMigration: Harness = {
  summary: 'kill -9 while a file of each older version is brought to the newest',
  unit: 'kills from each version',
  rounds: 50,
  run: killMigrations,
}
