import type { WriteDb } from '#db/connection/handles.ts'
import { findDocument, nextDocumentNumber } from '#db/queries/documents/reader.ts'
import { insertDocument } from '#db/queries/documents/writer.ts'
import type { DocumentTable } from '#db/schema/document.ts'
import { AppError } from '#domain/errors.ts'
import { settleSearchTaskOfStay } from '../escapes/search-task.ts'
import type { WriteContext } from '../use-case.ts'

export type NewDocument = Omit<
  DocumentTable,
  'made_at' | 'made_by' | 'cancelled_at' | 'cancelled_by' | 'cancel_reason' | 'version'
>

/**
 * Keeps a document whole under the number printed on it.
 * @returns false when that number has gone to another document meanwhile: print it anew with the next one
 * @throws AppError `conflict` when a document of this id is there already
 */
export function storeDocument(db: WriteDb, context: WriteContext, row: NewDocument): boolean {
  if (findDocument(db, row.id)) throw new AppError('conflict', 'Văn bản này đã được lập rồi. Tải lại để xem.')
  if (nextDocumentNumber(db, row.register, row.year) !== row.number) return false
  insertDocument(db, {
    ...row,
    made_at: context.now,
    made_by: context.actor.key,
    cancelled_at: null,
    cancelled_by: null,
    cancel_reason: null,
  })
  context.audit({
    action: 'document.made',
    subject: { kind: 'document', id: row.id },
    ...(row.person_id === null ? {} : { personId: row.person_id }),
    facts: {
      ...(row.incident_id === null ? {} : { incident: row.incident_id }),
      edition: row.edition,
      register: row.register,
      year: row.year,
      number: row.number,
      sha256: row.sha256,
    },
  })
  context.changed('documents', row.id)
  settleSearchTaskOfStay(db, context, row)
  return true
}

/** Records that somebody opened or printed a document's file. */
export function recordDocumentTaken(
  _db: WriteDb,
  context: WriteContext,
  taken: { id: string; personId: string | null; incidentId: string | null; how: 'file' | 'print' },
): null {
  context.audit({
    action: 'document.taken',
    subject: { kind: 'document', id: taken.id },
    ...(taken.personId === null ? {} : { personId: taken.personId }),
    facts: { how: taken.how, ...(taken.incidentId === null ? {} : { incident: taken.incidentId }) },
  })
  return null
}
