// The one thread that writes. Requests that arrive while a commit runs are committed together in the next one.
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/connection/open-database.ts'
import { commitGroup, type GroupItem } from '#db/connection/group-commit.ts'
import { isDiskFailing, isStorageFailure } from '#db/connection/driver-errors.ts'
import { AppError, toPlainError } from '#domain/errors.ts'
import { findWrite } from '../writes.ts'
import { runWrite } from './run-write.ts'
import type { WorkerStart, WriteReply, WriteRequest, WriterMessage } from './write-protocol.ts'

const port = parentPort
if (!port) throw new Error('the writer runs as a worker')
const start = workerData as WorkerStart

const connection = openDatabase({
  file: start.database,
  key: start.key,
  mode: 'write',
  ...(start.maxPageCount === undefined ? {} : { maxPageCount: start.maxPageCount }),
})

/** Pages of new content that wait beside the file before they are moved into it. */
const CHECKPOINT_PAGES = start.checkpointPages ?? 1000
// The connection's own checkpoint keeps its errors to itself, and its answer waiting until it is done.
connection.exec('PRAGMA wal_autocheckpoint = 0')

/** A group larger than this would make its first member wait too long. */
const GROUP_LIMIT = 64
const queue: WriteRequest[] = []
let isScheduled = false
/** Once the disk failed nothing is written until the hub starts anew on a fresh connection. */
let hasDiskFailed = false

function reply(message: WriterMessage): void {
  port?.postMessage(message)
}

function commitQueued(): void {
  isScheduled = false
  const requests = queue.splice(0, GROUP_LIMIT)
  if (hasDiskFailed) {
    for (const request of requests) reply(failure(request.id, new AppError('disk_failed')))
    if (queue.length > 0) schedule()
    return
  }
  const end = commitGroup(
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
  if (end === 'disk-failing') stopWriting()
  else checkpointWhenDue()
  if (queue.length > 0) schedule()
}

function stopWriting(): void {
  hasDiskFailed = true
  reply('disk-failed')
}

/** Moves what was committed into the file once enough of it waits. Readers that hold it back are tried again later. */
function checkpointWhenDue(): void {
  try {
    const [state] = connection.rows<{ log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)')
    if (state && state.log >= CHECKPOINT_PAGES) connection.rows('PRAGMA wal_checkpoint(PASSIVE)')
  } catch (error) {
    if (isDiskFailing(error)) stopWriting()
    // No room to move them: what was committed is safe where it is.
    else if (!isStorageFailure(error)) throw error
  }
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
    if (!hasDiskFailed) connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    connection.close()
    port.close()
    return
  }
  queue.push(message)
  schedule()
})

reply('ready')
