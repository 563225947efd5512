// Long reads run here, on a read-only connection of their own, so that screens never wait for them.
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/connection/open-database.ts'
import { AppError, toPlainError } from '#domain/errors.ts'
import { reportTasks } from '../reports.ts'
import type { ReportMessage, ReportRequest, ReportStart } from './report-protocol.ts'

const port = parentPort
if (!port) throw new Error('reports run in a worker')
const start = workerData as ReportStart
const connection = openDatabase({ file: start.database, key: start.key, mode: 'read' })
const cancelled = new Int32Array(start.cancelFlag)

function send(message: ReportMessage): void {
  port?.postMessage(message)
}

port.on('message', (request: ReportRequest) => {
  try {
    const task = reportTasks[request.task as keyof typeof reportTasks] as
      | (typeof reportTasks)['verify']
      | undefined
    if (!task) throw new Error(`no report ${request.task}`)
    const value = task(
      {
        db: connection,
        key: start.key,
        digestKey: start.digestKey,
        progress: (done, total, step) => {
          if (Atomics.load(cancelled, 0) === request.id) throw new AppError('cancelled')
          send({ id: request.id, type: 'progress', done, total, step })
        },
      },
      request.input as never,
    )
    send({ id: request.id, type: 'done', value })
  } catch (error) {
    send({
      id: request.id,
      type: 'failed',
      error: error instanceof AppError ? toPlainError(error) : null,
      detail: error instanceof Error ? String(error.stack) : '',
    })
  }
})
