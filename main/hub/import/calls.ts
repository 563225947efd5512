import { randomUUID } from 'node:crypto'
import { findBatch, listBatches, listUndoableRows } from '#db/queries/imports/batches.ts'
import { findUpload } from '#db/queries/imports/uploads.ts'
import type { importsContract, ImportUndoResult } from '#domain/contract/imports.ts'
import { AppError } from '#domain/errors.ts'
import { HEADER_NOT_FOUND } from '#domain/import/recognise-headers.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { Hub } from '../hub.ts'
import type { JobHandle } from '../jobs/job-runner.ts'
import type { Actor, CallUseCases } from '../use-case.ts'
import { assessUpload } from './assess-upload.ts'
import { pageOfRows, summarise } from './assessment-pages.ts'
import { commitImport, type ImportStepRunner } from './commit-import.ts'
import { findAssessment, getAssessment, keepAssessment, type KeptAssessment } from './kept-assessments.ts'

/** Imports and undos under way in this hub: a second desk, or a second click, joins instead of beginning anew. */
const running = new WeakMap<Hub, Map<string, string>>()

function runningOf(hub: Hub): Map<string, string> {
  const known = running.get(hub)
  if (known) return known
  const fresh = new Map<string, string>()
  running.set(hub, fresh)
  return fresh
}

export const importsCalls: CallUseCases<typeof importsContract> = {
  assess: ({ hub, actor, now }, input) => {
    const upload = findUpload(hub.read, input.uploadId)
    if (!upload) throw new AppError('not_found', 'Tệp tải lên không còn. Chọn lại tệp.')
    const { track, receivedOn, sex } = input.defaults
    const options = {
      sheet: input.sheet,
      today: dayOf(now),
      mapping: input.mapping,
      defaults: {
        ...(track ? { track } : {}),
        ...(receivedOn ? { receivedOn } : {}),
        ...(sex ? { sex } : {}),
      },
    }
    const jobId = hub.jobs.start(hub, actor, 'import.assess', async (job) => {
      const assessment = await assessUpload(hub, job, { uploadId: upload.id, options })
      keepAssessment(hub, {
        uploadId: upload.id,
        fileName: upload.name,
        sha256: upload.sha256,
        assessment,
        batchId: null,
      })
      return { uploadId: upload.id }
    })
    return { jobId }
  },
  assessment: ({ hub }, input) => {
    const kept = findAssessment(hub, input.uploadId)
    return kept ? summarise(hub.read, kept) : null
  },
  rows: ({ hub }, input) => pageOfRows(hub.read, getAssessment(hub, input.uploadId).assessment, input),
  commit: ({ hub, actor }, input) => {
    const kept = getAssessment(hub, input.uploadId)
    const underWay = runningOf(hub).get(input.batchId)
    if (underWay !== undefined) return { jobId: underWay }
    if (!kept.assessment.mapping) throw new AppError('invalid_input', HEADER_NOT_FOUND.message)
    if (kept.batchId !== null && kept.batchId !== input.batchId) {
      throw new AppError('conflict', 'Danh sách này đã được nhập hoặc đang được nhập. Tải lại để xem.')
    }
    if (kept.assessment.people.length === 0 && kept.assessment.parked.length === 0) {
      throw new AppError('invalid_input', 'Không có dòng nào nhập được. Sửa các dòng lỗi rồi chạy thử lại.')
    }
    kept.batchId = input.batchId
    return {
      jobId: track(hub, actor, 'import.commit', input.batchId, (job) => commit(hub, actor, job, kept)),
    }
  },
  batches: ({ hub }) => ({
    batches: listBatches(hub.read).map((batch) => ({
      id: batch.id,
      fileName: batch.file_name,
      // The hub may have ended in the middle of an import: nothing runs, so it stands stopped.
      state:
        batch.state === 'committing' && !runningOf(hub).has(batch.id) ? ('stopped' as const) : batch.state,
      rows: batch.rows,
      imported: batch.imported,
      rejected: batch.rejected,
      duplicates: batch.duplicates,
      undecided: Number(batch.undecided ?? 0),
      startedBy: batch.started_by,
      startedAt: batch.started_at,
      undoneAt: batch.undone_at,
      undoneBy: batch.undone_by,
      undoReason: batch.undo_reason,
    })),
  }),
  undo: ({ hub, actor }, input) => {
    const batch = findBatch(hub.read, input.batchId)
    if (!batch) throw new AppError('not_found')
    if (batch.state === 'undone') throw new AppError('conflict', 'Lần nhập này đã được hoàn tác rồi.')
    if (runningOf(hub).has(batch.id)) {
      throw new AppError('conflict', 'Lần nhập này còn đang chạy. Dừng lại hoặc chờ xong rồi hoàn tác.')
    }
    return { jobId: track(hub, actor, 'import.undo', batch.id, (job) => undo(hub, actor, job, input)) }
  },
}

function track(
  hub: Hub,
  actor: Actor,
  kind: string,
  batchId: string,
  work: (job: JobHandle) => Promise<unknown>,
): string {
  const all = runningOf(hub)
  const jobId = hub.jobs.start(hub, actor, kind, (job) => work(job).finally(() => all.delete(batchId)))
  all.set(batchId, jobId)
  return jobId
}

function commit(hub: Hub, actor: Actor, job: JobHandle, kept: KeptAssessment) {
  const run: ImportStepRunner = (name, input, key) =>
    hub.writer.internal(name, actor, hub.now(), input, { key, over: key }) as Promise<never>
  return commitImport(run, kept.assessment, {
    batchId: kept.batchId ?? randomUUID(),
    uploadId: kept.uploadId,
    fileName: kept.fileName,
    sha256: kept.sha256,
    progress: job.progress,
    isStopped: () => job.signal.aborted,
  })
}

const ROWS_PER_UNDO = 50

async function undo(
  hub: Hub,
  actor: Actor,
  job: JobHandle,
  input: { batchId: string; reason: string },
): Promise<ImportUndoResult> {
  const { batchId, reason } = input
  const rows = listUndoableRows(hub.read, batchId)
  const result: ImportUndoResult = { batchId, undone: 0, kept: [] }
  for (let done = 0; done < rows.length; done += ROWS_PER_UNDO) {
    if (job.signal.aborted) throw new AppError('cancelled')
    job.progress(done, rows.length, 'Hoàn tác từng người')
    const some = await hub.writer.internal('undoRows', actor, hub.now(), {
      batchId,
      rows: rows.slice(done, done + ROWS_PER_UNDO),
      reason,
    })
    result.undone += some.undone
    result.kept.push(...some.kept)
  }
  await hub.writer.internal('closeUndo', actor, hub.now(), {
    batchId,
    reason,
    undone: result.undone,
    kept: result.kept.length,
  })
  job.progress(rows.length, rows.length, 'Xong')
  return result
}
