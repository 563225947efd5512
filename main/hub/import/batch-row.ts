import type { ReadDb } from '#db/connection/handles.ts'
import { findImportRow } from '#db/queries/imports/batches.ts'
import { readKnownPerson } from '#db/queries/imports/known-people.ts'
import type { ImportRowTable } from '#db/schema/import-row.ts'
import type { ImportBatchRow } from '#domain/contract/imports.ts'
import type { ParkedEntry } from './assess-workbook.ts'
import { compareWithKnown } from './judge-known.ts'
import { readKeptRow } from './kept-row.ts'

/** The person a parked row may be: known before, or who the earlier row of the list became. */
export function knownOfParked(db: ReadDb, batchId: string, parked: ParkedEntry): string | null {
  if (parked.personId !== null) return parked.personId
  return parked.of === null ? null : (findImportRow(db, batchId, parked.of)?.person_id ?? null)
}

/** A refused or parked row of an import as screens show it. */
export function toBatchRow(db: ReadDb, row: ImportRowTable): ImportBatchRow {
  const { name, reasons, parked } = readKeptRow(row)
  const personId = parked ? knownOfParked(db, row.batch_id, parked) : null
  const known = personId === null ? undefined : readKnownPerson(db, personId)
  return {
    row: row.row,
    verdict: row.verdict,
    name,
    reasons,
    duplicate: parked && {
      of: parked.of,
      personId: known?.id ?? null,
      fields: known ? compareWithKnown(parked.person, known) : [],
    },
    decision: row.decision,
    decidedBy: row.decided_by,
    personId: row.person_id,
  }
}
