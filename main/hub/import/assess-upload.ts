import { Worker } from 'node:worker_threads'
import { AppError, fromPlainError } from '#domain/errors.ts'
import type { Hub } from '../hub.ts'
import type { JobHandle } from '../jobs/job-runner.ts'
import { workerFile } from '../storage/worker-file.ts'
import type { AssessMessage, AssessStart } from './assess-protocol.ts'
import type { WorkbookAssessment } from './assess-workbook.ts'

/** Enough for a list of 100,000 rows; a file that needs more ends its own worker and nothing else. */
const MEMORY_MB = 1_500

/**
 * Runs a dry run in a worker of its own; cancelling the job ends the worker.
 * @throws AppError what the file is refused with, `cancelled`
 */
export function assessUpload(
  hub: Hub,
  job: JobHandle,
  request: Pick<AssessStart, 'uploadId' | 'options'>,
): Promise<WorkbookAssessment> {
  const start: AssessStart = { database: hub.folder.database, key: hub.key, ...request }
  const worker = new Worker(workerFile(import.meta.url, 'assess-worker'), {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const stop = () => void worker.terminate()
  job.signal.addEventListener('abort', stop)
  return new Promise<WorkbookAssessment>((resolve, reject) => {
    worker.on('message', (message: AssessMessage) => {
      if (message.type === 'progress') job.progress(message.done, message.total, message.step)
      else if (message.type === 'done') resolve(message.assessment)
      else {
        if (!message.error) hub.log.error('dry run failed', { detail: message.detail })
        reject(message.error ? fromPlainError(message.error) : new AppError('internal'))
      }
    })
    worker.on('error', (error: Error) => {
      hub.log.error('dry run lost', { detail: error.name })
      const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(
        isFull
          ? new AppError(
              'invalid_input',
              'Danh sách quá lớn để đọc một lần. Chia thành nhiều tệp rồi nhập từng tệp.',
            )
          : new AppError('internal'),
      )
    })
    worker.on('exit', () => reject(new AppError('cancelled')))
  }).finally(() => job.signal.removeEventListener('abort', stop))
}
