import type { Connection } from './open-database.ts'

/** Puts every page of an open database under another 32-byte key. Only ever done to a copy. */
export function rekeyDatabase(connection: Connection, key: Uint8Array): void {
  // The log holds pages under the old key: empty it before and after.
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  connection.exec(`PRAGMA rekey="x'${Buffer.from(key).toString('hex')}'"`)
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
}
