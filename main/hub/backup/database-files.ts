import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'

/** Removes a private copy with everything SQLite may have left beside it. */
export function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
}

/** Returns when the bytes of a file are on the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** Returns when the names in a folder are on the disk. */
export function syncFolder(dir: string): void {
  // Windows has no handle on a folder to sync.
  if (process.platform === 'win32') return
  const handle = openSync(dir, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
