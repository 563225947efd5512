import { AppError } from '#domain/errors.ts'
import { isDiskFailing, isStorageFailure, translateDriverError } from './driver-errors.ts'
import type { WriteDb } from './handles.ts'
import type { Connection } from './open-database.ts'

export interface GroupItem<R> {
  work: (db: WriteDb) => R
  settle: (outcome: { ok: true; value: R } | { ok: false; error: unknown }) => void
}

/**
 * Runs queued writes inside one `BEGIN IMMEDIATE … COMMIT`, several each in its own savepoint, and settles them only
 * after the commit returned. A refused write undoes itself alone. When the disk fails, SQLite may have rolled
 * back everything by itself: then every item of the group fails as retryable and nothing runs on.
 * @returns `disk-failing` when nothing more may be written on this connection
 */
export function commitGroup<R>(
  connection: Connection,
  items: readonly GroupItem<R>[],
): 'settled' | 'disk-failing' {
  const outcomes: ({ ok: true; value: R } | { ok: false; error: unknown })[] = []
  let broken: unknown
  // A write alone is its transaction. Of a savepoint SQLite keeps the changed pages in a list in memory, which it
  // walks after every statement: the time of a large write would grow with its square.
  const isAlone = items.length === 1
  try {
    connection.exec('BEGIN IMMEDIATE')
    for (const item of items) {
      if (!isAlone) connection.exec('SAVEPOINT item')
      try {
        const value = item.work(connection)
        connection.exec(isAlone ? 'COMMIT' : 'RELEASE item')
        outcomes.push({ ok: true, value })
      } catch (error) {
        if (!connection.inTransaction || isStorageFailure(error)) throw error
        connection.exec(isAlone ? 'ROLLBACK' : 'ROLLBACK TO item; RELEASE item')
        outcomes.push({ ok: false, error: translateDriverError(error) })
      }
    }
    if (!isAlone) connection.exec('COMMIT')
  } catch (error) {
    broken = error
    if (connection.inTransaction) connection.exec('ROLLBACK')
  }
  for (const [i, item] of items.entries()) {
    const outcome = outcomes[i]
    if (broken !== undefined || !outcome) {
      const failure = translateDriverError(broken)
      item.settle({
        ok: false,
        error: failure instanceof AppError ? failure : new AppError('busy', undefined, {}, { cause: broken }),
      })
    } else {
      item.settle(outcome)
    }
  }
  return isDiskFailing(broken) ? 'disk-failing' : 'settled'
}
