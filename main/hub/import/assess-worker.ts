// One dry run: reads the uploaded file on a read-only connection, so that unpacking and judging a list of any size
// holds nobody up and can be ended at once.
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/connection/open-database.ts'
import { readUpload } from '#db/queries/imports/uploads.ts'
import { AppError, toPlainError } from '#domain/errors.ts'
import type { AssessMessage, AssessStart } from './assess-protocol.ts'
import { assessWorkbook } from './assess-workbook.ts'

const port = parentPort
if (!port) throw new Error('a dry run runs in a worker')
const start = workerData as AssessStart

function send(message: AssessMessage): void {
  port?.postMessage(message)
}

const connection = openDatabase({ file: start.database, key: start.key, mode: 'read' })
try {
  const bytes = readUpload(connection, start.uploadId)
  if (!bytes) throw new AppError('not_found', 'Tệp tải lên không còn. Chọn lại tệp.')
  const assessment = await assessWorkbook(connection, {
    ...start.options,
    bytes: Buffer.from(bytes),
    progress: (done, total, step) => send({ type: 'progress', done, total, step }),
  })
  send({ type: 'done', assessment })
} catch (error) {
  send({
    type: 'failed',
    error: error instanceof AppError ? toPlainError(error) : null,
    detail:
      error instanceof Error
        ? `${error.name}\n${(error.stack ?? '').split('\n').slice(1, 6).join('\n')}`
        : '',
  })
} finally {
  connection.close()
}
