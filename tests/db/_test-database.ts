import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { migrate } from '#db/migrations/migrate.ts'

export const TEST_KEY = new Uint8Array(32).fill(7)

export interface TestDatabase extends Disposable {
  db: Connection
  file: string
}

/** An empty file brought through all migrations, made once per process: each step waits for the disk. */
let migratedBytes: Buffer | undefined
function migratedFile(): Buffer {
  if (migratedBytes) return migratedBytes
  const dir = mkdtempSync(join(tmpdir(), 'neo-ve-migrated-'))
  try {
    const file = join(dir, 'neo-ve.db')
    const db = openDatabase({ file, key: TEST_KEY, mode: 'write' })
    migrate(db)
    db.close()
    migratedBytes = readFileSync(file)
    return migratedBytes
  } finally {
    rmSync(dir, { recursive: true })
  }
}

/** Lays a migrated, encrypted, empty database at `file`, under {@link TEST_KEY}. */
export function placeTestDatabase(file: string): void {
  writeFileSync(file, migratedFile())
}

/** A real, migrated, encrypted file in a folder of its own. */
export function openTestDatabase(options: { maxPageCount?: number } = {}): TestDatabase {
  const dir = mkdtempSync(join(tmpdir(), 'neo-ve-db-'))
  const file = join(dir, 'neo-ve.db')
  placeTestDatabase(file)
  const db = openDatabase({ file, key: TEST_KEY, mode: 'write', ...options })
  return {
    db,
    file,
    [Symbol.dispose]: () => {
      db.close()
      rmSync(dir, { recursive: true })
    },
  }
}

/** Runs `work` whole or not at all, as the writer does; inside {@link rolledBack} as a part of that. */
export function transact<T>(db: Connection, work: () => T): T {
  const isPart = db.inTransaction
  db.exec(isPart ? 'SAVEPOINT part' : 'BEGIN IMMEDIATE')
  try {
    const value = work()
    db.exec(isPart ? 'RELEASE part' : 'COMMIT')
    return value
  } catch (error) {
    db.exec(isPart ? 'ROLLBACK TO part; RELEASE part' : 'ROLLBACK')
    throw error
  }
}

/** Runs `work` and takes back whatever it wrote: one file serves the many rounds of a property. */
export function rolledBack(db: Connection, work: () => void): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    work()
  } finally {
    db.exec('ROLLBACK')
  }
}
