import { createHash } from 'node:crypto'
import type { Connection } from '../connection/open-database.ts'
import { MIGRATIONS } from './index.ts'

/** The file was written by a newer program; opening it could damage it. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
  readonly fileVersion: number
  constructor(fileVersion: number) {
    super(`database version ${fileVersion} is newer than this program`)
    this.fileVersion = fileVersion
  }
}

/** SHA-256 of a migration's text: shipped ones are held to it. */
export function migrationHash(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}

/** The schema version the file carries; 0 for an empty one. */
export function schemaVersion(connection: Connection): number {
  return Number(connection.pluck('pragma user_version'))
}

/** The newest version this program knows. */
export function latestVersion(): number {
  return MIGRATIONS.at(-1)?.version ?? 0
}

/**
 * Brings the file to the newest version, each step in its own transaction (a failing step leaves the file at the
 * step before). `beforeFirst` runs once before a file with content is changed: the caller copies it there.
 * @throws NewerDatabaseError when the file is from a newer program
 */
export function migrate(connection: Connection, beforeFirst: (fromVersion: number) => void = () => {}): void {
  const from = schemaVersion(connection)
  if (from > latestVersion()) throw new NewerDatabaseError(from)
  const pending = MIGRATIONS.filter((migration) => migration.version > from)
  if (pending.length === 0) return
  if (from > 0) beforeFirst(from)
  for (const migration of pending) {
    connection.exec('BEGIN IMMEDIATE')
    try {
      connection.exec(migration.sql)
      connection.exec(`PRAGMA user_version = ${migration.version}`)
      connection.exec('COMMIT')
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      throw error
    }
  }
}
