import type { WriteDb } from '#db/connection/handles.ts'
import type { StoredDocument } from '#db/queries/documents/reader.ts'
import { cancelDocument } from '#db/queries/documents/writer.ts'
import type { WriteContext } from '../use-case.ts'

/** Cancels a document that stands, with the reason; its number stays used and its bytes stay kept. */
export function cancelKept(db: WriteDb, context: WriteContext, kept: StoredDocument, reason: string): void {
  const { id, person_id: personId, register, year, number, version } = kept
  cancelDocument(db, id, { at: context.now, by: context.actor.key, reason, version: version + 1 })
  context.audit({
    action: 'document.cancelled',
    subject: { kind: 'document', id },
    ...(personId === null ? {} : { personId }),
    facts: { register, year, number },
    fields: [{ entity: 'document', entityId: id, field: 'cancelReason', before: null, after: reason }],
  })
  context.changed('documents', id)
}
