// The one thread that writes. Requests that arrive while a commit runs are committed together in the next one.
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/connection/open-database.ts'
import { commitGroup, type GroupItem } from '#db/connection/group-commit.ts'
import { AppError, toPlainError } from '#domain/errors.ts'
import { findWrite } from '../writes.ts'
import { runWrite } from './run-write.ts'
import type { WorkerStart, WriteReply, WriteRequest } from './write-protocol.ts'

const port = parentPort
if (!port) throw new Error('the writer runs as a worker')
const start = workerData as WorkerStart

const connection = openDatabase({
  file: start.database,
  key: start.key,
  mode: 'write',
  ...(start.maxPageCount === undefined ? {} : { maxPageCount: start.maxPageCount }),
})

/** A group larger than this would make its first member wait too long. */
const GROUP_LIMIT = 64
const queue: WriteRequest[] = []
let isScheduled = false

function reply(message: WriteReply): void {
  port?.postMessage(message)
}

function commitQueued(): void {
  isScheduled = false
  const requests = queue.splice(0, GROUP_LIMIT)
  commitGroup(
    connection,
    requests.map((request): GroupItem<ReturnType<typeof runWrite>> => ({
      work: (db) => {
        const run = findWrite(request.useCase)
        if (!run) throw new Error(`no write use case ${request.useCase}`)
        return runWrite(db, start.digestKey, { ...request, run })
      },
      settle: (outcome) => {
        if (outcome.ok) reply({ id: request.id, ok: true, ...outcome.value })
        else reply(failure(request.id, outcome.error))
      },
    })),
  )
  if (queue.length > 0) schedule()
}

function failure(id: number, error: unknown): WriteReply {
  if (error instanceof AppError) {
    return { id, ok: false, error: toPlainError(error), detail: describe(error.cause) }
  }
  return { id, ok: false, error: null, detail: describe(error) }
}

/** For the log: class, code and place of the fault, never the values of a statement. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  return `${error.name}${code}: ${error.message}\n${(error.stack ?? '').split('\n').slice(1, 6).join('\n')}`
}

function schedule(): void {
  if (isScheduled) return
  isScheduled = true
  setImmediate(commitQueued)
}

port.on('message', (message: WriteRequest | 'close') => {
  if (message === 'close') {
    while (queue.length > 0) commitQueued()
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    connection.close()
    port.close()
    return
  }
  queue.push(message)
  schedule()
})

port.postMessage('ready')
