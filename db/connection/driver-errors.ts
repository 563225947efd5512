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

/** The disk refused: full or failing. The whole group commit is lost, nothing of it may be acknowledged. */
export function isStorageFailure(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')
}

/** SQLite met a page that is damaged or not its own. */
export function isDamaged(error: unknown): boolean {
  const code = codeOf(error)
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
}

/** Translates what the driver threw into the one error model; anything unknown stays as it is. */
export function translateDriverError(error: unknown): unknown {
  if (error instanceof AppError) return error
  if (codeOf(error) === 'SQLITE_FULL') return new AppError('disk_full', undefined, {}, { cause: error })
  if (isStorageFailure(error)) return new AppError('disk_full', undefined, {}, { cause: error })
  if (ALREADY_THERE.has(codeOf(error))) {
    const message = 'Mục này đã được ghi trước đó. Tải lại trang để xem rồi làm tiếp.'
    return new AppError('conflict', message, {}, { cause: error })
  }
  if (codeOf(error).startsWith('SQLITE_BUSY')) return new AppError('busy', undefined, {}, { cause: error })
  return error
}
