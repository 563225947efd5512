import Database from 'better-sqlite3'

/** Held for the life of a hub: one hub per data folder. The operating system frees it when the process dies. */
export interface HubLock extends Disposable {
  release(): void
}

/** Takes the lock, or returns undefined when another process holds it. */
export function takeHubLock(file: string): HubLock | undefined {
  const db = new Database(file, { timeout: 0 })
  try {
    db.pragma('locking_mode=EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      return undefined
    throw error
  }
  const release = () => {
    if (db.open) db.close()
  }
  return { release, [Symbol.dispose]: release }
}
