import { AppError } from '#domain/errors.ts'

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return ''
}

/** A record with this id, or another that may be there only once: sent twice under different keys. */
const ALREADY_THERE: ReadonlySet<string> = new Set([
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'SQLITE_CONSTRAINT_UNIQUE',
])

/** No room on the disk; the second is SQLite's name for it when the memory shared with readers cannot grow. */
const NO_ROOM: ReadonlySet<string> = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'])

/** The disk refused: full or failing. The whole group commit is lost, nothing of it may be acknowledged. */
export function isStorageFailure(error: unknown): boolean {
  return NO_ROOM.has(codeOf(error)) || isDiskFailing(error)
}

/**
 * The disk did not write or read what it was asked to. After a failed fsync the system may have forgotten what was
 * to be written, so that a second try would succeed without it: nothing more is written on that connection.
 */
export function isDiskFailing(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_IOERR') && !NO_ROOM.has(codeOf(error))
}

/** SQLite met a page that is damaged or not its own. */
export function isDamaged(error: unknown): boolean {
  const code = codeOf(error)
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
}

/** Translates what the driver threw into the one error model; anything unknown stays as it is. */
export function translateDriverError(error: unknown): unknown {
  if (error instanceof AppError) return error
  if (NO_ROOM.has(codeOf(error))) return new AppError('disk_full', undefined, {}, { cause: error })
  if (isDiskFailing(error)) return new AppError('disk_failed', undefined, {}, { cause: error })
  if (ALREADY_THERE.has(codeOf(error))) {
    const message = 'Mục này đã được ghi trước đó. Tải lại trang để xem rồi làm tiếp.'
    return new AppError('conflict', message, {}, { cause: error })
  }
  if (codeOf(error).startsWith('SQLITE_BUSY')) return new AppError('busy', undefined, {}, { cause: error })
  return error
}
