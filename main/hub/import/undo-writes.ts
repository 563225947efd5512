import type { WriteDb } from '#db/connection/handles.ts'
import { changeStays } from '#db/queries/custody/writer.ts'
import { changeBatch, findBatch, findImportRow } from '#db/queries/imports/batches.ts'
import { cancelImportedStay, findImportedStay } from '#db/queries/imports/undo.ts'
import type { ImportUndoResult } from '#domain/contract/imports.ts'
import { AppError } from '#domain/errors.ts'
import type { WriteContext } from '../use-case.ts'

/** Takes some rows of an import back: all but those somebody has worked on since. Nothing is deleted. */
export function undoRows(
  db: WriteDb,
  context: WriteContext,
  input: { batchId: string; rows: number[]; reason: string },
): Pick<ImportUndoResult, 'undone' | 'kept'> {
  const batch = findBatch(db, input.batchId)
  if (!batch || batch.state === 'undone') throw new AppError('conflict', 'Lần nhập này đã được hoàn tác rồi.')
  const kept: ImportUndoResult['kept'] = []
  const cancelled: { stayId: string; personId: string; madePerson: boolean; reason: string }[] = []
  for (const number of input.rows) {
    const row = findImportRow(db, input.batchId, number)
    if (!row?.stay_id) continue
    const stay = findImportedStay(db, row.stay_id, input.batchId)
    if (!stay) continue
    const { personId, name, madePerson, touched } = stay
    if (touched !== null) kept.push({ personId, name, why: touched })
    else cancelled.push({ stayId: row.stay_id, personId, madePerson, reason: input.reason })
    context.audit({
      action: touched === null ? 'person.import-undone' : 'person.import-kept',
      subject: { kind: 'stay', id: row.stay_id },
      personId,
      facts: { batch: input.batchId, row: number },
    })
  }
  changeStays(
    db,
    context.now,
    cancelled.map(({ stayId }) => stayId),
    () => {
      for (const stay of cancelled) cancelImportedStay(db, context.now, stay)
    },
  )
  context.changed('people')
  context.changed('custody')
  return { undone: cancelled.length, kept }
}

/** Closes an undo: the import stands as undone, with who and why. */
export function closeUndo(
  db: WriteDb,
  context: WriteContext,
  input: { batchId: string; reason: string; undone: number; kept: number },
): null {
  changeBatch(db, input.batchId, {
    state: 'undone',
    undone_at: context.now,
    undone_by: context.actor.name,
    undo_reason: input.reason,
  })
  context.audit({
    action: 'import.undone',
    subject: { kind: 'import', id: input.batchId },
    facts: { undone: input.undone, kept: input.kept },
  })
  context.changed('imports', input.batchId)
  return null
}
