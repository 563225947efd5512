import { createHash, randomUUID } from 'node:crypto'
import { commitGroup } from '#db/connection/group-commit.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import type { Connection } from '#db/connection/open-database.ts'
import { AppError } from '#domain/errors.ts'
import type { CellFinding, CellWarning } from '#domain/import/import-person.ts'
import { HEADER_NOT_FOUND } from '#domain/import/recognise-headers.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { runWrite } from '../storage/run-write.ts'
import type { Actor } from '../use-case.ts'
import { assessWorkbook, type WorkbookAssessment } from './assess-workbook.ts'
import { commitImport, type ImportStepRunner } from './commit-import.ts'
import { importSteps } from './import-writes.ts'

/** What the import command prints. Row numbers as Excel shows them, one entry per row. */
export interface ImportReport {
  /** People's rows only: `importable + rejected.length + duplicates.length`. */
  rows: number
  importable: number
  /** How many went in; 0 on a dry run. */
  imported: number
  rejected: { row: number; reasons: CellFinding[] }[]
  /** Parked rows: `of` is the earlier row of the list, null when `personId` is in the house already. */
  duplicates: { row: number; of: number | null; personId: string | null }[]
  warnings: { row: number; reasons: CellWarning[] }[]
  repaired: { row: number; cells: { column: string; from: string; to: string; kind: string }[] }[]
}

/** Where the import goes: nowhere on a dry run, else into a connection that writes. */
export type ImportTarget =
  | { dryRun: true; connection: ReadDb }
  | { dryRun: false; connection: Connection; digestKey: Uint8Array; actor: Actor }

/**
 * Reads a workbook and, unless it is a dry run, puts everyone in who can go in. Duplicates stay parked in the batch.
 * @throws AppError `invalid_input`, `payload_too_large` when the file cannot be read as a list
 */
export async function importWorkbook(
  target: ImportTarget,
  file: { name: string; bytes: Buffer },
  now: Instant,
  progress: (done: number, total: number | null, step: string) => void = () => {},
): Promise<ImportReport> {
  const assessment = await assessWorkbook(target.connection, {
    bytes: file.bytes,
    today: dayOf(now),
    mapping: null,
    progress,
  })
  if (!assessment.mapping) throw new AppError('invalid_input', HEADER_NOT_FOUND.message)
  if (target.dryRun) return reportOf(assessment, 0)
  const result = await commitImport(localRunner(target, now), assessment, {
    batchId: randomUUID(),
    uploadId: null,
    fileName: file.name,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    progress,
    isStopped: () => false,
  })
  return reportOf(assessment, result.imported)
}

function reportOf({ rows, people, parked, refused }: WorkbookAssessment, imported: number): ImportReport {
  return {
    rows: people.length + parked.length + refused.length,
    importable: people.length,
    imported,
    rejected: refused.map(({ row, reasons }) => ({ row, reasons })),
    duplicates: parked.map(({ row, of, personId }) => ({ row, of, personId })),
    warnings: rows.flatMap(({ row, warnings }) => (warnings.length > 0 ? [{ row, reasons: warnings }] : [])),
    repaired: rows.flatMap(({ row, repaired }) => (repaired.length > 0 ? [{ row, cells: repaired }] : [])),
  }
}

/** Runs the steps on a connection of this process, each in a transaction of its own, as the writer thread does. */
function localRunner(target: Extract<ImportTarget, { dryRun: false }>, now: Instant): ImportStepRunner {
  return (name, input, key) =>
    new Promise((resolve, reject) => {
      commitGroup(target.connection, [
        {
          work: (db) =>
            runWrite(db, target.digestKey, {
              useCase: `internal.${name}`,
              run: importSteps[name] as (typeof importSteps)['importRows'],
              actor: target.actor,
              now,
              input: input as never,
              key,
              requestHash: key,
            }),
          settle: (outcome) => {
            if (outcome.ok) resolve(outcome.value.value as never)
            else reject(outcome.error)
          },
        },
      ])
    })
}
