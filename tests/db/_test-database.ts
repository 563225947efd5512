import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { migrate } from '#db/migrations/migrate.ts'

export const TEST_KEY = new Uint8Array(32).fill(7)

export interface TestDatabase extends Disposable {
  db: Connection
  file: string
}

/** A real, migrated, encrypted file in a folder of its own. */
export function openTestDatabase(options: { maxPageCount?: number } = {}): TestDatabase {
  const dir = mkdtempSync(join(tmpdir(), 'neo-ve-db-'))
  const file = join(dir, 'neo-ve.db')
  const db = openDatabase({ file, key: TEST_KEY, mode: 'write', ...options })
  migrate(db)
  return {
    db,
    file,
    [Symbol.dispose]: () => {
      db.close()
      rmSync(dir, { recursive: true })
    },
  }
}

/** Runs `work` in a transaction of its own, as the writer does. */
export function transact<T>(db: Connection, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const value = work()
    db.exec('COMMIT')
    return value
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
