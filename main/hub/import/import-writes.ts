import type { WriteDb } from '#db/connection/handles.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import {
  changeBatch,
  findBatch,
  insertBatch,
  insertImportRow,
  listRowNumbers,
} from '#db/queries/imports/batches.ts'
import { deleteUpload, deleteUploadsBefore, insertUpload } from '#db/queries/imports/uploads.ts'
import { AppError } from '#domain/errors.ts'
import { addHours } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import type { ImportEntry, ParkedEntry, RefusedRow } from './assess-workbook.ts'
import { findKnown } from './find-known.ts'
import { keptRowText } from './kept-row.ts'
import { writeEntry } from './write-entry.ts'

const UPLOAD_HOURS = 48

/** Files sent for an import and never imported are kept for two days. */
export function removeOldUploads(
  db: WriteDb,
  context: WriteContext,
  _input: Record<string, never>,
): { removed: number } {
  const removed = deleteUploadsBefore(db, addHours(context.now, -UPLOAD_HOURS))
  if (removed > 0) context.audit({ action: 'upload.removed', facts: { files: removed } })
  return { removed }
}

/** Keeps an uploaded file until it is imported, at most two days. */
export function storeUpload(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; name: string; bytes: Uint8Array; sha256: string },
): { uploadId: string; name: string } {
  removeOldUploads(db, context, {})
  insertUpload(db, {
    id: input.id,
    name: input.name,
    bytes: input.bytes,
    sha256: input.sha256,
    uploaded_by: context.actor.key,
    uploaded_at: context.now,
  })
  context.audit({
    action: 'upload.stored',
    subject: { kind: 'upload', id: input.id },
    facts: { bytes: input.bytes.length, sha256: input.sha256 },
  })
  return { uploadId: input.id, name: input.name }
}

/** Opens an import and keeps its refused and parked rows; one that was stopped goes on where it stopped. */
function openImport(
  db: WriteDb,
  context: WriteContext,
  input: {
    batchId: string
    fileName: string
    sha256: string
    headers: string[]
    rows: number
    refused: RefusedRow[]
    parked: ParkedEntry[]
  },
): { writtenRows: number[] } {
  const begun = findBatch(db, input.batchId)
  if (begun) return resume(db, context, begun, input.sha256)
  insertBatch(db, {
    id: input.batchId,
    file_name: input.fileName,
    file_sha256: input.sha256,
    state: 'committing',
    headers: JSON.stringify(input.headers),
    rows: input.rows,
    imported: 0,
    rejected: input.refused.length,
    duplicates: input.parked.length,
    started_by: context.actor.name,
    started_at: context.now,
    ended_at: null,
    undone_at: null,
    undone_by: null,
    undo_reason: null,
  })
  for (const { row, name, reasons, cells } of input.refused) {
    keep(db, input.batchId, row, 'rejected', keptRowText({ name, reasons, cells, parked: null }))
  }
  for (const entry of input.parked) park(db, input.batchId, entry)
  context.audit({
    action: 'import.started',
    subject: { kind: 'import', id: input.batchId },
    facts: {
      sha256: input.sha256,
      rows: input.rows,
      rejected: input.refused.length,
      duplicates: input.parked.length,
    },
  })
  context.changed('imports', input.batchId)
  return { writtenRows: [] }
}

/** Takes an import up again that was stopped half-way, or that the hub's end cut off. */
function resume(
  db: WriteDb,
  context: WriteContext,
  batch: NonNullable<ReturnType<typeof findBatch>>,
  sha256: string,
): { writtenRows: number[] } {
  const isOpen = batch.state === 'stopped' || batch.state === 'committing'
  if (!isOpen || batch.file_sha256 !== sha256)
    throw new AppError('conflict', 'Lần nhập này đã kết thúc. Tải lại để xem.')
  changeBatch(db, batch.id, { state: 'committing', ended_at: null })
  context.audit({ action: 'import.resumed', subject: { kind: 'import', id: batch.id } })
  context.changed('imports', batch.id)
  return { writtenRows: listRowNumbers(db, batch.id) }
}

function park(db: WriteDb, batchId: string, entry: ParkedEntry): void {
  const detail = keptRowText({ name: entry.person.name, reasons: [], cells: entry.cells, parked: entry })
  keep(db, batchId, entry.row, 'duplicate', detail)
}

function keep(
  db: WriteDb,
  batchId: string,
  row: number,
  verdict: 'imported' | 'rejected' | 'duplicate',
  detail: string,
  became: { personId: string; stayId: string } | null = null,
): void {
  insertImportRow(db, {
    batch_id: batchId,
    row,
    verdict,
    detail,
    person_id: became?.personId ?? null,
    stay_id: became?.stayId ?? null,
    decision: null,
    decided_by: null,
    decided_at: null,
  })
}

/**
 * Puts some rows of an import in. Whoever another desk entered since the dry run is parked instead of doubled.
 */
function importRows(
  db: WriteDb,
  context: WriteContext,
  input: { batchId: string; entries: ImportEntry[] },
): { imported: number; parked: number } {
  const batch = findBatch(db, input.batchId)
  if (batch?.state !== 'committing') throw new AppError('conflict', 'Lần nhập này không còn đang chạy.')
  const written = []
  let parked = 0
  for (const entry of input.entries) {
    const known = findKnown(db, entry.person)
    if (known && known.batchId !== input.batchId) {
      park(db, input.batchId, { ...entry, of: null, personId: known.id, cells: [] })
      parked += 1
      continue
    }
    const became = writeEntry(db, context, input.batchId, entry)
    keep(
      db,
      input.batchId,
      entry.row,
      'imported',
      keptRowText({ name: '', reasons: [], cells: [], parked: null }),
      became,
    )
    written.push(became)
  }
  recordCustodyEvents(
    db,
    context,
    written.map(({ reception }) => reception),
  )
  changeBatch(db, input.batchId, {
    imported: batch.imported + written.length,
    duplicates: batch.duplicates + parked,
  })
  context.changed('people')
  context.changed('custody')
  context.changed('imports', input.batchId)
  return { imported: written.length, parked }
}

/** Ends an import, whole or stopped half-way; the uploaded file is removed once nobody needs it. */
function closeImport(
  db: WriteDb,
  context: WriteContext,
  input: { batchId: string; isComplete: boolean; uploadId: string | null },
): { imported: number; duplicates: number } {
  const batch = findBatch(db, input.batchId)
  if (!batch) throw new AppError('not_found')
  changeBatch(db, input.batchId, {
    state: input.isComplete ? 'done' : 'stopped',
    ended_at: context.now,
  })
  if (input.isComplete && input.uploadId !== null) deleteUpload(db, input.uploadId)
  context.audit({
    action: input.isComplete ? 'import.done' : 'import.stopped',
    subject: { kind: 'import', id: input.batchId },
    facts: { imported: batch.imported, duplicates: batch.duplicates, rejected: batch.rejected },
  })
  context.changed('imports', input.batchId)
  return { imported: batch.imported, duplicates: batch.duplicates }
}

/** Notes that somebody took the refused rows out as a file. */
export function recordBadRowsTaken(
  _db: WriteDb,
  context: WriteContext,
  input: { of: { upload: string } | { batch: string }; rows: number },
): null {
  const subject =
    'batch' in input.of ? { kind: 'import', id: input.of.batch } : { kind: 'upload', id: input.of.upload }
  context.audit({ action: 'import.bad-rows-taken', subject, facts: { rows: input.rows } })
  return null
}

/** The steps of putting an import in, by name. */
export const importSteps = { openImport, importRows, closeImport }
