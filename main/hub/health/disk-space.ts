import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#domain/errors.ts'

/** How full the hub's disk is. */
export interface DiskSpace {
  freeBytes: number
  totalBytes: number
}

/** Shares of the disk that must be free: below the first new files are refused, below the second it is said. */
const REFUSE_SHARE = 0.1
const ALARM_SHARE = 0.2
/** On a big disk a tenth is far more than a centre writes in a year: with this much free nothing is refused. */
const ENOUGH_BYTES = 40 * 1024 ** 3
const PIECE = Buffer.alloc(1024 * 1024)

export function diskSpace(dir: string): DiskSpace {
  const disk = statfsSync(dir)
  return { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize }
}

/** Whether the disk is short, and whether so short that new files are refused. */
export function diskState({ freeBytes, totalBytes }: DiskSpace): 'ok' | 'alarm' | 'refuse' {
  if (freeBytes >= ENOUGH_BYTES) return 'ok'
  const share = freeBytes / totalBytes
  return share <= REFUSE_SHARE ? 'refuse' : share <= ALARM_SHARE ? 'alarm' : 'ok'
}

/** Refuses a new file while what is left is needed for records. @throws AppError `disk_full` */
export function refuseFileWhenFull(space: DiskSpace): void {
  if (diskState(space) !== 'refuse') return
  throw new AppError(
    'disk_full',
    'Ổ đĩa của máy chủ còn dưới 10 % nên không nhận tệp mới; việc ghi hồ sơ vẫn làm được. Báo quản trị viên.',
  )
}

/** The file that keeps room on the disk for the last writes. */
const reserveFile = (dir: string) => join(dir, 'reserve.bin')

/**
 * Keeps `bytes` of the disk in reserve where it is far from full, and gives them back when it is about to be: records
 * can then still be written while somebody frees space. 0 keeps none.
 */
export function keepReserve(dir: string, bytes: number, space: DiskSpace): void {
  const file = reserveFile(dir)
  const held = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (bytes === 0 || space.freeBytes < bytes / 2) {
    rmSync(file, { force: true })
    return
  }
  if (held >= bytes || space.freeBytes < 8 * bytes) return
  const handle = openSync(file, 'w', 0o600)
  try {
    for (let written = 0; written < bytes; written += PIECE.length) writeSync(handle, PIECE)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
