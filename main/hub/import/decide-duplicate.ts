import type { WriteDb } from '#db/connection/handles.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { changeBatch, changeImportRow, findBatch, findImportRow } from '#db/queries/imports/batches.ts'
import { readKnownPerson } from '#db/queries/imports/known-people.ts'
import type { DuplicateDecision, ImportBatchRow, importsContract } from '#domain/contract/imports.ts'
import { AppError } from '#domain/errors.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { knownOfParked, toBatchRow } from './batch-row.ts'
import { readKeptRow } from './kept-row.ts'
import { writeEntry, type WrittenEntry } from './write-entry.ts'

/**
 * Decides of a parked row: `same` leaves it out, `new-stay` gives the known person one more stay, `different` enters
 * another person. Decided once; a second decision is a conflict that says who was first.
 */
function decide(
  db: WriteDb,
  context: WriteContext,
  input: { batchId: string; row: number; decision: DuplicateDecision },
): ImportBatchRow {
  const { batchId } = input
  const batch = findBatch(db, batchId)
  const row = findImportRow(db, batchId, input.row)
  const parked = row && readKeptRow(row).parked
  if (!batch || !parked) throw new AppError('not_found')
  if (batch.state === 'undone' || batch.state === 'committing') {
    throw new AppError(
      'conflict',
      batch.state === 'undone'
        ? 'Lần nhập này đã được hoàn tác.'
        : 'Lần nhập này còn đang chạy. Chờ xong rồi chọn.',
    )
  }
  if (row.decision !== null) {
    throw new AppError('conflict', `${row.decided_by ?? 'Người khác'} đã chọn cho dòng này rồi.`, {
      current: { decision: row.decision },
      ...(row.decided_by ? { changedBy: row.decided_by } : {}),
      ...(row.decided_at ? { changedAt: row.decided_at } : {}),
    })
  }
  let became: WrittenEntry | null = null
  if (input.decision === 'different') became = writeEntry(db, context, batchId, parked)
  if (input.decision === 'new-stay') {
    const knownId = knownOfParked(db, batchId, parked)
    if (knownId === null || !readKnownPerson(db, knownId)) {
      throw new AppError('not_found', 'Không còn hồ sơ của người này. Chọn “Người khác” để lập hồ sơ mới.')
    }
    became = writeEntry(db, context, batchId, parked, knownId)
  }
  if (became) {
    recordCustodyEvents(db, context, [became.reception])
    changeBatch(db, batchId, { imported: batch.imported + 1 })
    context.changed('people', became.personId)
    context.changed('custody', became.stayId)
  }
  const change = { decision: input.decision, decided_by: context.actor.name, decided_at: context.now }
  const ids = { person_id: became?.personId ?? null, stay_id: became?.stayId ?? null }
  changeImportRow(db, batchId, input.row, { ...change, ...ids })
  context.audit({
    action: 'import.decided',
    subject: { kind: 'import', id: batchId },
    facts: { row: input.row, decision: input.decision },
  })
  context.changed('imports', batchId)
  return toBatchRow(db, { ...row, ...change, ...ids })
}

export const importsWrites: WriteUseCases<typeof importsContract> = { decide }
